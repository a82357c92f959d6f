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

TEST(Bodies, WhatIsSentToAReadingAddressIsOfNoInterest) {
  EXPECT_THAT(answer_to("/api/v1/search", "Content-Type: application/json\r\n", R"({"q":"a"})"),
              AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("method_not_allowed")));
}

}  // namespace
}  // namespace giaidap::test
