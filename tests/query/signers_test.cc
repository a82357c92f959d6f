#include "server/query/signers.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "server/query/tables.h"

namespace giaidap {
namespace {

Dispatch dispatch(const char* number, const char* date, const char* kind, const char* issuer,
                  const char* title) {
  Dispatch made;
  made.id = number;
  made.number = number;
  made.date = date;
  made.kind = kind;
  made.issuer = issuer;
  made.title = title;
  return made;
}

// The numbers of the dispatches that a question means.
std::string meant(const char* question) {
  static const QueryTables tables = QueryTables::load("corpus/vocabulary").value();
  const std::vector<Dispatch> dispatches = {
      dispatch("1165/TCTTKĐA", "2023-08-25", "công văn", "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa",
               "giải đáp khó khăn, vướng mắc"),
      dispatch("06/BC-TCTĐA06", "2022-06-21", "báo cáo", "UBND tỉnh Quảng Ngãi",
               "sơ kết 6 tháng đầu năm 2022"),
      dispatch("230/BC-TCTTKĐA", "2024-01-31", "báo cáo", "Tổ công tác triển khai Đề án 06 của Chính phủ",
               "kết quả thực hiện tháng 01/2024"),
      dispatch("6197/BTP-VP", "2024-10-28", "công văn", "Bộ Tư pháp", "thực hiện nhiệm vụ về hộ tịch"),
      dispatch("8545/TB", "2024-10-28", "thông báo", "Tổ công tác triển khai Đề án 06 của Chính phủ",
               "kết luận hội nghị sổ sức khỏe điện tử")};
  std::string numbers;
  for (const Dispatch* found : dispatches_meant(understand(question, tables), dispatches))
    numbers += (numbers.empty() ? "" : " ") + found->id;
  return numbers;
}

TEST(SignersTest, AreThoseOfTheDispatchMeant) {
  struct Case {
    const char* question;
    const char* expected;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"ai ký công văn 1165", "1165/TCTTKĐA", "by number"},
           {"ai ký báo cáo của Quảng Ngãi", "06/BC-TCTĐA06", "by the province that issued it"},
           {"ai ký công văn của Bộ Tư pháp", "6197/BTP-VP", "by the agency"},
           {"ai ký báo cáo tháng 6/2022", "06/BC-TCTĐA06", "by month alone"},
           {"who signed the January 2024 report", "230/BC-TCTTKĐA", "by an English month"},
           {"ai ký thông báo tháng 10/2024", "8545/TB", "of a month those of the kind"},
           {"ai ký văn bản ngày 25/8/2023", "1165/TCTTKĐA", "by day"},
           {"ai ký kết luận hội nghị sổ sức khỏe", "8545/TB", "by title"},
           {"ai ký văn bản của thị xã Đông Hòa", "1165/TCTTKĐA", "by issuer"},
           {"ai đứng tên báo cáo 230 gửi Thủ tướng", "230/BC-TCTTKĐA", "who gets it does not issue it"},
           {"ai ký báo cáo tháng 12/2025", "", "no dispatch of that month"},
           {"ai ký công văn 9999", "", "no dispatch of that number"},
           {"ai ký công văn của Bộ Y tế", "", "none of that agency"},
           {"ai ký công văn Bộ Y tế tháng 8/2023", "", "the month is another's"},
           {"ai ký sách giáo khoa mới", "", "about nothing here"},
           {"công văn 1165 nói gì", "", "who signed is not asked"},
       }) {
    EXPECT_EQ(meant(c.question), c.expected) << c.question << ": " << c.why;
  }
}

}  // namespace
}  // namespace giaidap
