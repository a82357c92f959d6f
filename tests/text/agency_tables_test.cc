// Broken tables of agencies are refused with file and line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/text/agencies.h"

namespace giaidap {
namespace {

class BadTables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "giaidap_bad_tables";
    std::filesystem::create_directories(folder_);
    for (const char* name : {"agencies.tsv", "places.tsv", "compounds.tsv"})
      std::filesystem::copy_file(std::filesystem::path("corpus/vocabulary") / name, folder_ / name,
                                 std::filesystem::copy_options::overwrite_existing);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const char* name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  std::filesystem::path folder_;
};

TEST_F(BadTables, SpellingOfTwoAgenciesNamesFileAndLine) {
  write("agencies.tsv",
        "# a comment\nname\tkind\tparent\tsignature\tspellings\nBộ Công an\tministry\t\tBCA\tBCA\n\n"
        "Bộ Tư pháp\tministry\t\tBTP\tbca\n");
  const auto loaded = Agencies::load(folder_);
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().place, testing::EndsWith("agencies.tsv:5"));
  EXPECT_THAT(loaded.error().message, testing::HasSubstr("Bộ Công an"));
}

TEST_F(BadTables, WrongColumnsAreNamed) {
  write("places.tsv", "name\trank\nHà Nội\tthành phố\n");
  const auto loaded = Agencies::load(folder_);
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().place, testing::EndsWith("places.tsv"));
  EXPECT_THAT(loaded.error().message, testing::HasSubstr("today"));
}

TEST_F(BadTables, MissingFile) {
  std::filesystem::remove(folder_ / "compounds.tsv");
  const auto loaded = Agencies::load(folder_);
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().place, testing::EndsWith("compounds.tsv"));
}

}  // namespace
}  // namespace giaidap
