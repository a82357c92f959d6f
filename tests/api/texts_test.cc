#include "server/api/texts.h"

#include <gtest/gtest.h>

#include "server/api/etag.h"
#include "server/api/interface.h"

namespace giaidap {
namespace {

class TextsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = Texts::load("web");
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    ASSERT_EQ(loaded.value().size(), 2U);
    vi_ = loaded.value()[0];
    en_ = loaded.value()[1];
  }

  Texts vi_;
  Texts en_;
};

TEST_F(TextsTest, EachColumnIsALanguage) {
  EXPECT_EQ(vi_.language(), "vi");
  EXPECT_EQ(en_.language(), "en");
  EXPECT_EQ(vi_["kind.qa"], "Đã trả lời");
  EXPECT_EQ(en_["kind.qa"], "Answered");
}

TEST_F(TextsTest, KeysWithoutTextShowThemselves) { EXPECT_EQ(vi_["no.such.key"], "no.such.key"); }

TEST_F(TextsTest, DatesAsPeopleWriteThem) {
  EXPECT_EQ(vi_.date("2023-08-05"), "5/8/2023");
  EXPECT_EQ(en_.date("2023-08-05"), "5 August 2023");
  EXPECT_EQ(vi_.date("2023"), "2023");
  EXPECT_EQ(vi_.date(""), "");
}

TEST_F(TextsTest, NumbersAsPeopleWriteThem) {
  EXPECT_EQ(vi_.number(0), "0");
  EXPECT_EQ(vi_.number(999), "999");
  EXPECT_EQ(vi_.number(1234567), "1.234.567");
  EXPECT_EQ(en_.number(1234), "1,234");
  EXPECT_EQ(vi_.decimal(1234.56), "1.234,6");
  EXPECT_EQ(en_.decimal(0.04), "0.0");
}

TEST_F(TextsTest, CountsAgreeWithTheirNouns) {
  EXPECT_EQ(en_.counted("results.count", 1), "1 result");
  EXPECT_EQ(en_.counted("results.count", 1200), "1,200 results");
  EXPECT_EQ(vi_.counted("results.count", 1), "1 kết quả");
}

TEST(Filled, EveryPlaceOnceAndNoValueTwice) {
  EXPECT_EQ(filled("{a} và {b}, {a}", {{"a", "{a}"}, {"b", "x"}}), "{a} và x, {a}");
}

TEST(InterfacesTest, TheBrowsersLanguageIsHeard) {
  const auto interfaces = Interfaces::load("web");
  ASSERT_TRUE(interfaces.ok()) << interfaces.error().message;
  struct Case {
    const char* accept;
    const char* language;
  };
  const Case cases[] = {
      {"", "vi"},
      {"fr", "vi"},
      {"en", "en"},
      {"en-US,en;q=0.9", "en"},
      {"vi-VN,vi;q=0.9,en;q=0.8", "vi"},
      {"fr, en;q=0.5, vi;q=0.7", "vi"},
      {"en;q=0", "vi"},
      {"en;q=x", "en"},
      {",;=,", "vi"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(interfaces.value().preferred(c.accept).texts.language(), c.language) << c.accept;
  }
  EXPECT_EQ(interfaces.value().in("xx"), nullptr);
}

TEST(Etags, AreComparedWeakly) {
  const std::string tag = etag_of("body");
  EXPECT_NE(tag, etag_of("other"));
  EXPECT_TRUE(names_etag(tag, tag));
  EXPECT_TRUE(names_etag("\"x\", " + tag, tag));
  EXPECT_TRUE(names_etag(tag.substr(2), tag));
  EXPECT_TRUE(names_etag("*", tag));
  EXPECT_FALSE(names_etag("", tag));
  EXPECT_FALSE(names_etag("\"x\"", tag));
}

}  // namespace
}  // namespace giaidap
