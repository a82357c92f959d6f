// The desk's page, asked without sockets: an application with a token of its own.
#include <gmock/gmock.h>

#include <unistd.h>

#include <filesystem>
#include <string>

#include "server/api/routes.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class DeskPage : public testing::Test {
 protected:
  DeskPage() : folder_(fs::path(testing::TempDir()) / ("desk_page_" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    make_sample_index(folder_ / "db");
    std::vector<Searcher> searchers;
    searchers.emplace_back(open_index(folder_ / "db", "corpus/vocabulary").value());
    app_ = std::make_unique<App>(App{std::make_shared<Pool<Searcher>>(std::move(searchers)), nullptr,
                                     std::make_shared<Metrics>(), StaticFiles::load("web").value(),
                                     Interfaces::load("web").value()});
    app_->desk_token = "geheim-geheim";
    app_->desk = std::move(Desk::open(folder_ / "desk.sqlite")).value();
  }
  ~DeskPage() override {
    app_.reset();
    fs::remove_all(folder_);
  }

  Reply get(const std::string& target, const std::string& authorization = "Basic OmdlaGVpbS1nZWhlaW0=") {
    return answer(*app_, {.target = target, .authorization = authorization}).reply;
  }

  fs::path folder_;
  std::unique_ptr<App> app_;
};

TEST_F(DeskPage, AsksForItsToken) {
  const Reply reply = get("/ban-giai-dap", "Basic OndyaXRlIGl0");
  EXPECT_EQ(reply.status, 401);
  EXPECT_THAT(reply.body, HasSubstr("Cần mã truy cập"));
  EXPECT_EQ(get("/ban-giai-dap", "").status, 401);
  EXPECT_EQ(get("/ban-giai-dap/khong-thay.csv", "").status, 401);
}

TEST_F(DeskPage, ShowsWhatWasSearchedAndHowAnswersWereFound) {
  get("/?q=zzzzqqqq");
  get("/api/v1/search?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh");
  get("/?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh&page=2");
  answer(*app_, {.method = "POST", .target = "/danh-gia", .body = "muc=1165%2FTCTTK%C4%90A%23III.4&dung=0"});
  const Reply reply = get("/ban-giai-dap");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.cache_control, "no-store");
  EXPECT_THAT(reply.body, AllOf(HasSubstr("zzzzqqqq"), HasSubstr("số định danh"), HasSubstr("<svg"),
                                HasSubstr("<dd>2</dd>"), HasSubstr("1165/TCTTKĐA#III.4")));
  EXPECT_THAT(get("/ban-giai-dap/khong-thay.csv").body,
              AllOf(HasSubstr("\"zzzzqqqq\",\"1\""), Not(HasSubstr("số định danh"))));
  EXPECT_THAT(get("/ban-giai-dap/hoi-nhieu.csv").body, HasSubstr("\"số định danh\",\"1\""));
  EXPECT_THAT(get("/ban-giai-dap/danh-gia.csv").body, HasSubstr("\"1165/TCTTKĐA#III.4\",\"0\",\"1\""));
  EXPECT_EQ(get("/ban-giai-dap/x.csv").status, 404);
}

TEST_F(DeskPage, KeepsNoQueriesWherePrivacyIsAskedFor) {
  app_->privacy = true;
  get("/?q=zzzzqqqq");
  const auto report = app_->desk->report(10);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report.value().searches, 0U);
}

}  // namespace
}  // namespace giaidap::test
