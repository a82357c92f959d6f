#include "server/api/request_id.h"

#include <gtest/gtest.h>

#include "tests/api/running_server.h"

namespace giaidap {
namespace {

TEST(RequestId, ThatOfAProxyIsKeptWhereItIsPlain) {
  EXPECT_EQ(request_id("8f2a-1.B_c"), "8f2a-1.B_c");
  for (const std::string& given :
       {std::string(), std::string("a b"), std::string("a\"b"), std::string("số"), std::string(65, 'a')}) {
    const std::string id = request_id(given);
    EXPECT_EQ(id.size(), 16U) << given;
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos) << id;
  }
  EXPECT_NE(request_id(""), request_id(""));
}

TEST(RequestId, EveryAnswerBearsOne) {
  for (const char* target : {"/healthz", "/?q=a", "/khong-co", "/api/v1/search?q=%FF", "/static/style.css"}) {
    EXPECT_EQ(test::ask(target).header("X-Request-Id").size(), 16U) << target;
  }
  EXPECT_EQ(test::ask("/healthz", {{"X-Request-Id", "from-nginx"}}).header("X-Request-Id"), "from-nginx");
  EXPECT_NE(test::RunningServer::get().exchange("nonsense\r\n\r\n").find("X-Request-Id: "),
            std::string::npos);
}

}  // namespace
}  // namespace giaidap
