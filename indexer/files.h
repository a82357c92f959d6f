// Which files a run reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/base/entry.h"

namespace giaidap {

struct FoundFiles {
  std::vector<std::filesystem::path> files;  // in the order given; folders in sorted order; each file once
  std::vector<std::string> notes;            // what was passed over in folders, and why
};

// Files as given, also missing ones, whose reading then says so; of folders, and the folders in them, all
// files with a known extension that are not hidden. Links to folders are not followed.
FoundFiles find_files(const std::vector<std::filesystem::path>& paths);

}  // namespace giaidap
