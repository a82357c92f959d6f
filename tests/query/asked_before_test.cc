#include "server/query/asked_before.h"

#include <gmock/gmock.h>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class AskedBefore : public ::testing::Test {
 protected:
  void SetUp() override { index_.put("file.txt", testing::real_rows_among_others()); }

  std::vector<AskedPart> asked(const char* letter) const {
    Searcher searcher = index_.searcher();
    return searcher.asked_before(letter).value();
  }

  testing::SmallIndex index_;
};

TEST_F(AskedBefore, TheSameObstacleWithWhoAnsweredIt) {
  const auto parts =
      asked("Việc cấp thẻ BHYT cho trẻ em dưới 6 tuổi: danh sách trẻ chuyển về chung một mã hộ gia đình");
  ASSERT_THAT(parts, SizeIs(1));
  ASSERT_FALSE(parts[0].found.empty());
  EXPECT_EQ(parts[0].found[0].hit.entry.name, "1165/TCTTKĐA#V.14");
  EXPECT_EQ(parts[0].found[0].closeness, Closeness::Same);
}

TEST_F(AskedBefore, InOtherWordsAndWithoutTones) {
  const auto parts = asked(
      "danh sach tre em duoi 6 tuoi bao hiem gui ve deu chung mot ma ho gia dinh nen khong cap the BHYT "
      "duoc");
  ASSERT_THAT(parts, SizeIs(1));
  ASSERT_FALSE(parts[0].found.empty());
  EXPECT_EQ(parts[0].found[0].hit.entry.name, "1165/TCTTKĐA#V.14");
}

TEST_F(AskedBefore, EachMatterOfALetterByItself) {
  const auto parts = asked(
      "Kính gửi: Bộ Tư pháp\n"
      "Danh sách trẻ em dưới 6 tuổi cấp thẻ BHYT chuyển về đều chung một mã hộ gia đình, không tách được.\n"
      "Đề nghị nghiên cứu cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID để công dân khỏi đi lại nhiều lần.\n"
      "Nơi nhận: như trên");
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].found.at(0).hit.entry.name, "1165/TCTTKĐA#V.14");
  EXPECT_EQ(parts[1].found.at(0).hit.entry.name, "3193/VPCP-KSTT#IV.1");
  EXPECT_EQ(parts[1].found.at(0).hit.entry.status, EntryStatus::Open) << "asked, not answered";
}

TEST_F(AskedBefore, NobodyWhereOnlyTheFieldIsTheSame) {
  const auto parts =
      asked("Nhà trường xin phép cho trẻ em nghỉ hè sớm vì nắng nóng kéo dài ở các xã miền núi");
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_THAT(parts[0].found, IsEmpty());
}

TEST(Likeness, IsMutual) {
  const Coverage all{1, 1, 0};
  const Coverage half{0.5, 0.5, 0.5};
  EXPECT_DOUBLE_EQ(likeness_of(all, all), 1);
  EXPECT_NEAR(likeness_of(all, half), 0.707, 0.001) << "a short text within a long one";
  EXPECT_EQ(closeness_of(0.1), std::nullopt);
}

}  // namespace
}  // namespace giaidap
