// The few files that are sent as they are: a fixed list, read once at the start. No address ever becomes a
// path of the file system.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

struct StaticFile {
  std::string type;  // of its content
  std::string etag;  // changes with the content
  std::string body;
};

// Immutable after loading; safe to share by threads.
class StaticFiles {
 public:
  // Errors name the file that cannot be read.
  static Result<StaticFiles> load(const std::filesystem::path& web_dir);

  // By name, "style.css"; nullptr for anything that is not on the list.
  [[nodiscard]] const StaticFile* find(std::string_view name) const;

  // "/static/style.css?v=…": an address that changes with the content, so that it may be cached for long.
  [[nodiscard]] std::string url(std::string_view name) const;

 private:
  std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace giaidap
