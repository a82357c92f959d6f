// What web/openapi.json promises, held against what the server answers.
#include "tests/e2e/openapi.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "tests/e2e/corpus.h"
#include "tests/e2e/measures.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const OpenApi& documented() {
  static const OpenApi api(corpus_server().get("/api/v1/openapi.json").json());
  return api;
}

// The status that the server answered with; the body is what is documented of it.
std::string ask_as_documented(const std::string& path, const std::string& target) {
  const Reply reply = corpus_server().get(target);
  std::string status = std::to_string(reply.status);
  const std::string type = documented().type(path, status);
  EXPECT_THAT(reply.type, StartsWith(type)) << target;
  const json body = type == "application/json" ? reply.json() : json(reply.body);
  EXPECT_EQ(documented().faults(path, status, body), "") << target;
  return status;
}

// Requests for each path, so that each of its documented answers is seen.
const std::multimap<std::string, std::string>& requests() {
  static const std::string too_long(2001, 'a');
  static const std::string number = percent_encoded("1165/TCTTKĐA");
  static const std::multimap<std::string, std::string> all{
      {"/api/v1/search", "/api/v1/search"},
      {"/api/v1/search",
       address("/api/v1/search", {{"q", "trẻ em chưa có số định danh"}, {"fields", "text"}})},
      {"/api/v1/search", "/api/v1/search?page=0"},
      {"/api/v1/entries/{entry}", "/api/v1/entries/" + percent_encoded("1165/TCTTKĐA#III.4")},
      {"/api/v1/entries/{entry}", "/api/v1/entries/none"},
      {"/api/v1/entries/{entry}", "/api/v1/entries/%FF"},
      {"/api/v1/dispatches", "/api/v1/dispatches"},
      {"/api/v1/dispatches/{number}", "/api/v1/dispatches/" + number},
      {"/api/v1/dispatches/{number}", "/api/v1/dispatches/none"},
      {"/api/v1/documents/{number}", "/api/v1/documents/" + percent_encoded("3160/BTP-CNTT")},
      {"/api/v1/documents/{number}", "/api/v1/documents/" + number},
      {"/api/v1/documents/{number}", "/api/v1/documents/none"},
      {"/api/v1/asked-before",
       address("/api/v1/asked-before",
               {{"q", "Đề nghị cấp số định danh cho trẻ em đăng ký khai sinh quá hạn."}})},
      {"/api/v1/asked-before", "/api/v1/asked-before?q=" + too_long},
      {"/api/v1/suggest", "/api/v1/suggest?q=so+dinh"},
      {"/api/v1/suggest", "/api/v1/suggest?q=" + too_long},
      {"/healthz", "/healthz"},
      {"/readyz", "/readyz"},
      {"/metrics", "/metrics"},
  };
  return all;
}

// Statuses that no address brings about. tests/api/documented_test.cc asks for 304, 413, 414 and 431 at every
// path. The others are given for slow clients (408), too many of them (429), a lost index (503) and our own
// faults (500), and nobody holds their answers to what is documented.
const std::set<std::string> kOfNoAddress = {"304", "408", "413", "414", "429", "431", "500", "503"};

TEST(OpenApi, EveryDocumentedAnswerIsGivenAsDocumented) {
  for (const std::string& path : documented().paths()) {
    if (path == "/api/v1/openapi.json") continue;  // what it is read from
    std::set<std::string> seen;
    const auto [begin, end] = requests().equal_range(path);
    for (auto request = begin; request != end; ++request)
      seen.insert(ask_as_documented(path, request->second));
    ASSERT_NE(begin, end) << path << " is never asked for";
    const std::string& any = begin->second;
    seen.insert(ask_as_documented(path, any + (any.find('?') == std::string::npos ? '?' : '&') + "x=%FF"));
    for (const std::string& status : documented().statuses(path)) {
      if (kOfNoAddress.contains(status)) continue;
      EXPECT_TRUE(seen.contains(status)) << path << " never answered " << status;
    }
  }
}

TEST(OpenApi, NothingIsDescribedInVain) { EXPECT_THAT(documented().unused(), IsEmpty()); }

TEST(OpenApi, JudgedQueriesAreAnsweredAsDocumented) {
  for (const char* file : {"officials", "helpdesk", "visitors"}) {
    const std::string path = std::string("tests/data/queries/") + file + ".dev.jsonl";
    for (const JudgedQuery& judged : read_judged_queries(path)) {
      ask_as_documented("/api/v1/search", address("/api/v1/search", {{"q", judged.query}}));
    }
  }
}

// Entries of all kinds, and the documents that they cite.
TEST(OpenApi, EntriesAndDocumentsAreAsDocumented) {
  std::set<std::string> cited;
  for (const char* kind : {"qa", "petition", "task", "passage"}) {
    const json found = corpus_server().search({{"kind", kind}, {"per_page", "20"}});
    for (const std::string& name : column(found.at("results"), "entry")) {
      ask_as_documented("/api/v1/entries/{entry}", "/api/v1/entries/" + percent_encoded(name));
      const json entry = corpus_server().entry(name);
      for (const json& number : entry.at("cites")) cited.insert(number.get<std::string>());
    }
  }
  for (const std::string& number : cited) {
    ask_as_documented("/api/v1/documents/{number}", "/api/v1/documents/" + percent_encoded(number));
  }
  for (const std::string& number :
       column(corpus_server().get("/api/v1/dispatches").json().at("dispatches"), "url")) {
    ask_as_documented("/api/v1/dispatches/{number}",
                      "/api/v1/dispatches/" + number.substr(number.rfind('/') + 1));
  }
}

TEST(OpenApi, DocumentedValuesOfParametersAreTaken) {
  for (const json& parameter : documented().parameters("/api/v1/search")) {
    const json& schema = parameter.at("schema");
    const json& values = schema.contains("items") ? schema.at("items") : schema;
    for (const json& value : values.value("enum", json::array())) {
      EXPECT_EQ(
          ask_as_documented("/api/v1/search",
                            address("/api/v1/search",
                                    {{"q", "khai sinh"}, {parameter.at("name"), value.get<std::string>()}})),
          "200");
    }
    if (schema.contains("maximum")) {
      const int most = schema.at("maximum").get<int>();
      const std::string name = parameter.at("name");
      EXPECT_EQ(corpus_server().get(address("/api/v1/search", {{name, std::to_string(most)}})).status, 200);
      EXPECT_EQ(corpus_server().get(address("/api/v1/search", {{name, std::to_string(most + 1)}})).status,
                400);
    }
  }
}

// The test itself can fail: members too many, missing and of other types are told.
TEST(OpenApi, WhatIsNotDocumentedIsAFault) {
  const auto with = [](const std::string& pointer, const json& value) {
    json body = corpus_server().search({{"q", "số định danh"}});
    body[json::json_pointer(pointer)] = value;
    return documented().faults("/api/v1/search", "200", body);
  };
  EXPECT_EQ(with("/page", 1), "");
  EXPECT_THAT(with("/colour", "blue"), HasSubstr("colour"));
  EXPECT_THAT(with("/results/0/colour", "blue"), HasSubstr("colour"));
  EXPECT_NE(with("/page", "1"), "");
  EXPECT_NE(with("/results/0/dispatch/date", "25/8/2023"), "");
  EXPECT_NE(with("/results/0/kind", "poem"), "");
  EXPECT_NE(documented().faults("/readyz", "200", {{"status", "ready"}}), "") << "entries are missing";
}

}  // namespace
}  // namespace giaidap::e2e
