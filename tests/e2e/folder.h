// A temporary folder that goes away with its object, and files in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace giaidap::e2e {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string read_text_file(const std::string& path);
void write_text_file(const std::string& path, std::string_view content);

// With every `from` replaced; fails the test where there is none.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace giaidap::e2e
