#include "indexer/options.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::variant<IndexOptions, ExitStatus> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "giaidap-index");
  return parse_options(static_cast<int>(words.size()), words.data());
}

TEST(Options, OfAnOrdinaryRun) {
  const auto parsed = parse({"--db", "d", "--report", "r.json", "a.txt", "folder"});
  const auto& options = std::get<IndexOptions>(parsed);
  EXPECT_EQ(options.db, "d");
  EXPECT_EQ(options.report, "r.json");
  EXPECT_THAT(options.paths, ElementsAre("a.txt", "folder"));
  EXPECT_THAT(options.vocabulary.string(), HasSubstr("corpus/vocabulary"));
  EXPECT_FALSE(options.list);
  EXPECT_FALSE(options.check);
}

TEST(Options, RemoveTakesOneNumberEach) {
  const auto parsed = parse({"--db", "d", "--remove", "7/KH", "--remove", "8/KH", "a.txt"});
  const auto& options = std::get<IndexOptions>(parsed);
  EXPECT_THAT(options.remove, ElementsAre("7/KH", "8/KH"));
  EXPECT_THAT(options.paths, ElementsAre("a.txt"));
}

TEST(Options, TheEnvironmentNamesTheVocabularyUnlessTheOptionDoes) {
  ::setenv("GIAIDAP_VOCABULARY", "/env", 1);
  const auto by_environment = parse({"--db", "d", "--list"});
  const auto by_option = parse({"--db", "d", "--list", "--vocabulary", "/option"});
  ::unsetenv("GIAIDAP_VOCABULARY");
  EXPECT_EQ(std::get<IndexOptions>(by_environment).vocabulary, "/env");
  EXPECT_EQ(std::get<IndexOptions>(by_option).vocabulary, "/option");
}

TEST(Options, WrongUsageSaysSoInOneLine) {
  struct Row {
    std::vector<const char*> words;
    const char* said;
    const char* why;
  };
  const std::vector<Row> rows{
      {{}, "giaidap-index --db DIR corpus/dispatches", "no arguments: what to type next"},
      {{"a.txt"}, "--db is required", "no database"},
      {{"--db", "d"}, "name files or folders", "nothing to do"},
      {{"--db", "d", "--wat", "a.txt"}, "--wat", "unknown option"},
      {{"--db"}, "--db", "no value"},
      {{"--db", "d", "--check", "--remove", "7/KH"}, "--check", "checking changes nothing"},
  };
  for (const Row& row : rows) {
    testing::internal::CaptureStderr();
    const auto parsed = parse(row.words);
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr(row.said)) << row.why;
    EXPECT_EQ(std::get<ExitStatus>(parsed), kUnusable) << row.why;
  }
}

TEST(Options, HelpIsNoMistake) {
  testing::internal::CaptureStdout();
  const auto parsed = parse({"--help"});
  EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("--report"));
  EXPECT_EQ(std::get<ExitStatus>(parsed), kAllRead);
}

}  // namespace
}  // namespace giaidap
