// Who it is today, cited documents and related entries, over the real dispatches.
#include <gmock/gmock.h>

#include <algorithm>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

json document(std::string_view number) {
  return corpus_server().get("/api/v1/documents/" + percent_encoded(number)).json();
}

TEST(Links, WhoItIsTodayIsToldBesideTheAgencies) {
  const json entry = corpus_server().entry("1165/TCTTKĐA#V.28");
  ASSERT_EQ(entry["agencies"][0], "Bộ Thông tin và Truyền thông");
  EXPECT_EQ(entry["today"][0]["agency"], "Bộ Thông tin và Truyền thông");
  EXPECT_EQ(entry["today"][0]["now"], "Bộ Khoa học và Công nghệ");
  EXPECT_EQ(entry["today"][0]["since"], "2025-03-01");
  const json licence = corpus_server().entry("1165/TCTTKĐA#III.7")["today"];
  EXPECT_EQ(licence[0]["now"], "Bộ Công an") << "driving licences did not go to the successor";
  EXPECT_EQ(licence[0]["matter"], "sát hạch, cấp giấy phép lái xe");
  EXPECT_THAT(corpus_server().entry("1165/TCTTKĐA#III.4")["today"], IsEmpty());
  const std::string page = corpus_server().get(entry["url"].get<std::string>()).body;
  EXPECT_THAT(page, HasSubstr("nay là Bộ Khoa học và Công nghệ"));
}

TEST(Links, ResultsAndCardTellItToo) {
  const json found = corpus_server().search({{"agency", "Bộ Thông tin và Truyền thông"}, {"kind", "qa"}});
  ASSERT_FALSE(found["results"].empty());
  for (const json& result : found["results"]) {
    EXPECT_THAT(column(result["today"], "agency"), Contains("Bộ Thông tin và Truyền thông"))
        << result["entry"];
  }
  const json petitions = corpus_server().search({{"kind", "petition"}, {"per_page", "100"}})["results"];
  const bool province = std::any_of(petitions.begin(), petitions.end(), [](const json& result) {
    const auto now = column(result["today"], "now");
    return std::find(now.begin(), now.end(), "UBND thành phố Đà Nẵng") != now.end();
  });
  EXPECT_TRUE(province) << "petitions of UBND tỉnh Quảng Nam";
}

TEST(Links, ACitedDocumentIsDescribed) {
  const json rules = document("656/QCPH-HTQTCT-CNTT-C06");
  EXPECT_EQ(rules["kind"], "quy chế phối hợp");
  EXPECT_EQ(rules["date"], "2023-06-01");
  EXPECT_THAT(rules["name"].get<std::string>(), HasSubstr("cấp, hủy, cấp lại Số định danh cá nhân"));
  EXPECT_GE(rules["spellings"].size(), 2U);
  EXPECT_THAT(column(rules["entries"], "entry"), Contains("1165/TCTTKĐA#V.3"));
  const json decree = document("87/2020/NĐ-CP");
  EXPECT_EQ(decree["kind"], "nghị định");
  EXPECT_EQ(decree["issuer"], "Chính phủ");
  EXPECT_EQ(decree["date"], "2020-07-28");
}

TEST(Links, DamagedNumbersLeadToTheirDocument) {
  const std::pair<const char*, const char*> joined[] = {{"50/NQCP", "50/NQ-CP"},
                                                        {"06/TTg", "06/QĐ-TTg"},
                                                        {"422", "422/QĐ-TTg"},
                                                        {"299/1B-VPCP", "299/TB-VPCP"}};
  for (const auto& [damaged, whole] : joined) {
    EXPECT_EQ(document(damaged)["number"], whole) << damaged;
    EXPECT_THAT(document(whole)["joined"], Contains(damaged));
  }
  EXPECT_EQ(document("306")["number"], "306");
  EXPECT_THAT(document("306")["apart"], Contains("306/STP-HCTP&BTTP"));
}

TEST(Links, NumbersInTextsLeadToPages) {
  const std::string page = corpus_server().get("/muc/" + percent_encoded("1165/TCTTKĐA#III.4")).body;
  EXPECT_THAT(page, HasSubstr("Văn bản số <a href=\"/van-ban/3160%2FBTP-CNTT\">3160/BTP-CNTT</a>"));
  const json entry = corpus_server().entry("230/BC-TCTTKĐA#B.I.1");
  for (const json& cited : entry["cites"]) {
    EXPECT_EQ(corpus_server().get("/van-ban/" + percent_encoded(cited.get<std::string>())).status, 200)
        << cited;
  }
}

TEST(Links, APetitionLeadsToTheAnswersElsewhere) {
  const json related = corpus_server().entry("3193/VPCP-KSTT#I.8")["related"];
  ASSERT_FALSE(related.empty());
  EXPECT_EQ(related[0]["kind"], "qa");
  for (const json& one : related) {
    EXPECT_EQ(one["entry"].get<std::string>().find("3193/VPCP-KSTT#"), std::string::npos)
        << "of other dispatches";
  }
}

}  // namespace
}  // namespace giaidap::e2e
