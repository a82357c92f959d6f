// Which of flag, environment and file is followed where several tell the same option.
#include "server/options.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

namespace giaidap {
namespace {

namespace fs = std::filesystem;

class Options : public testing::Test {
 protected:
  ~Options() override {
    for (const char* name : {"GIAIDAP_PORT", "GIAIDAP_PRIVACY", "GIAIDAP_DESK_TOKEN"}) ::unsetenv(name);
    fs::remove(file_);
  }

  // By this file and these flags; nullopt where they are refused.
  [[nodiscard]] std::optional<ServerOptions> read(const std::string& lines,
                                                  std::vector<const char*> flags = {}) const {
    std::ofstream(file_) << "db = x\n" << lines;
    const std::string config = file_.string();
    flags.insert(flags.begin(), {"giaidap-server", "--config", config.c_str()});
    const auto parsed = parse_server_options(static_cast<int>(flags.size()), flags.data());
    if (const auto* options = std::get_if<ServerOptions>(&parsed)) return *options;
    return std::nullopt;
  }

  const fs::path file_ = fs::path(testing::TempDir()) / ("giaidap-conf-" + std::to_string(::getpid()));
};

TEST_F(Options, OneToldAtThreePlaces) {
  EXPECT_EQ(read("port = 1001\n")->port, 1001);
  ::setenv("GIAIDAP_PORT", "1002", 1);
  EXPECT_EQ(read("port = 1001\n")->port, 1002);
  EXPECT_EQ(read("port = 1001\n", {"--port", "1003"})->port, 1003);
}

TEST_F(Options, ASwitchIsSwitchedOffByTheEnvironment) {
  EXPECT_TRUE(read("privacy = true\n")->privacy);
  ::setenv("GIAIDAP_PRIVACY", "false", 1);
  EXPECT_FALSE(read("privacy = true\n")->privacy);
  EXPECT_TRUE(read("privacy = false\n", {"--privacy"})->privacy);
}

TEST_F(Options, OfTokenAndTokenFileTheOneThatGoesBefore) {
  const auto by_flag = read("desk-token = of the file\n", {"--desk-token-file", "other"});
  ASSERT_TRUE(by_flag);
  EXPECT_EQ(by_flag->desk_token_file, "other");
  EXPECT_EQ(by_flag->desk_token, "");
  ::setenv("GIAIDAP_DESK_TOKEN", "of the environment", 1);
  const auto by_environment = read("desk-token-file = other\n");
  ASSERT_TRUE(by_environment);
  EXPECT_EQ(by_environment->desk_token, "of the environment");
  EXPECT_EQ(by_environment->desk_token_file, "");
  const auto over_environment = read("", {"--desk-token-file=other"});
  ASSERT_TRUE(over_environment);
  EXPECT_EQ(over_environment->desk_token_file, "other");
  EXPECT_EQ(over_environment->desk_token, "");
  EXPECT_FALSE(read("", {"--desk-token", "a", "--desk-token-file", "b"})) << "at one place both";
}

}  // namespace
}  // namespace giaidap
