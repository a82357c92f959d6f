#include "server/answer/card.h"

#include <gmock/gmock.h>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class CardTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.put("file.txt", testing::real_rows_among_others()); }

  std::optional<Answer> card(const SearchRequest& request) const {
    Searcher searcher = index_.searcher();
    const Result<SearchResponse> found = searcher.search(request);
    EXPECT_TRUE(found.ok());
    return answer_card(request, found.value(), searcher.tables());
  }

  testing::SmallIndex index_;
};

TEST_F(CardTest, TheAnsweringEntryInItsOwnWords) {
  const auto answer = card(testing::asking(
      "đăng ký khai sinh có yếu tố nước ngoài, trẻ em dưới 6 tuổi cấp thẻ BHYT chung một mã hộ gia đình"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->entry, "1165/TCTTKĐA#V.14");
  EXPECT_THAT(answer->agencies, ElementsAre("Bộ Tư pháp"));
  EXPECT_THAT(answer->text, HasSubstr("Trường hợp đăng ký khai sinh có yếu tố nước ngoài"));
  EXPECT_THAT(answer->text, Not(HasSubstr("danh sách trẻ"))) << "only the answer's words";
  EXPECT_EQ(answer->citation, "Mục V.14, Phụ lục kèm theo Công văn số 1165/TCTTKĐA ngày 25/8/2023");
}

TEST_F(CardTest, ShortAnswersAreWholeWithTheWordsAskedForMarked) {
  const auto answer = card(testing::asking(
      "đăng ký khai sinh có yếu tố nước ngoài, trẻ em dưới 6 tuổi cấp thẻ BHYT chung một mã hộ gia đình"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_TRUE(answer->whole);
  EXPECT_THAT(answer->marked, HasSubstr("<mark>đăng ký khai sinh có yếu tố nước ngoài</mark>"));
  EXPECT_EQ(answer->kind, EntryKind::Qa);
  EXPECT_EQ(answer->status, EntryStatus::Answered);
}

TEST_F(CardTest, OfAPetitionWhoAskedWhom) {
  const auto answer = card(testing::asking("Hà Nội kiến nghị cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->entry, "3193/VPCP-KSTT#IV.1");
  EXPECT_THAT(answer->agencies, ElementsAre("Bộ Tư pháp"));
  EXPECT_THAT(answer->petitioners, ElementsAre("UBND thành phố Hà Nội"));
  EXPECT_EQ(answer->status, EntryStatus::Open) << "nothing there answers it";
}

TEST_F(CardTest, WhetherSomebodyHasAskedIsNotAnsweredByProse) {
  const auto report =
      card(testing::asking("tài liệu hướng dẫn thủ tục hành chính liên thông đã hoàn thành xây dựng"));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->kind, EntryKind::Passage);
  EXPECT_FALSE(
      card(testing::asking("đã có ai hỏi tài liệu hướng dẫn thủ tục hành chính liên thông đã hoàn thành xây "
                           "dựng"))
          .has_value());
}

TEST_F(CardTest, OtherAnswersToTheSameObstacleNewestFirst) {
  std::vector<ReadDispatch> rows = testing::real_rows_among_others();
  const auto put_row = [&](const char* number, const char* date, const char* agency, const char* answer) {
    rows.push_back(testing::dispatch(
        number, date, "công văn",
        {testing::qa(std::string(number) + "#1", agency,
                     "Gia hạn thẻ bảo hiểm y tế hộ gia đình báo lỗi không tồn tại thông tin chủ hộ",
                     answer)}));
  };
  put_row("10/CV", "2023-01-10", "Bộ Công an",
          "Cơ quan công an kiểm tra và cập nhật thông tin dân cư của hộ.");
  put_row("11/CV", "2024-03-01", "Bảo hiểm xã hội Việt Nam", "Phần mềm mới đã bỏ bước xác thực này.");
  put_row("12/CV", "2022-05-05", "Bộ Y tế", "Người dân mang giấy tờ ra nơi thu để được ghi tay.");
  index_.put("file.txt", rows);
  const auto answer =
      card(testing::asking("gia hạn thẻ bảo hiểm y tế hộ gia đình báo lỗi không tồn tại thông tin chủ hộ"));
  ASSERT_TRUE(answer.has_value());
  ASSERT_EQ(answer->others.size(), 2U);
  EXPECT_GT(answer->others[0].date, answer->others[1].date);
  EXPECT_NE(answer->others[0].entry, answer->entry);
  EXPECT_THAT(answer->others[0].citation, HasSubstr("CV"));
  EXPECT_TRUE(card(testing::asking("an toàn thông tin cho hệ thống thông tin của UBND chưa đủ điều kiện"))
                  ->others.empty());
}

TEST_F(CardTest, NearMissesAreSilent) {
  for (const char* q :
       {"UBND tỉnh Cao Bằng kiến nghị cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID cho bao nhiêu công dân",
        "tháng 6/2022 cả nước tiếp nhận bao nhiêu hồ sơ liên thông khai sinh",
        "lệ phí liên thông khai sinh là bao nhiêu tiền", "ai ký công văn về lý lịch tư pháp trên VNeID"})
    EXPECT_FALSE(card(testing::asking(q)).has_value()) << q;
}

TEST_F(CardTest, SilentWhereNothingAnswers) {
  struct Case {
    const char* q;
    const char* why;
  };
  const Case cases[] = {
      {"", "browsing asks nothing"},
      {"zzzz", "nothing is found"},
      {"lệ phí cấp hộ chiếu phổ thông lần đầu là bao nhiêu tiền", "only words of no weight are shared"},
  };
  for (const Case& c : cases) EXPECT_FALSE(card(testing::asking(c.q)).has_value()) << c.q << ": " << c.why;
}

TEST_F(CardTest, OnlyOnTheFirstPageByRelevance) {
  SearchRequest request = testing::asking("lý lịch tư pháp trên ứng dụng VNeID cho công dân");
  ASSERT_TRUE(card(request).has_value());
  request.sort = SortOrder::Date;
  EXPECT_FALSE(card(request).has_value());
  request.sort = SortOrder::Relevance;
  request.page = 2;
  EXPECT_FALSE(card(request).has_value());
}

}  // namespace
}  // namespace giaidap
