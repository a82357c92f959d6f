// What clients send never becomes a line of an answer's head.
#include <gmock/gmock.h>

#include "tests/api/running_server.h"

namespace giaidap::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Each value comes back in some header or link, or did once: in none does it begin a line.
TEST(HeaderLines, NoValueBeginsAHeaderOfTheAnswer) {
  const std::string value = "en%0d%0aX-Injected:%201%0d%0a%0d%0aHTTP/1.1%20200%20OK";
  for (const std::string& target :
       {"/?lang=" + value, "/?q=" + value, "/?q=a&lang=en&x=" + value, "/api/v1/search?q=" + value,
        "/muc/" + value, "/muc/1165%2FTCTTK%C4%90A%23III.4" + value, "/api/v1/entries/" + value,
        "/xuat/" + value, "/xuat/giai-dap.csv" + value, "/xuat/giai-dap.csv?q=a" + value, "/static/" + value,
        "/van-ban/" + value, "/tin.atom?q=" + value, "/goi-y?q=" + value, "/da-hoi?lang=" + value}) {
    for (const std::string& host : {std::string("localhost"), value}) {
      const std::string answer = RunningServer::get().exchange(
          "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: lang=" + value +
          "\r\nX-Request-Id: " + value + "\r\nConnection: close\r\n\r\n");
      ASSERT_THAT(answer, StartsWith("HTTP/1.1 ")) << target;
      const std::string head = answer.substr(0, answer.find("\r\n\r\n"));
      const std::string length =
          "\r\nContent-Length: " + std::to_string(answer.size() - head.size() - 4) + "\r\n";
      EXPECT_THAT(head + "\r\n", HasSubstr(length)) << target << ": all that follows is one body";
      EXPECT_THAT(head, Not(HasSubstr("njected"))) << target << '\n' << head;
    }
  }
  for (const char* host : {"x\nX-Injected: 1", "x\rX-Injected: 1"}) {
    const std::string answer =
        RunningServer::get().exchange("GET /tin.atom HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400")) << "a host of two lines";
    EXPECT_THAT(answer, Not(HasSubstr("njected")));
  }
}

}  // namespace
}  // namespace giaidap::test
