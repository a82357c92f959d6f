#include "server/api/log.h"

#include <gmock/gmock.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace giaidap {
namespace {

namespace fs = std::filesystem;

// What other rooms tell by spdlog's default logger.
class DefaultLogger : public testing::Test {
 protected:
  ~DefaultLogger() override {
    static_cast<void>(start_log({.level = "off"}));
    fs::remove(file_);
    fs::remove(moved_);
  }
  static std::vector<std::string> lines(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }

  const fs::path file_ = fs::path(testing::TempDir()) / ("giaidap-log-" + std::to_string(::getpid()));
  const fs::path moved_ = file_.string() + ".1";
};

TEST_F(DefaultLogger, WritesAsTheLogIsConfigured) {
  ASSERT_TRUE(start_log({.level = "info", .format = "json", .file = file_}));
  spdlog::debug("not asked for");
  spdlog::warn("shard {} cannot be reached ({})", "a\"b", "line\r\nend \xFF");
  log_info("of ours {}");
  const auto told = lines(file_);
  ASSERT_EQ(told.size(), 2U);
  const auto line = nlohmann::ordered_json::parse(told[0]);
  EXPECT_EQ(line["level"], "warning");
  EXPECT_EQ(line["message"], "shard a\"b cannot be reached (line\\x0d\\x0aend \xEF\xBF\xBD)");
  EXPECT_EQ(line["time"].get<std::string>().size(), 29U) << line["time"];
  EXPECT_EQ(line.size(), 3U);
  EXPECT_EQ(nlohmann::json::parse(told[1])["message"], "of ours {}");
}

TEST_F(DefaultLogger, FollowsTheLogThatIsOpenedAnew) {
  ASSERT_TRUE(start_log({.level = "error", .format = "json", .file = file_}));
  spdlog::warn("before");
  fs::rename(file_, moved_);
  ASSERT_TRUE(start_log({.level = "warning", .format = "plain", .file = file_}));
  spdlog::info("too small a matter");
  spdlog::warn("behind\nit");
  EXPECT_TRUE(lines(moved_).empty());
  const auto told = lines(file_);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].substr(told[0].find(' ')), " warning behind\\x0ait");
  EXPECT_FALSE(start_log({.file = file_ / "no folder"}));
  spdlog::error("still here");
  EXPECT_EQ(lines(file_).size(), 2U) << "what cannot be opened changes nothing";
}

TEST_F(DefaultLogger, AnAddressIsOneColumnOfItsLine) {
  ASSERT_TRUE(start_log({.level = "info", .format = "plain", .file = file_}));
  log_request({.id = "1", .method = "GET", .target = "/x 200 0.10ms 5B 2", .route = "none", .status = 404});
  ASSERT_EQ(lines(file_).size(), 1U);
  EXPECT_THAT(lines(file_)[0], testing::EndsWith(" info GET /x%20200%200.10ms%205B%202 404 0.00ms 0B 1"));
}

TEST(Log, NobodyElseWritesLines) {
  struct Case {
    std::string text, shown;
    const char* why;
  };
  const Case cases[] = {
      {"/muc/số", "/muc/số", "text stays readable"},
      {"/a\r\n2026 GET /b", "/a\\x0d\\x0a2026 GET /b", "line ends"},
      {"\x1b[31m", "\\x1b[31m", "terminal escapes"},
      {std::string("a\0b", 3), "a\\x00b", "zero bytes"},
      {"\x7f", "\\x7f", "delete"},
  };
  for (const Case& c : cases) EXPECT_EQ(printable(c.text), c.shown) << c.why;
}

TEST(Log, LongAddressesAreCut) {
  const std::string shown = printable(std::string(9000, 'a'));
  EXPECT_LT(shown.size(), 2100U);
  EXPECT_EQ(shown.substr(shown.size() - 3), "…");
}

}  // namespace
}  // namespace giaidap
