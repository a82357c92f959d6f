#include "server/query/temporary_file.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "tests/temporary_folder.h"

namespace giaidap {
namespace {

std::optional<std::uint64_t> append(TemporaryFile& file, std::string_view first,
                                    std::string_view second = "") {
  const std::array parts = {std::as_bytes(std::span(first)), std::as_bytes(std::span(second))};
  return file.append(parts);
}

std::optional<std::string> read(const TemporaryFile& file, std::uint64_t place, std::size_t bytes) {
  std::string text(bytes, ' ');
  return file.read(place, std::as_writable_bytes(std::span(text))) ? std::optional(text) : std::nullopt;
}

// Sets $TMPDIR as long as it lives.
class TmpdirVariable {
 public:
  explicit TmpdirVariable(const std::string& folder) { setenv("TMPDIR", folder.c_str(), 1); }
  ~TmpdirVariable() { before_.empty() ? unsetenv("TMPDIR") : setenv("TMPDIR", before_.c_str(), 1); }
  TmpdirVariable(const TmpdirVariable&) = delete;
  TmpdirVariable& operator=(const TmpdirVariable&) = delete;

 private:
  std::string before_ = std::getenv("TMPDIR") != nullptr ? std::getenv("TMPDIR") : "";
};

TEST(TemporaryFile, GivesBackWhatCameIn) {
  TemporaryFile file(100);
  EXPECT_EQ(append(file, "công", " văn"), 0U);
  const auto second = append(file, "thẻ");
  ASSERT_TRUE(second);
  EXPECT_EQ(read(file, 0, 10), "công văn");
  EXPECT_EQ(read(file, *second, 5), "thẻ");
}

TEST(TemporaryFile, WhatIsBeyondTheEndCannotBeRead) {
  TemporaryFile file(100);
  append(file, "thẻ");
  EXPECT_FALSE(read(file, 3, 5));
}

TEST(TemporaryFile, TakesNoMoreThanItMay) {
  TemporaryFile file(8);
  EXPECT_EQ(append(file, "12345"), 0U);
  EXPECT_FALSE(append(file, "6789"));
  EXPECT_EQ(append(file, "678"), 5U);
  EXPECT_EQ(read(file, 0, 8), "12345678");
}

using TemporaryFileInFolder = InTemporaryFolder;

TEST_F(TemporaryFileInFolder, LeavesNothingInItsFolder) {
  const TmpdirVariable here(folder_.string());
  TemporaryFile file(100);
  EXPECT_TRUE(append(file, "thẻ"));
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST(TemporaryFile, WithoutAFolderNothingComesIn) {
  const TmpdirVariable nowhere("/there/is/no/such/folder");
  TemporaryFile file(100);
  EXPECT_FALSE(append(file, "thẻ"));
  EXPECT_FALSE(read(file, 0, 1));
}

}  // namespace
}  // namespace giaidap
