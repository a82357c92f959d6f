// Broken tables of agencies are refused with file and line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "indexer/text/agencies.h"
#include "tests/temporary_folder.h"

namespace giaidap {
namespace {

class BadTables : public InTemporaryFolder {
 protected:
  BadTables() {
    for (const char* name : {"agencies.tsv", "places.tsv", "compounds.tsv"})
      std::filesystem::copy_file(std::filesystem::path("corpus/vocabulary") / name, folder_ / name);
  }
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
