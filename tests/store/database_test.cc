#include "indexer/store/database.h"

#include <gmock/gmock.h>

#include <fstream>

#include "indexer/schema/schema.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::HasSubstr;

using DatabaseTest = InTemporaryFolder;

TEST_F(DatabaseTest, ANewFolderIsMadeWithItsFormat) {
  const std::filesystem::path dir = folder_ / "new" / "db";
  ASSERT_TRUE(open_for_writing(dir));
  const Xapian::Database made(dir.string());
  EXPECT_EQ(made.get_metadata(schema::kVersionKey), std::to_string(schema::kFormatVersion));
  EXPECT_TRUE(open_for_reading(dir));
  EXPECT_TRUE(open_for_writing(dir)) << "and opens again";
}

TEST_F(DatabaseTest, AnotherFormatIsRefusedWithWhatToDo) {
  ASSERT_TRUE(open_for_writing(folder_ / "db"));
  {
    Xapian::WritableDatabase other((folder_ / "db").string());
    other.set_metadata(schema::kVersionKey, "7");
    other.commit();
  }
  const auto written = open_for_writing(folder_ / "db");
  const auto read = open_for_reading(folder_ / "db");
  ASSERT_FALSE(written);
  ASSERT_FALSE(read);
  EXPECT_EQ(written.error().message, "this index has format 7, this program is made for " +
                                         std::to_string(schema::kFormatVersion) +
                                         ": index the corpus anew into an empty folder");
  EXPECT_EQ(read.error().message, written.error().message);
  EXPECT_EQ(read.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(read.error().place, (folder_ / "db").string());
}

TEST_F(DatabaseTest, AForeignDatabaseIsLeftAsItIs) {
  {
    Xapian::WritableDatabase foreign((folder_ / "db").string());
    foreign.add_document(Xapian::Document());
    foreign.commit();
  }
  const auto opened = open_for_writing(folder_ / "db");
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("Xapian database of another program"));
  const Xapian::Database foreign((folder_ / "db").string());
  EXPECT_EQ(foreign.get_metadata(schema::kVersionKey), "");
  EXPECT_EQ(foreign.get_doccount(), 1U);
}

TEST_F(DatabaseTest, FoldersWithOtherFilesAreNotTouched) {
  std::ofstream(folder_ / "thesis.docx") << "mine";
  const auto opened = open_for_writing(folder_);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("holds other files (thesis.docx)"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "iamglass"));
}

TEST_F(DatabaseTest, AFileIsNoFolder) {
  std::ofstream(folder_ / "db") << "text";
  EXPECT_EQ(open_for_writing(folder_ / "db").error().message, "is not a folder");
  EXPECT_THAT(open_for_writing(folder_ / "db" / "below").error().message, HasSubstr("cannot be made"));
  EXPECT_THAT(open_for_reading(folder_ / "db").error().message, HasSubstr("cannot be opened"));
}

TEST_F(DatabaseTest, AMissingIndexIsNotMadeByReading) {
  const auto opened = open_for_reading(folder_ / "nothing");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(opened.error().message, "there is no index here");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "nothing"));
}

TEST_F(DatabaseTest, ADamagedIndexSaysSo) {
  ASSERT_TRUE(open_for_writing(folder_ / "db"));
  std::filesystem::resize_file(folder_ / "db" / "iamglass", 3);
  const auto opened = open_for_writing(folder_ / "db");
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("index the corpus anew"));
}

}  // namespace
}  // namespace giaidap
