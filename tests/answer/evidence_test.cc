#include "server/answer/evidence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

class EvidenceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<ReadDispatch> rows = testing::real_rows_among_others();
    Entry task =
        testing::passage("230/BC-TCTTKĐA#B.1", "Nhiệm vụ", "Kết nối cơ sở dữ liệu đất đai với dân cư.");
    task.kind = EntryKind::Task;
    task.dispatch_id = "230/BC-TCTTKĐA";
    task.deadline = "Trước ngày 30/6/2024";
    rows[2].entries.push_back(task);
    index_.put("file.txt", rows);
  }

  [[nodiscard]] Evidence of(const char* question) const {
    return evidence_of(index_.searcher().search(testing::asking(question)).value());
  }
  static double at(const Evidence& evidence, std::string_view name) {
    const auto place = std::find(kEvidenceNames.begin(), kEvidenceNames.end(), name);
    return evidence.at(static_cast<std::size_t>(place - kEvidenceNames.begin()));
  }

  testing::SmallIndex index_;
};

TEST_F(EvidenceTest, WhatItHoldsOfTheQuery) {
  const Evidence good = of("cả nước tiếp nhận hồ sơ liên thông khai sinh");
  const Evidence poor = of("hồ sơ liên thông xin mở quán karaoke ban đêm");
  EXPECT_GT(at(good, "entry_words"), at(poor, "entry_words"));
  EXPECT_LT(at(good, "missing_word"), at(poor, "missing_word"));
  EXPECT_GT(confidence_of(good), confidence_of(poor));
}

TEST_F(EvidenceTest, AnotherPlaceIsANearMiss) {
  EXPECT_EQ(at(of("Hà Nội kiến nghị gì về Phiếu lý lịch tư pháp trên VNeID"), "other_place"), 0);
  const Evidence other = of("Cao Bằng kiến nghị gì về Phiếu lý lịch tư pháp trên VNeID");
  EXPECT_EQ(at(other, "other_place"), 1);
  EXPECT_TRUE(is_near_miss(other));
}

TEST_F(EvidenceTest, AnyDateOfTheTextAndTheDeadlineCount) {
  EXPECT_EQ(at(of("số hồ sơ liên thông khai sinh đến 18/01/2024 là bao nhiêu"), "other_time"), 0);
  EXPECT_EQ(at(of("số hồ sơ liên thông khai sinh đến 18/6/2024 là bao nhiêu"), "other_time"), 1);
  EXPECT_EQ(at(of("bao nhiêu cơ sở dữ liệu đất đai kết nối với dân cư trước 30/6/2024"), "other_time"), 0);
  EXPECT_EQ(at(of("bao nhiêu cơ sở dữ liệu đất đai kết nối với dân cư trước 30/9/2025"), "other_time"), 1);
}

TEST_F(EvidenceTest, WhatIsAskedForMustBeThere) {
  EXPECT_EQ(at(of("cả nước tiếp nhận bao nhiêu hồ sơ liên thông khai sinh"), "no_figure"), 0);
  EXPECT_EQ(at(of("bao nhiêu công dân được cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID"), "no_figure"), 1);
  EXPECT_EQ(at(of("khi nào kết nối cơ sở dữ liệu đất đai với dân cư"), "no_day"), 0) << "its deadline tells";
  EXPECT_EQ(at(of("khi nào cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID cho công dân"), "no_day"), 1);
  EXPECT_EQ(at(of("lệ phí liên thông khai sinh bao nhiêu tiền"), "no_money"), 1);
}

TEST_F(EvidenceTest, ASignatureMustBeThatOfADispatchMeant) {
  EXPECT_EQ(at(of("ai ký công văn 1165"), "no_signer"), 1) << "none of these rows is a signature";
  EXPECT_TRUE(is_near_miss(of("ai ký công văn 1165")));
}

}  // namespace
}  // namespace giaidap
