// The command line of giaidap-index.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace giaidap {

// Exit statuses, as the contract names them.
enum ExitStatus : int {
  kAllRead = 0,
  kSomeFailed = 1,  // a file could not be read, a dispatch to remove is not there, a check found faults
  kUnusable = 2,    // wrong usage, a database or vocabulary that cannot be used
};

struct IndexOptions {
  std::filesystem::path db;
  std::filesystem::path report;  // empty: none
  std::filesystem::path vocabulary;
  std::vector<std::string> remove;
  bool list = false;
  bool check = false;
  bool dry_run = false;
  bool keep_particulars = false;
  unsigned workers = 1;  // threads for a large file, processes that read documents
  std::vector<std::filesystem::path> paths;
};

// The options, or the status to end with after what was to say has been said.
std::variant<IndexOptions, ExitStatus> parse_options(int argc, const char* const* argv);

}  // namespace giaidap
