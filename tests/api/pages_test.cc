// What people see, and what every answer carries.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "tests/api/running_server.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page(const std::string& target) {
  const Got got = ask(target);
  EXPECT_EQ(got.status, 200) << target;
  EXPECT_EQ(got.header("Content-Type"), "text/html; charset=utf-8") << target;
  return got.body;
}

TEST(Pages, TheFirstPageInvites) {
  EXPECT_THAT(page("/"),
              AllOf(HasSubstr("<html lang=\"vi\">"), HasSubstr("<label for=\"q\">"),
                    HasSubstr("dang ky khai sinh"), HasSubstr("/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p")));
}

TEST(Pages, ResultsNameWhoWhereAndWhen) {
  EXPECT_THAT(
      page("/?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh"),
      AllOf(HasSubstr("value=\"số định danh\""),
            HasSubstr("href=\"/muc/1165%2FTCTTK%C4%90A%23III.4?q=s%E1%BB%91%20%C4%91%E1%BB%8Bnh%20danh\""),
            HasSubstr("Đã trả lời"), HasSubstr("Bộ Tư pháp"), HasSubstr("công văn 1165/TCTTKĐA"),
            HasSubstr("25/8/2023"), HasSubstr("<mark>"), HasSubstr(" kết quả")));
}

TEST(Pages, MendedSlipsAreToldAndCanBeUndone) {
  EXPECT_THAT(page("/?q=soos+ddinhj+danh"),
              AllOf(HasSubstr("Kết quả cho <strong lang=\"vi\">số định danh</strong>"),
                    HasSubstr("<a href=\"/?q=soos%20ddinhj%20danh&amp;exact=1\">Tìm đúng")));
  EXPECT_THAT(page("/?q=soos+ddinhj+danh&exact=1"), Not(HasSubstr("Kết quả cho")));
}

TEST(Pages, FiltersAreKeptByTheForm) {
  EXPECT_THAT(page("/?q=khai+sinh&kind=petition"),
              AllOf(HasSubstr("<input type=\"hidden\" name=\"kind\" value=\"petition\">"),
                    HasSubstr("<a href=\"/?q=khai%20sinh\">Kiến nghị")));
}

TEST(Pages, TheAgencyThatTheQueryNamesIsOneClickAway) {
  EXPECT_THAT(page("/?q=btp+khai+sinh"),
              HasSubstr("<a href=\"/?q=btp%20khai%20sinh&amp;agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p\" "
                        "rel=\"nofollow\">Chỉ xem câu trả lời của Bộ Tư pháp</a>"));
  EXPECT_THAT(page("/?q=khai+sinh"), Not(HasSubstr("Chỉ xem câu trả lời")));
}

TEST(Pages, NothingFoundSaysHowToGoOn) {
  EXPECT_THAT(page("/?q=zzzzqqqq"), AllOf(HasSubstr("Không tìm thấy"), Not(HasSubstr("Bỏ mọi bộ lọc"))));
  EXPECT_THAT(
      page("/?q=khai+sinh&year=1990"),
      AllOf(HasSubstr("<a href=\"/?q=khai%20sinh\">Bỏ mọi bộ lọc</a>"), HasSubstr("Gần nhất với câu hỏi"),
            HasSubstr("href=\"/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p\"")));
  EXPECT_THAT(page("/?q=%22sinh+khai%22"), HasSubstr("<a href=\"/?q=sinh%20khai\">Bỏ dấu ngoặc kép"));
}

TEST(Pages, EachResultSaysWhyItIsThere) {
  EXPECT_THAT(
      page("/?q=%C4%90KKS+s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh+zzzz"),
      AllOf(HasSubstr("Vì sao có kết quả này"), HasSubstr("Có các từ: <bdi lang=\"vi\">số định danh</bdi>"),
            HasSubstr("ĐKKS → đăng ký khai sinh (viết tắt)"), HasSubstr("Không có: <bdi lang=\"vi\">zzzz")));
  EXPECT_THAT(page("/?kind=passage"), Not(HasSubstr("Vì sao có kết quả này")));
}

TEST(Pages, PagingLeadsOn) {
  EXPECT_THAT(page("/?kind=passage&page=2"),
              AllOf(HasSubstr("start=\"11\""), HasSubstr("href=\"/?kind=passage\" rel=\"prev\""),
                    HasSubstr("href=\"/?kind=passage&amp;page=3\" rel=\"next\"")));
}

TEST(Pages, AnEntryShowsQuestionAnswerAndSource) {
  EXPECT_THAT(page("/muc/1165%2FTCTTK%C4%90A%23III.4"),
              AllOf(HasSubstr("Bộ Tư pháp trả lời"), HasSubstr("Việc chậm cấp số định danh"),
                    HasSubstr("href=\"/van-ban/3160%2FBTP-CNTT\""), HasSubstr("000.txt, dòng 72"),
                    HasSubstr("data-copy=\"trich-dan\" data-copied=\"Đã sao chép\""),
                    HasSubstr("1165/TCTTKĐA ngày 25/8/2023")));
}

TEST(Pages, AnEntryMarksTheWordsThatLedToIt) {
  EXPECT_THAT(page("/muc/1165%2FTCTTK%C4%90A%23III.4?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh"),
              AllOf(HasSubstr("<mark id=\"tim-1\">"), HasSubstr("<a href=\"#tim-1\">1</a>"),
                    HasSubstr("<a href=\"/?q=s%E1%BB%91%20%C4%91%E1%BB%8Bnh%20danh\">")));
  EXPECT_THAT(page("/muc/1165%2FTCTTK%C4%90A%23III.4"), Not(HasSubstr("<mark")));
}

TEST(Pages, ADispatchShowsItsHeaderOutlineAndEntries) {
  EXPECT_THAT(page("/van-ban/1165%2FTCTTK%C4%90A"),
              AllOf(HasSubstr("Thượng tá"), HasSubstr("id=\"muc-III\""), HasSubstr("2 hỏi đáp"),
                    HasSubstr("href=\"/muc/1165%2FTCTTK%C4%90A%23III.1\"")));
}

TEST(Pages, ADocumentThatIsOnlyCitedHasAPageToo) {
  EXPECT_THAT(page("/van-ban/3160%2FBTP-CNTT"),
              AllOf(HasSubstr("2 mục viện dẫn"), HasSubstr("href=\"/muc/1165%2FTCTTK%C4%90A%23III.4\"")));
}

TEST(Pages, AllDispatchesAreListed) {
  EXPECT_THAT(page("/van-ban"),
              AllOf(HasSubstr("1165/TCTTKĐA"), HasSubstr("230/BC-TCTTKĐA"), HasSubstr("không số")));
}

TEST(Pages, AnAgencyHasAPageOfWhatItAnsweredWasAskedAndMustDo) {
  EXPECT_THAT(page("/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p"),
              AllOf(HasSubstr("Đã trả lời"), HasSubstr("Được kiến nghị"), HasSubstr("Phải làm"),
                    HasSubstr("href=\"/muc/1165%2FTCTTK%C4%90A%23III.4\""),
                    HasSubstr("href=\"/?agency=B%E1%BB%99%20T%C6%B0%20ph%C3%A1p\"")));
  EXPECT_THAT(page("/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p?kind=task"),
              AllOf(HasSubstr("B.II.3"), Not(HasSubstr("III.4"))));
  EXPECT_THAT(page("/co-quan"), HasSubstr("href=\"/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p\""));
}

TEST(Pages, AnAgencyOfTodaySaysWhoseWorkItTookOver) {
  EXPECT_THAT(page("/co-quan/B%E1%BB%99%20Khoa%20h%E1%BB%8Dc%20v%C3%A0%20C%C3%B4ng%20ngh%E1%BB%87"),
              HasSubstr("Bộ Thông tin và Truyền thông"));
}

TEST(Pages, ATopicHasAPage) {
  EXPECT_THAT(page("/nhom/V%E1%BB%81%20d%E1%BB%AF%20li%E1%BB%87u"), HasSubstr("III.1"));
  EXPECT_THAT(page("/nhom"), HasSubstr("Về dữ liệu"));
}

TEST(Pages, SubjectsThatNothingIsAboutAreNotFound) {
  for (const char* target :
       {"/co-quan/Kh%C3%B4ng", "/nhom/Kh%C3%B4ng", "/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p?kind=qa&page=9",
        "/nhom/V%E1%BB%81%20d%E1%BB%AF%20li%E1%BB%87u?kind=task"}) {
    EXPECT_EQ(ask(target).status, 404) << target;
  }
  EXPECT_EQ(ask("/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p?kind=x").status, 400);
}

// Every link of every kind of page leads somewhere.
TEST(Pages, LinksLeadSomewhere) {
  const std::regex link("(?:href|src|action)=\"([^\"#]+)");
  std::set<std::string> seen;
  for (const char* start :
       {"/", "/?q=s%E1%BB%91", "/?kind=passage&page=2", "/muc/1165%2FTCTTK%C4%90A%23III.4", "/van-ban",
        "/van-ban/1165%2FTCTTK%C4%90A", "/van-ban/3160%2FBTP-CNTT", "/da-hoi", "/co-quan", "/nhom",
        "/co-quan/B%E1%BB%99%20T%C6%B0%20ph%C3%A1p", "/nhom/V%E1%BB%81%20d%E1%BB%AF%20li%E1%BB%87u"}) {
    const std::string body = page(start);
    for (std::sregex_iterator at(body.begin(), body.end(), link), end; at != end; ++at) {
      seen.insert(std::regex_replace((*at)[1].str(), std::regex("&amp;"), "&"));
    }
  }
  EXPECT_GT(seen.size(), 30U);
  for (const std::string& target : seen) {
    if (target.rfind("mailto:", 0) == 0 || target == "/danh-gia") continue;  // a form that is sent
    EXPECT_EQ(target.front(), '/') << target << " leads outside";
    EXPECT_EQ(ask(target).status, 200) << target;
  }
}

TEST(EveryAnswer, IsGuarded) {
  for (const char* target :
       {"/", "/?q=a", "/muc/khong-co", "/api/v1/search?q=a", "/healthz", "/static/style.css"}) {
    const Got got = ask(target);
    EXPECT_THAT(got.header("Content-Security-Policy"),
                AllOf(HasSubstr("default-src 'none'"), HasSubstr("frame-ancestors 'none'"),
                      Not(HasSubstr("unsafe-inline"))))
        << target;
    EXPECT_EQ(got.header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(got.header("Referrer-Policy"), "same-origin") << target;
    EXPECT_EQ(got.header("Cross-Origin-Opener-Policy"), "same-origin") << target;
  }
}

TEST(EveryAnswer, PagesHaveNeitherInlineScriptNorStyle) {
  for (const char* target : {"/", "/?q=khai+sinh", "/muc/1165%2FTCTTK%C4%90A%23III.4", "/van-ban"}) {
    const std::string body = page(target);
    EXPECT_FALSE(
        std::regex_search(body, std::regex("<style|<script>|<[^>]* (style|on[a-z]+)=|=\"javascript:")))
        << target;
  }
}

TEST(StaticFile, IsSentOnce) {
  const Got first = ask("/static/style.css");
  EXPECT_EQ(first.status, 200);
  EXPECT_THAT(first.header("Cache-Control"), HasSubstr("max-age=31536000"));
  const Got again = ask("/static/style.css", {{"If-None-Match", first.header("ETag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(ask("/static/style.css", {{"If-None-Match", "\"other\""}}).status, 200);
}

TEST(EveryAnswer, APageIsSentOnce) {
  for (const char* target : {"/", "/?q=khai+sinh", "/muc/1165%2FTCTTK%C4%90A%23III.4"}) {
    const Got again = ask(target, {{"If-None-Match", ask(target).header("ETag")}});
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_TRUE(again.body.empty()) << target;
  }
}

TEST(Language, IsVietnameseUnlessAskedOtherwise) {
  EXPECT_THAT(page("/"), HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(ask("/", {{"Accept-Language", "fr"}}).body, HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(ask("/", {{"Accept-Language", "en-GB,en;q=0.9,vi;q=0.8"}}).body,
              HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(ask("/", {{"Accept-Language", "en"}, {"Cookie", "a=b; lang=vi"}}).body,
              HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(ask("/?lang=xx", {{"Accept-Language", "en"}}).body, HasSubstr("<html lang=\"en\">"));
}

TEST(Language, IsKeptOnceChosen) {
  const Got chosen = ask("/?q=khai+sinh&lang=en", {{"Cookie", "lang=vi"}});
  EXPECT_THAT(chosen.header("Set-Cookie"), HasSubstr("lang=en; Path=/"));
  EXPECT_THAT(chosen.body, AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("25 August 2023"),
                                 HasSubstr("results"), HasSubstr("href=\"/?q=khai%20sinh&amp;lang=vi\"")));
  EXPECT_EQ(ask("/?q=khai+sinh").header("Set-Cookie"), "");
}

TEST(Language, AnswersThatDependOnItSaySo) {
  for (const char* target : {"/", "/van-ban/khong-co", "/tin.atom?q=khai+sinh", "/opensearch.xml",
                             "/xuat/giai-dap.csv?q=khai+sinh", "/xuat/giai-dap.html?q=khai+sinh"}) {
    EXPECT_EQ(ask(target).header("Vary"), "Accept-Language, Cookie, Accept-Encoding") << target;
  }
  for (const char* target : {"/api/v1/search?q=khai+sinh", "/goi-y?q=khai", "/static/style.css", "/healthz"})
    EXPECT_EQ(ask(target).header("Vary"), "Accept-Encoding") << target;
}

TEST(Language, ErrorsSpeakItToo) {
  EXPECT_THAT(ask("/muc/khong-co", {{"Accept-Language", "en"}}).body, HasSubstr("There is no such page"));
  EXPECT_THAT(ask("/?page=0&lang=en").body, HasSubstr("<code>page</code>"));
}

TEST(Compression, IsUsedWhereItIsUnderstood) {
  EXPECT_EQ(ask("/api/v1/dispatches", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), "gzip");
  EXPECT_EQ(ask("/", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), "gzip");
  EXPECT_EQ(ask("/", {{"Accept-Encoding", "identity"}}).header("Content-Encoding"), "");
}

TEST(OpenSearch, NamesTheHostThatWasAsked) {
  EXPECT_THAT(ask("/opensearch.xml", {{"Host", "tra-cuu.example:8080"}}).body,
              HasSubstr("template=\"http://tra-cuu.example:8080/?q={searchTerms}"));
  EXPECT_THAT(ask("/opensearch.xml", {{"Host", "\"><x"}}).body, Not(HasSubstr("<x")));
  EXPECT_THAT(ask("/opensearch.xml").header("Cache-Control"), HasSubstr("private"));
}

}  // namespace
}  // namespace giaidap::test
