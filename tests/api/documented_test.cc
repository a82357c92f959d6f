// Refusals that every path shares, as web/openapi.json tells them.
#include <gmock/gmock.h>

#include <map>

#include "tests/api/documented.h"
#include "tests/api/running_server.h"

namespace giaidap::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Documented, RefusalsOfHeadsAreDocumentedForEveryPath) {
  for (const auto& [path, told] : document()["paths"].items()) {
    const std::string line = "GET " + path;
    const std::string end = " HTTP/1.1\r\nHost: x\r\n";
    const std::map<int, std::string> provoked = {
        {304, line + end + "If-None-Match: *\r\nConnection: close\r\n\r\n"},
        {413, line + end + "Content-Length: 1048577\r\n\r\n"},
        {414, line + "?q=" + std::string(33'000, 'a') + end + "\r\n"},
        {431, line + end + "X: " + std::string(66'000, 'a') + "\r\n\r\n"},
    };
    for (const auto& [status, bytes] : provoked) {
      if (status == 304 && path.find('{') != std::string::npos) continue;  // which has no such name
      const std::string answer = RunningServer::get().exchange(bytes);
      ASSERT_THAT(answer, StartsWith("HTTP/1.1 " + std::to_string(status))) << path;
      const nlohmann::json response = documented(path, status);
      ASSERT_FALSE(response.is_null()) << path << ' ' << status;
      for (const auto& header : response["headers"].items()) {
        EXPECT_THAT(answer, HasSubstr("\r\n" + header.key() + ": ")) << path << ' ' << status;
      }
      if (!response.contains("content")) continue;
      EXPECT_THAT(answer, HasSubstr("Content-Type: " + response["content"].begin().key())) << path << status;
    }
    for (const int status : {400, 408, 429, 503}) EXPECT_FALSE(documented(path, status).is_null()) << path;
  }
}

}  // namespace
}  // namespace giaidap::test
