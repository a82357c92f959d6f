// Lists to take away and feeds, as they come over HTTP.
#include <gmock/gmock.h>

#include <algorithm>

#include "tests/api/running_server.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kNewborn = "muc=1165%2FTCTTK%C4%90A%23III.4";

TEST(Export, AllResultsOfASearch) {
  const Got got = ask("/xuat/giai-dap.csv?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_EQ(got.header("Content-Disposition"), "attachment; filename=\"giai-dap.csv\"");
  EXPECT_THAT(got.body, AllOf(HasSubstr("\"1165/TCTTKĐA#III.4\""), HasSubstr("\"230/BC-TCTTKĐA#I.1\""),
                              HasSubstr("\"25/8/2023\""), HasSubstr("Bộ Tư pháp")));
}

TEST(Export, MoreThanOnePageOfResults) {
  const Got got = ask("/xuat/giai-dap.csv?kind=passage");
  EXPECT_EQ(std::count(got.body.begin(), got.body.end(), '\n'), kPassages + 1);
}

TEST(Export, ASelection) {
  EXPECT_THAT(ask(std::string("/xuat/giai-dap.csv?q=s%E1%BB%91&") + kNewborn).body,
              AllOf(HasSubstr("III.4"), Not(HasSubstr("III.1"))));
  EXPECT_EQ(ask("/xuat/giai-dap.csv?muc=khong-co").status, 404);
}

TEST(Export, ForExcelAndForWord) {
  const Got excel = ask(std::string("/xuat/giai-dap.xlsx?") + kNewborn);
  EXPECT_THAT(excel.header("Content-Type"), HasSubstr("spreadsheetml"));
  EXPECT_THAT(excel.body, StartsWith("PK"));
  EXPECT_THAT(
      ask(std::string("/xuat/giai-dap.html?") + kNewborn).body,
      AllOf(HasSubstr("<table>"), HasSubstr("Việc chậm cấp số định danh"), HasSubstr("/muc/1165%2F")));
  EXPECT_EQ(ask("/xuat/giai-dap.exe").status, 404);
}

TEST(Export, HostileTextIsText) {
  EXPECT_THAT(ask("/xuat/giai-dap.html?dispatch=666%2F%3Cb%3E").body, Not(HasSubstr("<script>")));
  EXPECT_THAT(ask("/tin.atom?dispatch=666%2F%3Cb%3E").body, Not(HasSubstr("<script>")));
}

TEST(Feed, TheNewestOfASearch) {
  const Got got = ask("/tin.atom?agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p", {{"Host", "tra-cuu.example"}});
  EXPECT_EQ(got.header("Content-Type"), "application/atom+xml");
  EXPECT_THAT(got.body, AllOf(HasSubstr("<id>http://tra-cuu.example/muc/1165%2FTCTTK%C4%90A%23III.4</id>"),
                              HasSubstr("<updated>2024-02-06T00:00:00+07:00</updated>"),
                              HasSubstr("Bộ Tư pháp</title>")));
  EXPECT_LT(got.body.find("2024-02-06"), got.body.find("2023-08-25"));
  EXPECT_THAT(ask("/?agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p").body,
              HasSubstr("type=\"application/atom+xml\""));
  EXPECT_EQ(ask("/tin.atom?kind=x").status, 400);
}

TEST(OpenSearch, SuggestsInTheAddressBar) {
  const Got got = ask("/goi-y?q=bo+tu");
  EXPECT_EQ(got.header("Content-Type"), "application/x-suggestions+json");
  EXPECT_EQ(got.json()[0], "bo tu");
  EXPECT_EQ(got.json()[1].at(0), "Bộ Tư pháp");
}

}  // namespace
}  // namespace giaidap::test
