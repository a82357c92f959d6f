// The answers under /api/v1, in the contract's shapes, from a real server.
#include <gmock/gmock.h>

#include <set>

#include "server/api/urls.h"
#include "server/query/search.h"
#include "tests/api/running_server.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAreArray;

std::set<std::string> keys(const json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

json get(const std::string& target) {
  const Got got = ask(target);
  EXPECT_EQ(got.status, 200) << target << '\n' << got.body;
  EXPECT_EQ(got.header("Content-Type"), "application/json") << target;
  return got.json();
}

std::string api_entry(const std::string& name) { return "/api/v1/entries/" + percent_encode(name); }

TEST(ApiSearch, HasTheContractsFields) {
  const json reply = get("/api/v1/search?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh");
  EXPECT_EQ(keys(reply), (std::set<std::string>{"query", "corrected", "interpreted", "total",
                                                "total_is_estimate", "partial", "page", "per_page", "took_ms",
                                                "answer", "nearest_agencies", "results", "facets"}));
  EXPECT_EQ(reply["query"], "số định danh");
  EXPECT_EQ(reply["page"], 1);
  EXPECT_EQ(reply["per_page"], 10);
  EXPECT_GT(reply["took_ms"].get<double>(), 0);
  EXPECT_GE(reply["total"].get<int>(), 3);
  const json& result = reply["results"].at(0);
  EXPECT_EQ(keys(result), (std::set<std::string>{"entry", "kind", "status", "dispatch", "item", "heading",
                                                 "topic", "agencies", "petitioners", "today", "question",
                                                 "excerpt", "score", "url"}));
  EXPECT_EQ(keys(result["dispatch"]),
            (std::set<std::string>{"number", "date", "issuer", "kind", "title", "url"}));
  EXPECT_THAT(result["excerpt"].get<std::string>(), HasSubstr("<mark>"));
  EXPECT_EQ(keys(reply["facets"]),
            (std::set<std::string>{"agency", "topic", "dispatch", "kind", "status", "year"}));
  EXPECT_EQ(keys(reply["facets"]["kind"].at(0)), (std::set<std::string>{"value", "count"}));
}

TEST(ApiSearch, TextComesOnlyWhenAskedFor) {
  EXPECT_FALSE(get("/api/v1/search?q=khai+sinh")["results"].at(0).contains("text"));
  EXPECT_TRUE(get("/api/v1/search?q=khai+sinh&fields=text")["results"].at(0)["text"].is_string());
}

TEST(ApiSearch, FiltersOfOneKindWiden) {
  EXPECT_EQ(get("/api/v1/search?kind=petition")["total"], 1);
  EXPECT_EQ(get("/api/v1/search?kind=petition&kind=task")["total"], 2);
  EXPECT_EQ(get("/api/v1/search?kind=petition&year=2023")["total"], 0);
  EXPECT_EQ(get("/api/v1/search?agency=B%E1%BB%99+C%C3%B4ng+an")["total"], 1);
  EXPECT_EQ(get("/api/v1/search?from=2024-01-01&to=2024-12-31")["total"], 2);
}

TEST(ApiSearch, PagesFollowEachOther) {
  const json first = get("/api/v1/search?q=k%E1%BA%BFt+qu%E1%BA%A3&per_page=20&kind=passage");
  const json second = get("/api/v1/search?q=k%E1%BA%BFt+qu%E1%BA%A3&per_page=20&kind=passage&page=2");
  EXPECT_EQ(first["results"].size(), 20U);
  EXPECT_EQ(second["results"].size(), static_cast<std::size_t>(kPassages - 20));
  EXPECT_EQ(second["page"], 2);
  std::set<std::string> names;
  for (const json& reply : {first, second}) {
    for (const json& result : reply["results"]) names.insert(result["entry"].get<std::string>());
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(kPassages)) << "no entry stands on two pages";
}

TEST(ApiSearch, PastTheLastResultThereIsNothing) {
  const json reply = get("/api/v1/search?kind=petition&page=7");
  EXPECT_EQ(reply["total"], 1);
  EXPECT_TRUE(reply["results"].empty());
}

TEST(ApiEntry, IsWholeAndNamesItsPlace) {
  const json entry = get("/api/v1/entries/1165%2FTCTTK%C4%90A%23III.4");
  EXPECT_EQ(keys(entry),
            (std::set<std::string>{"entry",  "kind",  "status",   "dispatch",     "item",   "heading",
                                   "title",  "topic", "agencies", "petitioners",  "today",  "question",
                                   "answer", "text",  "deadline", "basis",        "result", "cites",
                                   "place",  "url",   "related",  "other_answers"}));
  EXPECT_EQ(entry["entry"], kNewbornEntry);
  EXPECT_EQ(entry["agencies"], json({"Bộ Tư pháp"}));
  EXPECT_EQ(entry["cites"], json({"3160/BTP-CNTT"}));
  EXPECT_EQ(entry["place"], json({{"file", "000.txt"}, {"page", nullptr}, {"line", 72}}));
  EXPECT_EQ(entry["url"], "/muc/1165%2FTCTTK%C4%90A%23III.4");
  EXPECT_EQ(entry["dispatch"]["url"], "/van-ban/1165%2FTCTTK%C4%90A");
  EXPECT_TRUE(entry["deadline"].is_null());
}

TEST(ApiEntry, NamesMayBeSentInSeveralWays) {
  struct Case {
    const char* target;
    const char* why;
  };
  const Case cases[] = {
      {"/api/v1/entries/1165/TCTTK%C4%90A%23III.4", "the slash unescaped"},
      {"/api/v1/entries/1165%2fTCTTK%c4%90A%23III.4", "lower-case escapes"},
      {"/api/v1/entries/1165%2FTCTTK\xC4\x90"
       "A%23III.4",
       "raw UTF-8"},
      {"/api/v1/entries/%31165%2FTCTTK%C4%90A%23III%2E4", "more escaped than needed"},
  };
  for (const Case& c : cases) {
    const Got got = ask(c.target);
    ASSERT_EQ(got.status, 200) << c.why;
    EXPECT_EQ(got.json()["entry"], kNewbornEntry) << c.why;
  }
}

TEST(ApiEntry, HostileNamesAreNames) { EXPECT_EQ(get(api_entry(kHostileEntry))["entry"], kHostileEntry); }

TEST(ApiEntry, RelatedEntriesStandElsewhereAndAnswersComeFirst) {
  const json entry = get(api_entry(kPetitionEntry));
  ASSERT_FALSE(entry["related"].empty());
  EXPECT_EQ(keys(entry["related"][0]),
            (std::set<std::string>{"entry", "kind", "question", "agencies", "today", "same_as", "url"}));
  EXPECT_EQ(entry["related"][0]["kind"], "qa");
  EXPECT_EQ(entry["related"][0]["entry"], kNewbornEntry);
}

TEST(ApiDispatches, AllAreListed) {
  const json reply = get("/api/v1/dispatches");
  ASSERT_EQ(reply["dispatches"].size(), 4U);
  const json& first = reply["dispatches"][0];
  EXPECT_EQ(keys(first), (std::set<std::string>{"number", "date", "place", "issuer", "kind", "title",
                                                "signer", "addressed_to", "counts", "file", "url"}));
  EXPECT_EQ(first["number"], "1165/TCTTKĐA");
  EXPECT_EQ(first["counts"], json({{"qa", 2}}));
  EXPECT_EQ(first["signer"]["name"], "Nguyễn Văn A");
  EXPECT_TRUE(reply["dispatches"][2]["number"].is_null()) << "a dispatch without a number";
}

TEST(ApiDispatches, OneHasItsOutline) {
  for (const char* spelling : {"1165%2FTCTTK%C4%90A", "1165/TCTTK%C4%90A", "1165%2Ftcttkda"}) {
    const json reply = get("/api/v1/dispatches/" + std::string(spelling));
    EXPECT_EQ(reply["number"], "1165/TCTTKĐA") << spelling;
    EXPECT_EQ(
        reply["outline"].at(1),
        json({{"path", "III"}, {"heading", "Về dữ liệu"}, {"url", "/van-ban/1165%2FTCTTK%C4%90A#muc-III"}}));
  }
}

TEST(ApiDispatches, OneWithoutNumberIsNamedByItsFile) {
  EXPECT_EQ(get("/api/v1/dispatches/002.txt~1")["counts"], json({{"passage", kPassages}}));
}

TEST(ApiDocuments, TellWhoCitesThem) {
  const json reply = get("/api/v1/documents/3160%2FBTP-CNTT");
  EXPECT_EQ(keys(reply),
            (std::set<std::string>{"number", "kind", "date", "issuer", "name", "description", "dates",
                                   "spellings", "joined", "apart", "dispatch", "entries", "url"}));
  std::vector<std::string> citing;
  for (const json& entry : reply["entries"]) citing.push_back(entry["entry"]);
  EXPECT_THAT(citing, UnorderedElementsAreArray({kNewbornEntry, kPetitionEntry}));
  EXPECT_THAT(reply["spellings"], UnorderedElementsAreArray({"3160/BTP-CNTT", "3160/BTP - CNTT"}));
  EXPECT_THAT(reply["description"].get<std::string>(), HasSubstr("Văn bản số 3160/BTP-CNTT ngày 13/9/2021"));
  EXPECT_TRUE(reply["dispatch"].is_null());
}

TEST(ApiSuggest, OffersWhatBeginsLikeTheWordsTyped) {
  const json reply = get("/api/v1/suggest?q=bo+tu");
  ASSERT_FALSE(reply["suggestions"].empty());
  EXPECT_EQ(reply["suggestions"][0], json({{"text", "Bộ Tư pháp"},
                                           {"kind", "agency"},
                                           {"url", "/?agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p"}}));
  EXPECT_EQ(get("/api/v1/suggest?q=1165")["suggestions"].at(0)["kind"], "dispatch");
  EXPECT_EQ(
      get("/api/v1/suggest?q=3160%2Fb")["suggestions"],
      json::array({{{"text", "3160/BTP-CNTT"}, {"kind", "document"}, {"url", "/van-ban/3160%2FBTP-CNTT"}}}));
  EXPECT_EQ(get("/api/v1/suggest?q=du+li")["suggestions"].at(0),
            json({{"text", "Về dữ liệu"},
                  {"kind", "topic"},
                  {"url", "/?topic=V%E1%BB%81%20d%E1%BB%AF%20li%E1%BB%87u"}}));
  const json questions = get("/api/v1/suggest?q=de+nghi+bo")["suggestions"];
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_EQ(
      questions[0]["text"],
      "Đề nghị Bộ Tư pháp sớm khắc phục tình trạng trẻ em có 02 số định danh cá nhân khi đăng ký khai sinh");
  EXPECT_EQ(questions[0]["kind"], "question");
  EXPECT_EQ(questions[0]["url"], "/muc/230%2FBC-TCTTK%C4%90A%23I.1");
  EXPECT_TRUE(get("/api/v1/suggest?q=+")["suggestions"].empty());
}

TEST(ApiSearch, OffersTheAgencyThatTheQueryNames) {
  const std::string query = "/api/v1/search?q=btp+s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh";
  EXPECT_EQ(get(query)["interpreted"]["filters"],
            json::array({{{"facet", "agency"}, {"value", "Bộ Tư pháp"}, {"count", 3}}}));
  EXPECT_TRUE(get(query + "&agency=B%E1%BB%99+T%C6%B0+ph%C3%A1p")["interpreted"]["filters"].empty());
}

TEST(Api, TellsWhoHasAskedTheSame) {
  const std::string question = get(api_entry(kNewbornEntry))["question"];
  const json reply = get("/api/v1/asked-before?q=" + percent_encode(question));
  ASSERT_EQ(reply["parts"].size(), 1);
  const json& first = reply["parts"][0]["found"].at(0);
  EXPECT_EQ(first["entry"], kNewbornEntry);
  EXPECT_EQ(first["closeness"], "same");
  EXPECT_EQ(first["status"], "answered");
  const json schema =
      get("/api/v1/openapi.json")["paths"]["/api/v1/asked-before"]["get"]["responses"]["200"]["content"]
                                 ["application/json"]["schema"]["properties"]["parts"]["items"]["properties"];
  EXPECT_EQ(keys(schema["found"]["items"]["properties"]), keys(first));
  EXPECT_TRUE(get("/api/v1/asked-before?q=")["parts"].empty());
}

TEST(Api, DescribesItself) {
  const json description = get("/api/v1/openapi.json");
  for (const char* path :
       {"/api/v1/search", "/api/v1/entries/{entry}", "/api/v1/dispatches", "/api/v1/dispatches/{number}",
        "/api/v1/documents/{number}", "/api/v1/suggest", "/api/v1/asked-before"}) {
    EXPECT_TRUE(description["paths"].contains(path)) << path;
  }
}

// The description's objects and what is really sent name the same fields.
TEST(Api, DescriptionMatchesTheAnswers) {
  const json schemas = get("/api/v1/openapi.json")["components"]["schemas"];
  const json search = get("/api/v1/search?q=khai+sinh&fields=text");
  const json entry = get(api_entry(kPetitionEntry));
  const json dispatches = get("/api/v1/dispatches");
  EXPECT_EQ(keys(schemas["SearchResponse"]["properties"]), keys(search));
  EXPECT_EQ(keys(schemas["SearchResponse"]["properties"]["interpreted"]["properties"]),
            keys(search["interpreted"]));
  EXPECT_EQ(keys(schemas["Result"]["properties"]), keys(search["results"][0]));
  EXPECT_EQ(keys(schemas["DispatchBrief"]["properties"]), keys(search["results"][0]["dispatch"]));
  EXPECT_EQ(keys(schemas["Entry"]["properties"]), keys(entry));
  EXPECT_EQ(keys(schemas["Mention"]["properties"]), keys(entry["related"].at(0)));
  EXPECT_EQ(keys(schemas["Dispatch"]["properties"]), keys(dispatches["dispatches"].at(0)));
}

TEST(System, HealthAndReadiness) {
  EXPECT_EQ(get("/healthz"), json({{"status", "ok"}}));
  const json ready = get("/readyz");
  EXPECT_EQ(ready["status"], "ready");
  EXPECT_EQ(ready["entries"], 5 + kPassages);
}

TEST(System, MetricsNamePatternsAndNeverAddresses) {
  ask("/muc/khong-co");
  const Got got = ask("/metrics");
  EXPECT_EQ(got.status, 200);
  EXPECT_THAT(got.header("Content-Type"), HasSubstr("text/plain"));
  EXPECT_THAT(got.body, HasSubstr(R"(giaidap_http_requests_total{route="/muc/{name}",status="404"})"));
  EXPECT_THAT(got.body, ::testing::Not(HasSubstr("khong-co")));
  EXPECT_THAT(got.body, ::testing::ContainsRegex("\ngiaidap_index_bytes [1-9]"));
}

}  // namespace
}  // namespace giaidap::test
