#include "server/config_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

namespace giaidap {
namespace {

class ConfigFileTest : public testing::Test {
 protected:
  ConfigFileTest() {
    cli_.add_option("--desk-token", token_);
    cli_.add_option("--port", port_);
    cli_.add_flag("--privacy", privacy_);
    cli_.set_config("--config")->configurable(false);
    cli_.get_help_ptr()->configurable(false);
  }

  [[nodiscard]] std::vector<CLI::ConfigItem> read(const std::string& text) const {
    std::istringstream lines(text);
    return ConfigFile(cli_).from_config(lines);
  }
  [[nodiscard]] std::string failure(const std::string& text) const {
    try {
      static_cast<void>(read(text));
    } catch (const CLI::ConfigError& error) {
      return error.what();
    }
    return "none";
  }

  CLI::App cli_;
  std::string token_;
  int port_ = 0;
  bool privacy_ = false;
};

TEST_F(ConfigFileTest, AValueIsAllBehindTheSign) {
  struct Case {
    std::string line, value;
    const char* why;
  };
  const Case cases[] = {
      {"port = 80", "80", "blanks around"},
      {"port=80\r", "80", "as written on Windows"},
      {"  desk-token = a b, c # d = e ; [f] ", "a b, c # d = e ; [f]", "signs that other readers cut at"},
      {"desk-token = \"quoted \"", "quoted ", "quotation marks keep blanks"},
      {"desk-token = \"", "\"", "one mark is none"},
      {"privacy = true", "true", "a flag"},
  };
  for (const Case& c : cases) {
    const auto items = read("# a comment\n\n" + c.line + "\n");
    ASSERT_EQ(items.size(), 1U) << c.why;
    EXPECT_EQ(items[0].inputs, std::vector<std::string>{c.value}) << c.why;
  }
}

TEST_F(ConfigFileTest, WhatIsWrongIsToldWithItsLine) {
  EXPECT_EQ(failure("\n# x\ncolour = blue\n"), "line 3: there is no option \"colour\"");
  EXPECT_EQ(failure("config = other.conf\n"), "line 1: there is no option \"config\"")
      << "a file does not name another";
  EXPECT_EQ(failure("help = true\n"), "line 1: there is no option \"help\"");
  EXPECT_EQ(failure("[server]\n"), "line 1: is not of the form \"key = value\"");
  EXPECT_EQ(failure("port = 1\nport = 2\n"), "line 2: \"port\" is told twice");
}

TEST_F(ConfigFileTest, GoesBehindTheEnvironment) {
  ::setenv("GIAIDAP_DESK_TOKEN", "of the environment", 1);
  EXPECT_TRUE(read("desk-token = of the file\n").empty());
  ::setenv("GIAIDAP_DESK_TOKEN", "", 1);
  EXPECT_EQ(read("desk-token = of the file\n").size(), 1U) << "an empty variable sets nothing";
  ::unsetenv("GIAIDAP_DESK_TOKEN");
  EXPECT_TRUE(read("desk-token =\n").empty()) << "and neither does an empty value";
}

}  // namespace
}  // namespace giaidap
