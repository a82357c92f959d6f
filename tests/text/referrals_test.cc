#include "indexer/text/referrals.h"

#include <gmock/gmock.h>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> referred(const char* answer, const std::vector<std::string>& own) {
  static const Agencies agencies = Agencies::load("corpus/vocabulary").value();
  static const Referrals referrals = Referrals::load("corpus/vocabulary").value();
  return referrals.find(normalize_text(answer), own, agencies);
}

TEST(ReferralsTest, AgencyBehindThePhrase) {
  EXPECT_THAT(
      referred("Việc xác định mã hộ của trẻ em thuộc chức năng, nhiệm vụ của cơ quan Công an, vấn đề này, "
               "Bộ Tư pháp sẽ trao đổi với Bộ Công an để có chỉ đạo hướng dẫn thực hiện thống nhất.",
               {"Bộ Tư pháp"}),
      ElementsAre("Bộ Công an"));
}

TEST(ReferralsTest, AgencyThatBeginsTheSentence) {
  EXPECT_THAT(
      referred("Theo quy định hiện hành, tài liệu số hóa phải được lưu trữ. Bộ Nội vụ đang phối hợp với các "
               "đơn vị có liên quan để nghiên cứu, chỉnh sửa quy định lưu trữ.",
               {"Văn phòng Chính phủ"}),
      ElementsAre("Bộ Nội vụ"));
  EXPECT_THAT(
      referred("Hiện nay, Bộ Nội vụ đang khẩn trương chủ trì, phối hợp với Bộ Công an để triển khai kết nối.",
               {"Bộ Công an"}),
      ElementsAre("Bộ Nội vụ"));
}

TEST(ReferralsTest, OneThatSpeaksOfItselfOrOnlyNamesOthersRefersToNobody) {
  EXPECT_THAT(
      referred("Bộ Y tế sẽ phối hợp với BHXH để xem xét, cấp tài khoản cho các Sở Giao thông vận tải.",
               {"Bộ Y tế"}),
      IsEmpty());
  EXPECT_THAT(
      referred("Bộ TT&TT đã phối hợp với Bộ Công an, Văn phòng Chính phủ ban hành Văn bản số 1552/BTTTT-THH.",
               {"Bộ Thông tin và Truyền thông"}),
      IsEmpty());
  EXPECT_THAT(referred("C06 sẽ phối hợp trao đổi với ngân hàng và cơ quan công chứng.", {"Bộ Công an"}),
              IsEmpty())
      << "a department of its own";
  EXPECT_THAT(referred("Dung lượng đính kèm file lên hệ thống thuộc chức năng của hệ thống thông tin.",
                       {"Văn phòng Chính phủ"}),
              IsEmpty());
}

}  // namespace
}  // namespace giaidap
