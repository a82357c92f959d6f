// giaidap-index: files of dispatches → a search index.

#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <variant>

#include "indexer/inspection.h"
#include "indexer/options.h"
#include "indexer/update.h"

namespace {

giaidap::ExitStatus run(int argc, const char* const* argv) {
  const auto parsed = giaidap::parse_options(argc, argv);
  if (const auto* status = std::get_if<giaidap::ExitStatus>(&parsed)) return *status;
  const auto& options = std::get<giaidap::IndexOptions>(parsed);
  if (options.check) return giaidap::check_index(options);
  giaidap::ExitStatus status = giaidap::kAllRead;
  if (!options.paths.empty() || !options.remove.empty()) status = giaidap::update_index(options);
  if (options.list && status != giaidap::kUnusable) {
    const giaidap::ExitStatus listed = giaidap::list_index(options);
    if (listed != giaidap::kAllRead) return listed;
  }
  return status;
}

}  // namespace

// Read by jemalloc when it starts. Postings wait in trees of small pieces all over the memory, which are
// found sooner in large pages; what a batch gave back is kept for the next one.
extern "C" const char* const malloc_conf = "thp:always,dirty_decay_ms:30000";

// What is thrown here is a fault of ours or the machine's (no memory left); the index keeps its last commit.
int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs("giaidap-index: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputs("; what was committed before is kept\n", stderr);
    return giaidap::kUnusable;
  }
}
