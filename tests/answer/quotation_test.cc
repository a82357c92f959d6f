#include "server/answer/quotation.h"

#include <gmock/gmock.h>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A plan that asks for some words, each of the same weight.
Plan asking_for(std::initializer_list<const char*> words) {
  Plan plan;
  for (const char* word : words) {
    Concept wanted;
    wanted.weight = 3;
    wanted.alternatives = {{{{schema::Channel::Toned, word, "", 1, 3}}}};
    plan.concepts.push_back(wanted);
    plan.word_weight += wanted.weight;
  }
  return plan;
}

const std::string kReport = normalize_text(
    "Các bộ, ngành, địa phương tiếp tục đẩy mạnh triển khai Đề án 06 theo chỉ đạo của Thủ tướng Chính phủ, "
    "bảo đảm tiến "
    "độ và chất lượng của các nhiệm vụ được giao. "
    "Việc liên thông khai sinh được người dân đồng tình, ủng hộ và đánh giá cao trong thời gian vừa qua trên "
    "cả nước. "
    "Bộ Y tế báo cáo kết quả triển khai bệnh án điện tử. "
    "Cả nước đã tiếp nhận 551.502 hồ sơ liên thông khai sinh. "
    "Kinh phí được bố trí từ ngân sách nhà nước theo phân cấp hiện hành và các nguồn vốn hợp pháp khác theo "
    "quy định.");

TEST(QuotationTest, LongTextsAreQuotedBySentenceWordForWord) {
  const Plan plan = asking_for({"liên", "thông", "khai", "sinh"});
  const Quotation quotation = quote(kReport, PassageScorer(plan), {});
  EXPECT_FALSE(quotation.whole);
  EXPECT_THAT(quotation.text, HasSubstr("Cả nước đã tiếp nhận 551.502 hồ sơ liên thông khai sinh."));
  EXPECT_THAT(quotation.text, HasSubstr(" … ")) << "what lies between is left out";
  EXPECT_THAT(quotation.text, Not(HasSubstr("bệnh án")));
  EXPECT_THAT(quotation.marked, HasSubstr("<mark>liên thông khai sinh</mark>"));
}

TEST(QuotationTest, WhereAFigureIsAskedForTheSentenceThatHoldsOneLeads) {
  const Plan plan =
      asking_for({"liên", "thông", "khai", "sinh", "người", "dân", "đồng", "tình", "cả", "nước"});
  EXPECT_THAT(quote(kReport, PassageScorer(plan), {Intent::Quantity}).text, HasSubstr("551.502"));
}

TEST(QuotationTest, ShortTextsAreQuotedWholeAndEscaped) {
  const Plan plan = asking_for({"lỗi"});
  const Quotation quotation = quote("Có lỗi <script> & \"khác\".", PassageScorer(plan), {});
  EXPECT_TRUE(quotation.whole);
  EXPECT_EQ(quotation.text, "Có lỗi <script> & \"khác\".");
  EXPECT_EQ(quotation.marked, "Có <mark>lỗi</mark> &lt;script&gt; &amp; &quot;khác&quot;.");
}

TEST(QuotationTest, NothingOfNothing) {
  const Plan plan = asking_for({"lỗi"});
  EXPECT_EQ(quote("", PassageScorer(plan), {}).text, "");
}

}  // namespace
}  // namespace giaidap
