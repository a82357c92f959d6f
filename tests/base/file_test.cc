#include "indexer/base/file.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class FileTest : public testing::Test {
 protected:
  FileTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "giaidap-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~FileTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path write(const std::string& bytes) {
    std::ofstream(folder_ / "file", std::ios::binary) << bytes;
    return folder_ / "file";
  }

  std::filesystem::path folder_;
};

TEST_F(FileTest, GivesTheBytesAsTheyAre) {
  const std::string bytes("\xEF\xBB\xBF\0\r\n\xff", 7);
  EXPECT_EQ(read_file(write(bytes), 7).value(), bytes);
  EXPECT_EQ(read_file(write(""), 0).value(), "");
}

TEST_F(FileTest, NamesAFileThatCannotBeReadOrIsTooLarge) {
  const Result<std::string> large = read_file(write("12345678"), 7);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::TooLarge);
  EXPECT_EQ(large.error().message, "has 8 bytes; the limit is 7");
  EXPECT_EQ(large.error().place, (folder_ / "file").string());
  for (const char* name : {"missing", "."}) {
    const Result<std::string> unreadable = read_file(folder_ / name, 7);
    ASSERT_FALSE(unreadable) << name;
    EXPECT_EQ(unreadable.error().code, ErrorCode::BadInput);
    EXPECT_THAT(unreadable.error().message, HasSubstr("cannot be read"));
    EXPECT_EQ(unreadable.error().place, (folder_ / name).string());
  }
}

TEST_F(FileTest, TablesHaveColumnsCommentsAndShortRows) {
  const Result<Table> table =
      read_table(write("# ghi chú\n\nname\tkind\tspellings\r\n"
                       "Bộ Y tế\tministry\tBYT; Bộ YT\r\n"
                       "# Bộ cũ\n"
                       "Bộ Nội vụ\n"
                       "\t\tx"));
  ASSERT_TRUE(table);
  EXPECT_THAT(table.value().columns, ElementsAre("name", "kind", "spellings"));
  ASSERT_THAT(table.value().rows, SizeIs(3));
  EXPECT_THAT(table.value().rows[0], ElementsAre("Bộ Y tế", "ministry", "BYT; Bộ YT"));
  EXPECT_THAT(table.value().rows[1], ElementsAre("Bộ Nội vụ", "", ""));
  EXPECT_THAT(table.value().rows[2], ElementsAre("", "", "x"));
}

TEST_F(FileTest, ATableSaysWhereARowIsTooLong) {
  const Result<Table> table = read_table(write("# ghi chú\nname\tkind\n\nBộ Y tế\tministry\tBYT\n"));
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().message, "has 3 cells where the header names 2");
  EXPECT_EQ(table.error().place, (folder_ / "file").string() + ":4");
}

TEST_F(FileTest, ATableWithoutHeaderIsAnError) {
  for (const char* bytes : {"", "# ghi chú\n\n"}) {
    const Result<Table> table = read_table(write(bytes));
    ASSERT_FALSE(table) << bytes;
    EXPECT_EQ(table.error().message, "has no header line") << bytes;
  }
  EXPECT_FALSE(read_table(folder_ / "missing"));
}

}  // namespace
}  // namespace giaidap
