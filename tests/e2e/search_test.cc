// Searching the real dispatches over HTTP.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

int count_of(const json& facet, const std::string& value) {
  for (const json& row : facet) {
    if (row["value"] == value) return row["count"];
  }
  return 0;
}

struct Question {
  std::string query;
  std::string entry;  // that must come first
};

TEST(Search, TheRightEntryComesFirst) {
  const std::vector<Question> questions{
      {"giấy khai sinh không có số định danh do lỗi hệ thống chờ cấp số", "1165/TCTTKĐA#III.4"},
      {"giay khai sinh khong co so dinh danh do loi he thong cho cap so", "1165/TCTTKĐA#III.4"},
      {"số hóa dữ liệu tình trạng hôn nhân cấp giấy xác nhận", "1165/TCTTKĐA#IV.12"},
      {"so hoa du lieu tinh trang hon nhan cap giay xac nhan", "1165/TCTTKĐA#IV.12"},
      {"kết nối dữ liệu dân cư với cơ sở dữ liệu quốc gia về đất đai", "230/BC-TCTTKĐA#A.II.2"},
      {"tên huyện Đa Krông sai khi đăng ký dự thi", "1165/TCTTKĐA#V.35"},
      {"ten huyen dakrong sai khi dang ky du thi", "1165/TCTTKĐA#V.35"},
  };
  for (const Question& question : questions) {
    const json results = corpus_server().search({{"q", question.query}})["results"];
    ASSERT_FALSE(results.empty()) << question.query;
    EXPECT_EQ(results[0]["entry"], question.entry) << question.query;
  }
}

// Rows of 1165/TCTTKĐA on identity numbers of newborns, with who answered.
bool is_identity_row(const json& result) {
  static const std::set<std::string> kRows{"1165/TCTTKĐA#III.4", "1165/TCTTKĐA#IV.10", "1165/TCTTKĐA#V.3",
                                           "1165/TCTTKĐA#V.6", "1165/TCTTKĐA#V.14"};
  const json& agencies = result["agencies"];
  const bool named = std::any_of(agencies.begin(), agencies.end(), [](const json& agency) {
    return agency == "Bộ Tư pháp" || agency == "Bộ Công an";
  });
  return named && kRows.count(result["entry"]) == 1;
}

TEST(Search, WhoAnswersOnIdentityNumbersInEveryWayOfAsking) {
  for (const char* query :
       {"ai trả lời vướng mắc về số định danh hộ tịch", "ai tra loi vuong mac so dinh danh ho tich",
        "who answers issues on civil-status ID numbers"}) {
    const json results = corpus_server().search({{"q", query}})["results"];
    const auto found = std::find_if(results.begin(), results.end(), is_identity_row);
    ASSERT_NE(found, results.end()) << query;
    EXPECT_LT(found - results.begin(), 3) << query;
  }
}

TEST(Search, AllWaysOfWritingFindTheSame) {
  const json precomposed = corpus_server().search({{"q", "hòa mạng số định danh"}});
  const std::vector<std::pair<std::string, std::string>> spellings{
      {"hoà mạng số định danh", "the other place of the tone mark"},
      {"ho\u0300a ma\u0323ng so\u0302\u0301 đi\u0323nh danh", "decomposed"},
      {"HÒA MẠNG SỐ ĐỊNH DANH", "upper case"},
  };
  for (const auto& [query, why] : spellings) {
    EXPECT_EQ(column(corpus_server().search({{"q", query}})["results"], "entry"),
              column(precomposed["results"], "entry"))
        << why;
  }
}

TEST(Search, AReplyHasEveryFieldOfTheContract) {
  const json reply = corpus_server().search({{"q", "số định danh cá nhân"}});
  for (const char* field : {"query", "corrected", "interpreted", "total", "total_is_estimate", "page",
                            "per_page", "took_ms", "answer", "results", "facets"}) {
    EXPECT_TRUE(reply.contains(field)) << field;
  }
  const json& result = reply["results"][0];
  for (const char* field : {"entry", "kind", "status", "dispatch", "item", "heading", "topic", "agencies",
                            "petitioners", "question", "excerpt", "score", "url"}) {
    EXPECT_TRUE(result.contains(field)) << field;
  }
  for (const char* field : {"number", "date", "issuer", "kind", "title", "url"}) {
    EXPECT_TRUE(result["dispatch"].contains(field)) << field;
  }
  EXPECT_FALSE(result.contains("text"));
  EXPECT_TRUE(
      corpus_server().search({{"q", "số định danh"}, {"fields", "text"}})["results"][0].contains("text"));
  EXPECT_EQ(reply["query"], "số định danh cá nhân");
  EXPECT_EQ(reply["page"], 1);
  EXPECT_EQ(reply["per_page"], 10);
  EXPECT_THAT(result["excerpt"].get<std::string>(), AllOf(HasSubstr("<mark>"), HasSubstr("</mark>")));
}

TEST(Search, ResultsComeInTheOrderOfTheirScore) {
  const json results =
      corpus_server().search({{"q", "thanh toán trực tuyến"}, {"per_page", "50"}})["results"];
  ASSERT_GT(results.size(), 10U);
  for (std::size_t i = 1; i < results.size(); ++i) {
    EXPECT_LE(results[i]["score"].get<double>(), results[i - 1]["score"].get<double>()) << i;
  }
}

struct Filtered {
  std::string parameter, value;
  bool (*holds)(const json& result, const std::string& value);
};

bool has_agency(const json& result, const std::string& value) {
  const json& agencies = result["agencies"];
  return std::find(agencies.begin(), agencies.end(), value) != agencies.end();
}

TEST(Search, EachFilterKeepsOnlyItsOwn) {
  const std::vector<Filtered> filters{
      {"agency", "Bộ Tư pháp", has_agency},
      {"topic", "", [](const json& result, const std::string& value) { return result["topic"] == value; }},
      {"dispatch", "3193/VPCP-KSTT",
       [](const json& result, const std::string& value) { return result["dispatch"]["number"] == value; }},
      {"kind", "task", [](const json& result, const std::string& value) { return result["kind"] == value; }},
      {"status", "open",
       [](const json& result, const std::string& value) { return result["status"] == value; }},
      {"year", "2024",
       [](const json& result, const std::string& value) {
         return result["dispatch"]["date"].is_string() &&
                result["dispatch"]["date"].get<std::string>().rfind(value, 0) == 0;
       }},
  };
  const json all = corpus_server().search({});
  for (const Filtered& filter : filters) {
    const json& facet = all["facets"][filter.parameter];
    ASSERT_FALSE(facet.empty()) << filter.parameter;
    const std::string value = filter.value.empty() ? facet[0]["value"].get<std::string>() : filter.value;
    const json reply = corpus_server().search({{filter.parameter, value}, {"per_page", "100"}});
    ASSERT_FALSE(reply["results"].empty()) << filter.parameter;
    for (const json& result : reply["results"]) {
      EXPECT_TRUE(filter.holds(result, value)) << filter.parameter << '=' << value << ": " << result["entry"];
    }
    EXPECT_EQ(reply["total"], count_of(facet, value)) << "the facet promised it: " << filter.parameter;
  }
}

TEST(Search, ValuesOfOneFilterAddUpAndFiltersNarrow) {
  const auto total = [](const Parameters& parameters) {
    return corpus_server().search(parameters)["total"].get<int>();
  };
  EXPECT_EQ(total({{"kind", "qa"}, {"kind", "task"}}), 76 + 27);
  EXPECT_EQ(total({{"kind", "qa"}, {"dispatch", "3193/VPCP-KSTT"}}), 0);
  EXPECT_EQ(total({{"kind", "petition"}, {"dispatch", "3193/VPCP-KSTT"}}), 81);
  EXPECT_LT(total({{"kind", "qa"}, {"agency", "Bộ Tư pháp"}}), total({{"agency", "Bộ Tư pháp"}}));
}

TEST(Search, CountsOfAFacetIgnoreItsOwnFilter) {
  const json all = corpus_server().search({{"q", "khai sinh"}});
  const json one = corpus_server().search({{"q", "khai sinh"}, {"kind", "qa"}});
  EXPECT_EQ(one["facets"]["kind"], all["facets"]["kind"]) << "others can still be chosen";
  EXPECT_EQ(count_of(one["facets"]["status"], "open"), 0) << "other facets are narrowed";
  EXPECT_GT(count_of(all["facets"]["status"], "open"), 0);
  EXPECT_EQ(one["total"], count_of(all["facets"]["kind"], "qa"));
}

TEST(Search, DatesNarrow) {
  const json reply = corpus_server().search({{"from", "2024-02-01"}, {"to", "2024-05-10"}});
  EXPECT_EQ(reply["total"], corpus_server().search({{"dispatch", "3193/VPCP-KSTT"}})["total"]);
  EXPECT_EQ(corpus_server().search({{"from", "2030-01-01"}})["total"], 0);
}

TEST(Search, PagesShareOutTheResults) {
  const json whole = corpus_server().search({{"q", "dữ liệu"}, {"per_page", "40"}});
  std::vector<std::string> joined;
  for (const char* page : {"1", "2", "3", "4"}) {
    const json part = corpus_server().search({{"q", "dữ liệu"}, {"per_page", "10"}, {"page", page}});
    EXPECT_EQ(part["total"], whole["total"]);
    EXPECT_EQ(part["facets"], whole["facets"]);
    for (const std::string& name : column(part["results"], "entry")) joined.push_back(name);
  }
  EXPECT_EQ(joined, column(whole["results"], "entry"));
  EXPECT_EQ(std::set<std::string>(joined.begin(), joined.end()).size(), 40U) << "none twice";
}

TEST(Search, APageBehindTheLastIsEmptyAndNoFault) {
  const json reply = corpus_server().search({{"kind", "task"}, {"page", "4"}});
  EXPECT_EQ(reply["total"], 27);
  EXPECT_THAT(reply["results"], IsEmpty());
}

TEST(Search, SortedByDateTheNewestComesFirst) {
  const json results =
      corpus_server().search({{"q", "khai sinh"}, {"sort", "date"}, {"per_page", "100"}})["results"];
  ASSERT_GT(results.size(), 10U);
  std::string last = "9999";
  for (const json& result : results) {
    const std::string date = result["dispatch"]["date"].is_null() ? "" : result["dispatch"]["date"];
    EXPECT_LE(date, last) << result["entry"] << " (without a date comes last)";
    last = date;
  }
}

TEST(Search, NothingFoundIsAnAnswer) {
  const Reply reply = corpus_server().get(address("/api/v1/search", {{"q", "qwrtzpsdfgh"}}));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.json()["total"], 0);
  EXPECT_TRUE(reply.json()["answer"].is_null());
}

TEST(Search, TheAnswerCardNamesWhoAnswered) {
  const json answer = corpus_server().search(
      {{"q", "giấy khai sinh không có số định danh do lỗi hệ thống chờ cấp số"}})["answer"];
  ASSERT_TRUE(answer.is_object());
  EXPECT_EQ(answer["entry"], "1165/TCTTKĐA#III.4");
  EXPECT_EQ(answer["agencies"], json({"Bộ Tư pháp"}));
  EXPECT_THAT(answer["citation"].get<std::string>(), HasSubstr("1165/TCTTKĐA"));
  const auto whole = corpus_server().entry("1165/TCTTKĐA#III.4")["answer"].get<std::string>();
  EXPECT_THAT(whole, HasSubstr(answer["text"].get<std::string>().substr(0, 60))) << "verbatim";
}

TEST(Search, DifferentAnswersToOneObstacleStandSideBySide) {
  const std::string q = "gia hạn thẻ bảo hiểm y tế hộ gia đình báo lỗi không tồn tại thông tin chủ hộ";
  const json answer = corpus_server().search({{"q", q}})["answer"];
  ASSERT_TRUE(answer.is_object());
  const std::set<std::string> both{answer["entry"], answer["others"].at(0)["entry"]};
  EXPECT_EQ(both, (std::set<std::string>{"1165/TCTTKĐA#III.1", "1165/TCTTKĐA#III.15"}));
  EXPECT_THAT(corpus_server().get(address("/", {{"q", q}})).body,
              AllOf(HasSubstr("class=\"beside\""), HasSubstr("Bảo hiểm xã hội Việt Nam")));
  const json entry = corpus_server().get("/api/v1/entries/" + percent_encoded("1165/TCTTKĐA#III.1")).json();
  EXPECT_EQ(entry["other_answers"].at(0)["entry"], "1165/TCTTKĐA#III.15");
}

TEST(Search, MarkupInAQueryComesBackHarmless) {
  const std::string hostile = "<script>alert(1)</script> số định danh";
  const json found = corpus_server().search({{"q", hostile}});
  for (const json& result : found["results"]) {
    EXPECT_THAT(result["excerpt"].get<std::string>(), Not(HasSubstr("<script")));
  }
  const Reply page = corpus_server().get(address("/", {{"q", hostile}}));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(Not(HasSubstr("<script>alert")), HasSubstr("&lt;script&gt;alert")));
}

TEST(Search, PagesAreReadableWithoutScripts) {
  const Reply found = corpus_server().get(address("/", {{"q", "số định danh khai sinh"}}));
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.type, StartsWith("text/html"));
  EXPECT_THAT(found.body, AllOf(HasSubstr("lang=\"vi\""), HasSubstr("Bộ Tư pháp"), HasSubstr("<mark>")));
  const json listed = corpus_server().get("/api/v1/dispatches").json();
  for (const json& dispatch : listed["dispatches"]) {
    const Reply page = corpus_server().get(dispatch["url"].get<std::string>());
    EXPECT_EQ(page.status, 200) << dispatch["url"];
    EXPECT_THAT(page.body, HasSubstr(dispatch["title"].get<std::string>().substr(0, 30)));
  }
}

TEST(Search, OtherAddressesAnswer) {
  EXPECT_EQ(corpus_server().get("/healthz").status, 200);
  EXPECT_EQ(corpus_server().get("/readyz").status, 200);
  EXPECT_THAT(corpus_server().get("/metrics").body, HasSubstr("# TYPE"));
  EXPECT_TRUE(corpus_server().get("/api/v1/openapi.json").json().contains("paths"));
  EXPECT_THAT(corpus_server().get("/opensearch.xml").body, HasSubstr("OpenSearchDescription"));
  EXPECT_FALSE(corpus_server().get(address("/api/v1/suggest", {{"q", "số định"}})).json().is_null());
  const json document = corpus_server().get("/api/v1/documents/" + percent_encoded("3160/BTP-CNTT")).json();
  EXPECT_THAT(document.dump(), HasSubstr("1165/TCTTKĐA#III.4")) << "the entries that cite it";
}

}  // namespace
}  // namespace giaidap::e2e
