// Xapian's own check of an index's tables, in a child process: where blocks are damaged it may read beyond
// them and end with a signal.
#pragma once

#include <filesystem>
#include <string>

namespace giaidap {

// What is wrong with the tables, in words; empty where nothing is.
std::string check_tables(const std::filesystem::path& dir);

}  // namespace giaidap
