// Bodies of requests that are no forms: refused, and neither unpacked nor told by what the library throws.
#include <gmock/gmock.h>

#include "tests/api/running_server.h"

namespace giaidap::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// All that comes back for a body with these headers.
std::string answer_to(const std::string& path, const std::string& headers, const std::string& body) {
  return RunningServer::get().exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                                       "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

TEST(Bodies, PackedOnesAreNotUnpacked) {
  for (const char* how : {"br", "gzip", "deflate", "identity"}) {
    const std::string encoding = std::string("Content-Encoding: ") + how + "\r\n";
    for (const char* path : {"/da-hoi", "/gi-do", "/healthz"}) {
      const std::string answer = answer_to(
          path, encoding + "Content-Type: application/x-www-form-urlencoded\r\n", "noi-dung=so+dinh+danh");
      EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 415 "), HasSubstr("Connection: close\r\n")))
          << how << path;
    }
  }
}

TEST(Bodies, FormsInPartsAreRefusedInWords) {
  const std::string type = "Content-Type: multipart/form-data; boundary=x\r\n";
  const std::string body =
      "--x\r\nContent-Disposition: form-data; name=\"noi-dung\"\r\n\r\nso dinh\r\n--x--\r\n";
  const std::string answer = answer_to("/da-hoi", type, body);
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 415 "), HasSubstr("phải là biểu mẫu"),
                            Not(HasSubstr("EXCEPTION")), Not(HasSubstr("bad_function_call"))));
  EXPECT_THAT(answer_to("/healthz", type, body), StartsWith("HTTP/1.1 405 "));
  EXPECT_THAT(answer_to("/gi-do", type, body), StartsWith("HTTP/1.1 404 "));
}

TEST(Bodies, AFormIsOneHoweverItsTypeIsWritten) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  const auto status_of = [&](const char* type) {
    const auto result = client.Post("/da-hoi", "noi-dung=so+dinh+danh", type);
    return result ? result->status : 0;
  };
  EXPECT_EQ(status_of("Application/X-WWW-Form-URLencoded ; charset=UTF-8"), 200);
  EXPECT_EQ(status_of("application/x-www-form-urlencodedx"), 415);
  EXPECT_EQ(status_of("application/x-www-form"), 415);
}

// A proxy sends the next request over the same connection.
TEST(Bodies, ThatNobodyReadsDoNotEndTheConnection) {
  const std::string next = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  for (const char* path : {"/da-hoi", "/healthz"}) {
    const std::string answers = RunningServer::get().exchange(
        "POST " + std::string(path) +
        " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 34\r\n\r\n" +
        "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n" + next);
    EXPECT_THAT(answers, StartsWith("HTTP/1.1 4")) << path;
    const std::size_t second = answers.find("HTTP/1.1 ", 1);
    ASSERT_NE(second, std::string::npos) << path;
    EXPECT_THAT(answers.substr(second), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("{\"status\":\"ok\"}")))
        << path;
    EXPECT_EQ(answers.find("HTTP/1.1 ", second + 1), std::string::npos) << path;
  }
}

TEST(Bodies, WhatIsSentToAReadingAddressIsOfNoInterest) {
  EXPECT_THAT(answer_to("/api/v1/search", "Content-Type: application/json\r\n", R"({"q":"a"})"),
              AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("method_not_allowed")));
}

}  // namespace
}  // namespace giaidap::test
