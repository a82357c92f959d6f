// Requests that nobody should send, and what they get: a status, an error body, a server that goes on.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

struct BadRequest {
  std::string target;
  int status;
  std::string code;
  std::string about;  // what the message names
};

void expect_error(const Reply& reply, const BadRequest& request) {
  EXPECT_EQ(reply.status, request.status) << request.target;
  EXPECT_THAT(reply.type, StartsWith("application/json")) << request.target;
  const json body = reply.json();
  ASSERT_TRUE(body.is_object() && body.contains("error")) << request.target << ": " << reply.body;
  EXPECT_EQ(body["error"]["code"], request.code) << request.target;
  EXPECT_THAT(body["error"]["message"].get<std::string>(), HasSubstr(request.about)) << request.target;
}

std::string of_search(const std::string& name, const std::string& value) {
  return address("/api/v1/search", {{"q", "khai sinh"}, {name, value}});
}

TEST(BadRequests, ValuesThatCannotBe) {
  const std::string bad = "bad_request";
  const std::vector<BadRequest> requests{
      {of_search("page", "0"), 400, bad, "page"},
      {of_search("page", "-1"), 400, bad, "page"},
      {of_search("page", "one"), 400, bad, "page"},
      {of_search("page", "1.5"), 400, bad, "page"},
      {of_search("page", "99999999999999999999"), 400, bad, "page"},
      {of_search("per_page", "0"), 400, bad, "per_page"},
      {of_search("per_page", "100000"), 400, bad, "per_page"},
      {of_search("sort", "color"), 400, bad, "sort"},
      {of_search("kind", "poem"), 400, bad, "kind"},
      {of_search("status", "maybe"), 400, bad, "status"},
      {of_search("year", "soon"), 400, bad, "year"},
      {of_search("from", "yesterday"), 400, bad, "from"},
      {of_search("to", "2024-02-30"), 400, bad, "to"},
      {of_search("fields", "everything"), 400, bad, "fields"},
      {"/api/v1/search?q=%FF%FE", 400, bad, ""},
  };
  for (const BadRequest& request : requests) expect_error(corpus_server().get(request.target), request);
}

TEST(BadRequests, QueriesMayBeTwoThousandCharactersLong) {
  std::string query;
  for (int i = 0; i < 2000; ++i) query += "ố";
  EXPECT_EQ(corpus_server().get(address("/api/v1/search", {{"q", query}})).status, 200)
      << "characters, not bytes";
  for (int i = 0; i < 1000; ++i) query += "ố";
  expect_error(corpus_server().get(address("/api/v1/search", {{"q", query}})),
               {"3,000 characters", 400, "bad_request", "q"});
}

TEST(BadRequests, NamesThatDoNotExist) {
  const std::vector<BadRequest> requests{
      {"/api/v1/entries/" + percent_encoded("1165/TCTTKĐA#IX.99"), 404, "not_found", ""},
      {"/api/v1/entries/" + percent_encoded("../../etc/passwd"), 404, "not_found", ""},
      {"/api/v1/entries/" + percent_encoded(std::string(900, 'x')), 404, "not_found", ""},
      {"/api/v1/dispatches/" + percent_encoded("9999/XYZ"), 404, "not_found", ""},
      {"/api/v1/documents/" + percent_encoded("9999/XYZ"), 404, "not_found", ""},
      {"/api/v1/nothing", 404, "not_found", ""},
      {"/api/v2/search?q=a", 404, "not_found", ""},
  };
  for (const BadRequest& request : requests) expect_error(corpus_server().get(request.target), request);
}

TEST(BadRequests, PagesExplainThemselvesToPeople) {
  for (const std::string& target : {"/muc/" + percent_encoded("1165/TCTTKĐA#IX.99"),
                                    "/van-ban/" + percent_encoded("9999/XYZ"), std::string("/nothing")}) {
    const Reply reply = corpus_server().get(target);
    EXPECT_EQ(reply.status, 404) << target;
    EXPECT_THAT(reply.type, StartsWith("text/html")) << target;
    EXPECT_THAT(reply.body, HasSubstr("</html>")) << target;
  }
  EXPECT_EQ(corpus_server().get("/?q=a&page=0").status, 400);
}

// Query syntax left open, signs that mean something to some parser, text in other scripts.
TEST(BadRequests, StrangeQueriesAreSearched) {
  for (const std::string& query : std::vector<std::string>{
           "\"khai sinh", "-", "--- -khai", "\"\"", "AND OR NOT ()", "*", "số*", "%", "\\", "';--", "\t\n",
           "🙂 số", "登记出生", "QE1165/TCTTKĐA#III.4", std::string(300, '"'), std::string(1000, '-'),
           std::string("a\0b", 3), "\u200b\u00ad", "e\u0301\u0301\u0301\u0301\u0301"}) {
    EXPECT_EQ(corpus_server().get(address("/api/v1/search", {{"q", query}})).status, 200) << query;
    EXPECT_EQ(corpus_server().get(address("/api/v1/suggest", {{"q", query}})).status, 200) << query;
    EXPECT_EQ(corpus_server().get(address("/", {{"q", query}})).status, 200) << query;
  }
}

TEST(BadRequests, UnknownParametersAreIgnored) {
  EXPECT_EQ(corpus_server().get(of_search("utm_source", "mail")).status, 200);
}

}  // namespace
}  // namespace giaidap::e2e
