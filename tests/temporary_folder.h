// A folder of its own for each test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace giaidap {

class InTemporaryFolder : public testing::Test {
 protected:
  InTemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "giaidap-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~InTemporaryFolder() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  // A file below the folder; `name` may lead through folders of its own.
  std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  std::filesystem::path folder_;
};

}  // namespace giaidap
