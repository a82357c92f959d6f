// Answers that no address alone brings about, as web/openapi.json tells them.
#include <gmock/gmock.h>

#include <map>
#include <string>

#include "server/api/urls.h"
#include "tests/api/documented.h"
#include "tests/api/running_server.h"
#include "tests/api/sample_index.h"
#include "tests/e2e/openapi.h"

namespace giaidap::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// Something that is there, under each path of the document.
std::string target_of(const std::string& path) {
  static const std::map<std::string, std::string> named = {
      {"/api/v1/search", "/api/v1/search?q=khai+sinh"},
      {"/api/v1/entries/{entry}", "/api/v1/entries/" + percent_encode(kNewbornEntry)},
      {"/api/v1/dispatches/{number}", "/api/v1/dispatches/" + percent_encode("1165/TCTTKĐA")},
      {"/api/v1/documents/{number}", "/api/v1/documents/" + percent_encode("3160/BTP-CNTT")},
      {"/api/v1/asked-before", "/api/v1/asked-before?q=khai+sinh"},
      {"/api/v1/suggest", "/api/v1/suggest?q=khai"},
  };
  const auto found = named.find(path);
  return found == named.end() ? path : found->second;
}

bool promises_tag(const std::string& path) { return documented(path, 200)["headers"].contains("ETag"); }

TEST(Documented, WhatAClientHasIsNotSentAgainWhereThatIsPromised) {
  for (const auto& [path, told] : document()["paths"].items()) {
    const std::string target = target_of(path);
    const Got first = ask(target);
    ASSERT_EQ(first.status, 200) << target;
    const std::string tag = first.header("ETag");
    const nlohmann::json unchanged = documented(path, 304);
    EXPECT_EQ(tag.empty(), unchanged.is_null()) << target;
    EXPECT_EQ(promises_tag(path), !unchanged.is_null()) << path;
    const Got again = ask(target, {{"If-None-Match", unchanged.is_null() ? "*" : tag}});
    EXPECT_EQ(again.status, unchanged.is_null() ? 200 : 304) << target;
    if (unchanged.is_null()) continue;
    EXPECT_EQ(again.body, "") << target;
    for (const auto& header : unchanged["headers"].items())
      EXPECT_NE(again.header(header.key()), "") << target;
    EXPECT_EQ(again.header("ETag"), tag) << target;
  }
}

// What came back over the wire, held to what is documented of the status at this path.
void expect_documented(const std::string& answer, const std::string& path, const std::string& status) {
  static const e2e::OpenApi api(document());
  ASSERT_THAT(answer, StartsWith("HTTP/1.1 " + status + ' ')) << path;
  ASSERT_THAT(api.statuses(path), Contains(status)) << path;
  const nlohmann::json headers = api.response(path, status).at("headers");
  ASSERT_FALSE(headers.empty()) << path << ' ' << status;
  for (const auto& header : headers.items()) {
    EXPECT_THAT(answer, HasSubstr("\r\n" + header.key() + ": ")) << path << ' ' << status;
  }
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Type: " + api.type(path, status))) << path << ' ' << status;
  const std::string body = answer.substr(answer.find("\r\n\r\n") + 4);
  EXPECT_EQ(api.faults(path, status, nlohmann::json::parse(body, nullptr, false)), "")
      << path << ' ' << status;
}

TEST(Documented, RefusalsOfHeadsAreDocumentedForEveryPath) {
  for (const auto& [path, told] : document()["paths"].items()) {
    const std::string line = "GET " + path;
    const std::string end = " HTTP/1.1\r\nHost: x\r\n";
    const std::map<std::string, std::string> provoked = {
        {"400", line + " HTTP/1.1\r\n\r\n"},
        {"413", line + end + "Content-Length: 1048577\r\n\r\n"},
        {"414", line + "?q=" + std::string(33'000, 'a') + end + "\r\n"},
        {"431", line + end + "X: " + std::string(66'000, 'a') + "\r\n\r\n"},
    };
    for (const auto& [status, bytes] : provoked)
      expect_documented(RunningServer::get().exchange(bytes), path, status);
    for (const int status : {408, 429, 500, 503}) EXPECT_FALSE(documented(path, status).is_null()) << path;
  }
}

TEST(Documented, OtherMethodsAreRefusedAsDocumented) {
  for (const auto& [path, told] : document()["paths"].items()) {
    const std::string end = ' ' + target_of(path) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    const std::multimap<std::string, std::string> provoked = {
        {"405",
         "POST" + end + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b"},
        {"405", "DELETE" + end + "\r\n"},
        {"411", "POST" + end + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"415", "POST" + end + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\na=b"},
    };
    for (const auto& [status, bytes] : provoked)
      expect_documented(RunningServer::get().exchange(bytes), e2e::kOtherMethods, status);
  }
}

}  // namespace
}  // namespace giaidap::test
