#include "indexer/files.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/overlay.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 15> kExtensions{".txt",   ".md",  ".html", ".htm",  ".docx",
                                                       ".docm",  ".pdf", ".csv",  ".xlsx", ".xlsm",
                                                       ".jsonl", ".doc", ".xls",  ".rtf",  ".odt"};

bool is_known(const fs::path& file) {
  const std::string extension = lower(file.extension().string());
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

bool is_hidden(const fs::path& file) { return file.filename().string().front() == '.'; }

class Finder {
 public:
  void add(const fs::path& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
      walk(path);
    } else {
      add_file(path);
    }
  }

  FoundFiles finish() { return std::move(found_); }

 private:
  void add_file(const fs::path& file) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(file, failure);
    if (seen_.insert(failure ? file : real).second) found_.files.push_back(file);
  }

  void walk(const fs::path& folder) {
    std::vector<fs::path> members;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure); !failure && at != fs::directory_iterator();
         at.increment(failure)) {
      members.push_back(at->path());
    }
    if (failure) add_file(folder);  // reading it fails and says why
    std::sort(members.begin(), members.end());
    for (const fs::path& member : members) add_member(member);
  }

  void add_member(const fs::path& member) {
    std::error_code failure;
    if (is_hidden(member)) {
      note(member, "hidden");
    } else if (fs::is_directory(fs::symlink_status(member, failure))) {
      walk(member);
    } else if (!fs::is_regular_file(member, failure)) {
      note(member, "no file");
    } else if (Overlay::is_overlay(member)) {
      // read with the file that it corrects
    } else if (!is_known(member)) {
      note(member, "its extension is none that is read");
    } else {
      add_file(member);
    }
  }

  void note(const fs::path& path, const char* why) {
    found_.notes.push_back(path.string() + ": passed over, " + why);
  }

  FoundFiles found_;
  std::set<fs::path> seen_;
};

}  // namespace

FoundFiles find_files(const std::vector<fs::path>& paths) {
  Finder finder;
  for (const fs::path& path : paths) finder.add(path);
  return finder.finish();
}

}  // namespace giaidap
