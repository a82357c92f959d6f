#include "server/api/urls.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(Urls, PartsAreDecodedAfterSplitting) {
  struct Case {
    const char* target;
    std::vector<std::string> segments;
    const char* why;
  };
  const Case cases[] = {
      {"/", {""}, "the root is one empty segment"},
      {"/muc/1165%2FTCTTK%C4%90A%23III.4", {"muc", "1165/TCTTKĐA#III.4"}, "an escaped slash is no separator"},
      {"/muc/a%3Fb%26c", {"muc", "a?b&c"}, "escaped query signs belong to the name"},
      {"/muc/a+b", {"muc", "a+b"}, "a plus in a path is a plus"},
      {"/muc/100%", {"muc", "100%"}, "a lone percent sign stands for itself"},
      {"/muc/%4", {"muc", "%4"}, "half an escape stands for itself"},
      {"/muc/%zz", {"muc", "%zz"}, "no hex digits, no escape"},
      {"/a//b", {"a", "", "b"}, "empty segments are kept"},
      {"/a#b", {"a"}, "a fragment is not for the server"},
      {"/static/..%2F..%2Fetc", {"static", "../../etc"}, "dots are characters like others"},
  };
  for (const Case& c : cases) {
    const auto target = parse_target(c.target);
    ASSERT_TRUE(target.ok()) << c.target;
    EXPECT_EQ(target.value().segments, c.segments) << c.why;
  }
}

TEST(Urls, QueriesKeepOrderAndRepeats) {
  const auto target = parse_target("/?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh&kind=qa&kind=task&&x&y=a=b?c");
  ASSERT_TRUE(target.ok());
  EXPECT_THAT(target.value().parameters,
              ElementsAre(Pair("q", "số định danh"), Pair("kind", "qa"), Pair("kind", "task"), Pair("x", ""),
                          Pair("y", "a=b?c")));
}

TEST(Urls, BytesThatAreNoTextAreRefused) {
  for (const char* target : {"/muc/%FF", "/?q=%C4", "/?%80=x", "/muc/%ED%A0%80", "", "muc"}) {
    const auto parsed = parse_target(target);
    ASSERT_FALSE(parsed.ok()) << target;
    EXPECT_EQ(parsed.error().code, ErrorCode::BadInput) << target;
  }
}

TEST(Urls, EncodingAndDecodingAreInverse) {
  for (const std::string name : {"1165/TCTTKĐA#III.4", "a b+c%2F?&=", "~._-", "\x01\x7f\"<>'"}) {
    const auto target = parse_target(entry_url(name) + query_string({{name, name}}));
    ASSERT_TRUE(target.ok()) << name;
    EXPECT_THAT(target.value().segments, ElementsAre("muc", name));
    EXPECT_THAT(target.value().parameters, ElementsAre(Pair(name, name)));
  }
}

TEST(Urls, PagesHaveTheAddressesOfTheContract) {
  EXPECT_EQ(entry_url("1165/TCTTKĐA#III.4"), "/muc/1165%2FTCTTK%C4%90A%23III.4");
  EXPECT_EQ(dispatch_url("06/BC-TCTĐA06"), "/van-ban/06%2FBC-TCT%C4%90A06");
  EXPECT_EQ(outline_url("1/A", "II.2.3"), "/van-ban/1%2FA#muc-II.2.3");
}

}  // namespace
}  // namespace giaidap
