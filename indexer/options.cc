#include "indexer/options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <thread>

namespace giaidap {
namespace {

constexpr const char* kNextStep =
    "giaidap-index reads dispatches into a search index. For example:\n\n"
    "    giaidap-index --db DIR corpus/dispatches    index a folder (or single files)\n"
    "    giaidap-index --db DIR --dry-run FILE       what would be read of it\n"
    "    giaidap-index --db DIR --list               what is in the index\n"
    "    giaidap-index --help                        all options\n\n"
    "It reads .pdf, .docx, .html, .txt, .md, .xlsx, .csv and .jsonl. Then serve it:\n\n"
    "    giaidap-server --db DIR\n";

void describe(CLI::App& app, IndexOptions& options) {
  app.add_option("--db", options.db, "folder of the index; made where there is none")->required();
  app.add_option("--report", options.report, "write what was read and found to this file, as JSON");
  app.add_option("--remove", options.remove, "remove the dispatch of this number, in any spelling")
      ->allow_extra_args(false);
  app.add_flag("--list", options.list, "print the dispatches of the index");
  CLI::Option* check = app.add_flag("--check", options.check,
                                    "verify the index, and that the files PATH are indexed as they are");
  CLI::Option* dry_run =
      app.add_flag("--dry-run", options.dry_run,
                   "read the files PATH and tell what was found, and leave the index as it is");
  app.add_flag(
      "--keep-particulars", options.keep_particulars,
      "leave telephone, identity and insurance numbers and e-mail addresses in petitions and questions");
  app.add_option("--vocabulary", options.vocabulary, "folder of the vocabulary's tables")
      ->envname("GIAIDAP_VOCABULARY")
      ->capture_default_str();
  app.add_option(
         "--workers", options.workers,
         "threads that index a large file, and documents read at once (at most eight); without it one a core")
      ->check(CLI::Range(1, 256));
  app.add_option("PATH", options.paths, "files and folders to read");
  check->excludes("--remove")->excludes("--report");
  dry_run->excludes("--remove")->excludes("--check");
}

}  // namespace

std::variant<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv) {
  if (argc < 2) {
    fmt::print(stderr, "{}", kNextStep);
    return kUnusable;
  }
  IndexOptions options;
  options.vocabulary = GIAIDAP_VOCABULARY_DIR;
  options.workers = std::max(std::thread::hardware_concurrency(), 1U);
  CLI::App app("Reads dispatches into a search index.", "giaidap-index");
  app.set_version_flag("--version", "giaidap-index " GIAIDAP_VERSION);
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);
    return kAllRead;
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "giaidap-index: {} (giaidap-index --help shows the usage)\n", error.what());
    return kUnusable;
  }
  if (options.paths.empty() && options.remove.empty() && !options.list && !options.check) {
    fmt::print(stderr,
               "giaidap-index: name files or folders to index, or --list, --check or --remove NUMBER\n");
    return kUnusable;
  }
  return options;
}

}  // namespace giaidap
