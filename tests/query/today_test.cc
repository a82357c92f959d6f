#include "server/query/today.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Successors& successors() {
  static const auto loaded = Successors::load("corpus/vocabulary");
  EXPECT_TRUE(loaded.ok());
  return loaded.value();
}

Entry asking(std::vector<std::string> agencies, std::string question) {
  Entry entry;
  entry.agencies = std::move(agencies);
  entry.text = question;
  entry.question = std::move(question);
  return entry;
}

std::vector<AgencyToday> today(const Entry& entry, const char* dispatch_date = "2023-08-25") {
  return everybody_today(successors(), entry, dispatch_date);
}

constexpr const char* kFirewall = "Đề nghị triển khai phần mềm một cửa điện tử cho cấp xã";

TEST(Today, AnAgencyTellsItsSuccessor) {
  struct Case {
    const char* agency;
    const char* question;
    const char* now;     // empty: nothing to tell
    const char* matter;  // empty: all of the agency
    const char* why;
  };
  const Case cases[] = {
      {"Bộ Thông tin và Truyền thông", kFirewall, "Bộ Khoa học và Công nghệ", "", "the whole ministry"},
      {"Bộ Thông tin và Truyền thông",
       "Đề nghị Bộ Thông tin và Truyền thông tiếp tục hỗ trợ Bộ Y tế trong việc đảm bảo an toàn thông tin.",
       "Bộ Công an", "an toàn thông tin mạng", "a matter that went elsewhere"},
      {"Bộ Giao thông vận tải",
       "Một số trường hợp công dân thực hiện đổi GPLX trên DVCTT đã hoàn thành các bước", "Bộ Công an",
       "sát hạch, cấp giấy phép lái xe", "by its abbreviation"},
      {"Bộ Lao động - Thương binh và Xã hội", "Việc cập nhật dữ liệu hộ nghèo, hộ cận nghèo",
       "Bộ Nông nghiệp và Môi trường", "giảm nghèo", "poor households"},
      {"Bộ Tư pháp", "Nâng cấp hệ thống đăng ký hộ tịch điện tử, phần mềm lý lịch tư pháp", "Bộ Công an",
       "lý lịch tư pháp", "one matter of a ministry that remains"},
      {"Bộ Tư pháp", "Giấy khai sinh không có số định danh", "", "", "its other matters remain"},
      {"Bộ Công an", "Cấp lại, đổi GPLX", "", "", "is what it was"},
      {"Bảo hiểm xã hội Việt Nam", "Gia hạn thẻ BHYT", "Bảo hiểm xã hội Việt Nam, thuộc Bộ Tài chính", "",
       "now part of a ministry"},
      {"UBND tỉnh Quảng Bình", kFirewall, "UBND tỉnh Quảng Trị", "", "a province that merged"},
      {"UBND tỉnh Tây Ninh", kFirewall, "", "", "a province that kept its name"},
      {"Tổ công tác", kFirewall, "", "", "unknown"},
  };
  for (const Case& c : cases) {
    const auto rows = today(asking({c.agency}, c.question));
    if (*c.now == '\0') {
      EXPECT_THAT(rows, IsEmpty()) << c.why;
      continue;
    }
    ASSERT_THAT(rows, SizeIs(1)) << c.why;
    EXPECT_EQ(rows[0].agency, c.agency) << c.why;
    EXPECT_EQ(rows[0].now, c.now) << c.why;
    EXPECT_EQ(rows[0].matter, c.matter) << c.why;
  }
}

TEST(Today, TheNoteSaysOnWhatBasisAndWhatIsElsewhere) {
  const auto whole = today(asking({"Bộ Giao thông vận tải"}, kFirewall));
  ASSERT_THAT(whole, SizeIs(1));
  EXPECT_EQ(whole[0].since, "2025-03-01");
  EXPECT_EQ(whole[0].note, "riêng sát hạch, cấp giấy phép lái xe: Bộ Công an; Nghị quyết 176/2025/QH15");
  const auto part = today(asking({"Bộ Giao thông vận tải"}, "đổi giấy phép lái xe"));
  ASSERT_THAT(part, SizeIs(1));
  EXPECT_EQ(part[0].note, "việc khác: Bộ Xây dựng; Nghị quyết 176/2025/QH15");
}

TEST(Today, EachOfSeveralIsTold) {
  Entry entry =
      asking({"Bộ Thông tin và Truyền thông", "Bộ Công an", "Bộ Tài nguyên và Môi trường"}, kFirewall);
  entry.petitioners = {"UBND tỉnh Hà Giang", "UBND tỉnh Lai Châu", "Bộ Tài nguyên và Môi trường"};
  const auto rows = today(entry);
  ASSERT_THAT(rows, SizeIs(3)) << "none twice, none that is what it was";
  EXPECT_EQ(rows[1].now, "Bộ Nông nghiệp và Môi trường");
  EXPECT_EQ(rows[2].now, "UBND tỉnh Tuyên Quang");
}

TEST(Today, WithoutAQuestionTheFirstSentenceIsTheSubject) {
  Entry passage;
  passage.agencies = {"Bộ Tư pháp"};
  passage.text =
      "2.2. Bộ Tư pháp: (1) Phối hợp với Bộ Công an tập huấn triển khai theo quy trình cấp phiếu lý lịch tư "
      "pháp trên VNeID. Hoàn thành số hóa sổ hộ tịch.";
  EXPECT_THAT(today(passage), SizeIs(1));
  passage.text = "Hoàn thành số hóa sổ hộ tịch. Hoàn thành 25 dịch vụ, trong đó có lý lịch tư pháp.";
  EXPECT_THAT(today(passage), IsEmpty()) << "only mentioned";
}

TEST(Today, ADispatchAfterTheChangeMeansTheAgencyOfItsTime) {
  const Entry entry = asking({"Bộ Tư pháp"}, "cấp Phiếu lý lịch tư pháp trên VNeID");
  EXPECT_THAT(today(entry, "2025-02-28"), SizeIs(1));
  EXPECT_THAT(today(entry, "2025-03-01"), IsEmpty());
  EXPECT_THAT(everybody_today(successors(), entry, std::nullopt), SizeIs(1)) << "no date: likely older";
}

}  // namespace
}  // namespace giaidap
