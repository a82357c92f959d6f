#include "server/answer/citation.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

SearchHit hit(EntryKind kind, std::string item, DispatchBrief dispatch) {
  SearchHit made;
  made.entry.name = dispatch.id + "#" + item;
  made.entry.kind = kind;
  made.entry.item = std::move(item);
  made.dispatch = std::move(dispatch);
  return made;
}

TEST(CitationTest, IsOneLineAsOfficesWriteIt) {
  const DispatchBrief whole{"1165/TCTTKĐA", "1165/TCTTKĐA",
                            "2023-08-25",   "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa",
                            "công văn",     "Về việc"};
  const DispatchBrief report{"230/BC-TCTTKĐA", "230/BC-TCTTKĐA", "2024-02-03", {}, "báo cáo", {}};
  const DispatchBrief project{"1/ĐA", "1/ĐA", {}, {}, "đề án", {}};
  const DispatchBrief unnumbered{"x.txt~1", {}, {}, "Văn phòng Chính phủ", "báo cáo", {}};
  const DispatchBrief number_only{"7/X", "7/X", {}, {}, {}, {}};
  const DispatchBrief unknown{"x.txt~1", {}, {}, {}, {}, {}};
  struct Case {
    SearchHit hit;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {hit(EntryKind::Qa, "III.4", whole),
       "Mục III.4, Phụ lục kèm theo Công văn số 1165/TCTTKĐA ngày 25/8/2023 của Tổ công tác triển khai Đề án "
       "06 "
       "thị xã Đông Hòa",
       "a row of a table"},
      {hit(EntryKind::Passage, "II.2.3/4", report), "Mục II.2.3, Báo cáo số 230/BC-TCTTKĐA ngày 03/02/2024",
       "a passage; no issuer; zeros that stay"},
      {hit(EntryKind::Passage, "0/4", report), "Báo cáo số 230/BC-TCTTKĐA ngày 03/02/2024", "its signature"},
      {hit(EntryKind::Task, "B.1", project), "Mục B.1, Phụ lục kèm theo Đề án số 1/ĐA", "đ becomes Đ"},
      {hit(EntryKind::Passage, "1", unnumbered), "Mục 1, Báo cáo của Văn phòng Chính phủ", "no number"},
      {hit(EntryKind::Passage, "", number_only), "Văn bản số 7/X", "nothing but a number"},
      {hit(EntryKind::Passage, "1", unknown), "x.txt~1#1", "nothing known"},
  };
  for (const Case& c : cases) EXPECT_EQ(citation(c.hit), c.expected) << c.why;
}

}  // namespace
}  // namespace giaidap
