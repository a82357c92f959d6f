// Pages with forms that are sent: the box for a letter, votes, and the desk's page behind its token.
#include <gmock/gmock.h>

#include "server/api/basic_credentials.h"
#include "tests/api/running_server.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kForm = "application/x-www-form-urlencoded";
constexpr const char* kVote = "muc=1165%2FTCTTK%C4%90A%23III.4&dung=";
const httplib::Headers kToken = {{"Authorization", "Basic Omdlbmc="}};  // ":geng"

Got send(const std::string& target, const std::string& body, const httplib::Headers& headers = {}) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  const httplib::Result result = client.Post(target, headers, body, kForm);
  if (!result) {
    ADD_FAILURE() << target << ": " << httplib::to_string(result.error());
    return {};
  }
  return {result->status, result->body, result->headers};
}

TEST(Letter, TheBoxInvites) {
  EXPECT_THAT(ask("/da-hoi").body,
              AllOf(HasSubstr("<textarea"), HasSubstr("method=\"post\""), Not(HasSubstr("role=\"alert\""))));
}

TEST(Letter, EachPartIsLookedFor) {
  const Got got =
      send("/da-hoi",
           "noi-dung=%C4%90%E1%BB%81+ngh%E1%BB%8B+B%E1%BB%99+T%C6%B0+ph%C3%A1p+s%E1%BB%9Bm+kh%E1%BA%AFc+"
           "ph%E1%BB%A5c+t%C3%ACnh+tr%E1%BA%A1ng+tr%E1%BA%BB+em+c%C3%B3+02+s%E1%BB%91+%C4%91%E1%BB%8Bnh+"
           "danh+c%C3%A1+nh%C3%A2n+khi+%C4%91%C4%83ng+k%C3%BD+khai+sinh");
  EXPECT_EQ(got.status, 200);
  EXPECT_THAT(got.body, AllOf(HasSubstr("href=\"/muc/230%2FBC-TCTTK%C4%90A%23I.1\""),
                              HasSubstr("Gần như trùng"), HasSubstr("khi đăng ký khai sinh</textarea>")));
}

TEST(Letter, WhatCannotBeUsedIsSaidBesideTheBox) {
  EXPECT_THAT(send("/da-hoi", "noi-dung=+").body, HasSubstr("Hãy dán nội dung"));
  const Got longer = send("/da-hoi", "noi-dung=" + std::string(20'001, 'a'));
  EXPECT_EQ(longer.status, 400);
  EXPECT_THAT(longer.body, AllOf(HasSubstr("20.000 ký tự. Hãy dán từng phần"), HasSubstr("aaaa</textarea>")));
  EXPECT_EQ(send("/da-hoi", "noi-dung=" + std::string(20'000, 'a')).status, 200) << "as long as may be";
  EXPECT_EQ(send("/da-hoi", "noi-dung=%FF").status, 400) << "no UTF-8";
  EXPECT_THAT(send("/da-hoi", "noi-dung=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").body,
              Not(HasSubstr("<script>alert")));
}

TEST(Letter, OnlyFormsAreRead) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  EXPECT_EQ(client.Post("/da-hoi", "noi-dung=a", "text/plain")->status, 415);
  EXPECT_EQ(client.Post("/da-hoi")->status, 400) << "so the box stayed empty";
  const auto wrong = client.Put("/da-hoi", "x", kForm);
  EXPECT_EQ(wrong->status, 405);
  EXPECT_EQ(send("/van-ban", "a=b").status, 405);
}

TEST(Vote, IsCountedAndThankedFor) {
  const Got got = send("/danh-gia", std::string(kVote) + "0");
  EXPECT_EQ(got.status, 200);
  EXPECT_THAT(got.body, AllOf(HasSubstr("Cảm ơn"), HasSubstr("href=\"/muc/1165%2FTCTTK%C4%90A%23III.4\"")));
  EXPECT_THAT(ask("/metrics").body, HasSubstr("giaidap_votes_total{answer=\"wrong\"} 1"));
  EXPECT_EQ(send("/danh-gia", "muc=khong-co&dung=1").status, 404);
  EXPECT_EQ(send("/danh-gia", std::string(kVote) + "2").status, 400);
  EXPECT_EQ(ask("/danh-gia").status, 405);
}

TEST(Vote, AnotherSiteCannotSendOne) {
  EXPECT_EQ(send("/danh-gia", std::string(kVote) + "1", {{"Origin", "http://evil.example"}}).status, 403);
  EXPECT_EQ(send("/danh-gia", std::string(kVote) + "1", {{"Origin", "null"}}).status, 403);
}

TEST(Forms, WhatTheirAddressesAllowIsToldForAnyMethod) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  struct Case {
    const char* path;
    int status;
    const char* allowed;
  };
  for (const Case& c : {Case{"/da-hoi", 405, "GET, HEAD, POST"}, Case{"/danh-gia", 405, "POST"},
                        Case{"/khong-co", 404, ""}, Case{"/api/v1/khong-co", 404, ""}}) {
    for (const auto& result : {client.Put(c.path, "x", "text/plain"), client.Delete(c.path),
                               client.Patch(c.path, "x", "text/plain"), client.Options(c.path)}) {
      ASSERT_TRUE(result) << c.path;
      EXPECT_EQ(result->status, c.status) << c.path;
      EXPECT_EQ(result->get_header_value("Allow"), c.allowed) << c.path;
    }
  }
}

TEST(WithoutAToken, TheDesksPageIsNotThere) {
  EXPECT_EQ(ask("/ban-giai-dap", kToken).status, 404);
  EXPECT_EQ(ask("/ban-giai-dap/khong-thay.csv").status, 404);
}

TEST(BasicCredentials, ThePasswordOfTheHeader) {
  EXPECT_EQ(basic_password("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), "open sesame");
  EXPECT_EQ(basic_password("Basic OmE6Yg=="), "a:b") << "no user; a colon in the password";
  EXPECT_EQ(basic_password("Basic QWxhZGRpbg=="), "");
  EXPECT_EQ(basic_password("Bearer QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), "");
  EXPECT_EQ(basic_password("Basic \xFF\xFE"), "");
  EXPECT_EQ(basic_password(""), "");
}

TEST(BasicCredentials, SecretsAreComparedWhole) {
  EXPECT_TRUE(same_secret("geheim", "geheim"));
  EXPECT_FALSE(same_secret("gehei", "geheim"));
  EXPECT_FALSE(same_secret("geheim1", "geheim"));
  EXPECT_FALSE(same_secret("", "")) << "no secret lets nobody in";
}

}  // namespace
}  // namespace giaidap::test
