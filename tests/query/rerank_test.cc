#include "server/query/rerank.h"

#include <gtest/gtest.h>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using testing::dispatch;
using testing::passage;
using testing::qa;

// The names of what a query finds among these entries.
std::vector<std::string> found(const std::vector<Entry>& entries, const std::string& q) {
  const testing::SmallIndex index;
  index.put("file.txt", {dispatch("1/BC", "2024-01-01", "báo cáo", entries)});
  const Result<SearchResponse> response = index.searcher().search(testing::asking(q));
  EXPECT_TRUE(response.ok());
  return response.ok() ? testing::names(response.value()) : std::vector<std::string>{};
}

// Words that every entry has, so that lengths are alike.
constexpr const char* kRest =
    "Các sở, ngành và địa phương báo cáo kết quả theo quy định của Chính phủ hằng tháng.";

TEST(RerankTest, WordsOfOneSentenceBeatScatteredOnes) {
  const auto names =
      found({passage("1/BC#1", "Một",
                     std::string("Lệ phí do tỉnh quy định. Thẻ bảo hiểm thì cấp đổi sau. ") + kRest),
             passage("1/BC#2", "Hai",
                     std::string("Tỉnh quy định sau. Lệ phí cấp đổi thẻ bảo hiểm thì do xã. ") + kRest)},
            "lệ phí cấp đổi thẻ bảo hiểm");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names.front(), "1/BC#2");
}

TEST(RerankTest, AnEntryWithAllWordsBeatsOneWithSomeOften) {
  const auto names = found(
      {passage("1/BC#1", "Một", std::string("Kinh phí, kinh phí, kinh phí, kinh phí và kinh phí. ") + kRest),
       passage("1/BC#2", "Hai", std::string("Kinh phí mua máy tính cho công an xã được cấp. ") + kRest)},
      "kinh phí máy tính");
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front(), "1/BC#2");
}

TEST(RerankTest, WhatIsAskedAboutBeatsWhatIsMentioned) {
  const auto names = found({qa("1/BC#1", "Bộ Y tế", "Máy quét mã chưa đọc được thẻ",
                               "Đã có công văn về giấy chuyển tuyến bệnh viện."),
                            qa("1/BC#2", "Bộ Y tế", "Giấy chuyển tuyến bệnh viện chưa có mẫu",
                               "Máy quét mã đã có công văn đọc thẻ.")},
                           "giấy chuyển tuyến bệnh viện");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names.front(), "1/BC#2");
}

TEST(RerankTest, AFragmentGoesBehindWhatSaysMore) {
  const auto names = found(
      {passage("1/BC#1", "Một", "Quy chế phối hợp số 656/QCPH"),
       passage("1/BC#2", "Hai",
               std::string("Thực hiện Quy chế phối hợp số 656/QCPH giữa hai bộ về số định danh. ") + kRest)},
      "quy chế phối hợp số định danh");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names.front(), "1/BC#2");
}

TEST(RerankTest, AQuestionGoesBeforeProseThatSaysTheSame) {
  const std::string text = "Giấy chuyển tuyến bệnh viện chưa có mẫu";
  Entry asked = qa("1/BC#2", "Bộ Y tế", text, "");
  asked.text = text;
  asked.agencies.clear();
  const auto names = found({passage("1/BC#1", "Một", text), asked}, "giấy chuyển tuyến bệnh viện");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names.front(), "1/BC#2");
}

}  // namespace
}  // namespace giaidap
