#include "indexer/dispatch/read.h"

#include <gmock/gmock.h>

#include <set>

#include "indexer/base/file.h"
#include "indexer/dispatch/passages.h"
#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::vector<std::string>& files() {
  static const std::vector<std::string> kFiles{kQaFile, kProseFile, kTaskFile, kPetitionFile,
                                               kThreeDispatches};
  return kFiles;
}

TEST(ReadDispatches, EveryRowOfTheCorpus) {
  std::map<std::string, int> counts;
  std::size_t dispatches = 0;
  std::size_t petitioners = 0;
  for (const std::string& file : files()) {
    for (const ReadDispatch& read : reading_of(file).dispatches) {
      ++dispatches;
      for (const auto& [kind, count] : count_kinds(read.entries)) counts[kind] += count;
      for (const Entry& entry : read.entries) petitioners += entry.petitioners.size();
    }
  }
  EXPECT_EQ(dispatches, 7U);
  EXPECT_EQ(counts["qa"], 76);
  EXPECT_EQ(counts["petition"], 81);
  EXPECT_EQ(counts["task"], 27);
  EXPECT_EQ(petitioners, 113U);
}

TEST(ReadDispatches, NamesAreUniqueAndPassagesShort) {
  std::set<std::string> names;
  for (const std::string& file : files()) {
    for (const ReadDispatch& read : reading_of(file).dispatches) {
      for (const Entry& entry : read.entries) {
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
        EXPECT_FALSE(entry.text.empty()) << entry.name;
        EXPECT_EQ(entry.text.find(kFootnoteOpen), std::string::npos) << entry.name;
        EXPECT_TRUE(entry.place.line) << entry.name;
        if (entry.kind == EntryKind::Passage) {
          EXPECT_EQ(cut_at_sentences(entry.text, kMaxPassageCharacters).size(), 1U) << entry.name;
        }
      }
    }
  }
}

TEST(ReadDispatches, ReadingAgainGivesTheSameNames) {
  const Result<std::string> bytes = read_file(std::string("corpus/dispatches/") + kTaskFile, 1U << 20U);
  ASSERT_TRUE(bytes.ok());
  const FileReading again = reading_of_bytes(kTaskFile, bytes.value());
  const ReadDispatch& first = reading_of(kTaskFile).dispatches.front();
  ASSERT_EQ(again.dispatches.front().entries.size(), first.entries.size());
  for (std::size_t i = 0; i < first.entries.size(); ++i) {
    EXPECT_EQ(again.dispatches.front().entries[i].name, first.entries[i].name);
  }
}

TEST(ReadDispatches, HeadersOfTheThreeInOneFile) {
  const FileReading& reading = reading_of(kThreeDispatches);
  ASSERT_EQ(reading.dispatches.size(), 3U);
  const Dispatch& first = reading.dispatches[0].dispatch;
  EXPECT_FALSE(first.number);
  EXPECT_EQ(first.id, std::string(kThreeDispatches) + "~1");
  EXPECT_EQ(first.issuer, "Văn phòng Chính phủ") << "the closing sentence says who speaks";
  EXPECT_EQ(first.kind, "thông báo");
  const Dispatch& letter = reading.dispatches[1].dispatch;
  EXPECT_EQ(letter.number, "6197/BTP-VP");
  EXPECT_EQ(letter.kind, "công văn");
  EXPECT_EQ(letter.issuer, "Bộ Tư pháp");
  EXPECT_EQ(letter.signer.name, "Nguyễn Hải Ninh");
  const Dispatch& notice = reading.dispatches[2].dispatch;
  EXPECT_EQ(notice.number, "8545/TB-TCTTKĐA");
  EXPECT_EQ(notice.issuer, "Tổ công tác triển khai Đề án 06 của Chính phủ");
  EXPECT_EQ(notice.signer.title, "THƯ KÝ TỔ CÔNG TÁC PHÓ CỤC TRƯỞNG CỤC CẢNH SÁT QLHC VỀ TTXH");
}

TEST(ReadDispatches, AWorkingGroupIsCompletedByItsLevelAndPlace) {
  EXPECT_EQ(reading_of(kQaFile).dispatches[0].dispatch.issuer,
            "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa");
  EXPECT_EQ(reading_of(kProseFile).dispatches[0].dispatch.issuer,
            "Tổ công tác triển khai Đề án 06 tỉnh Quảng Ngãi");
}

TEST(ReadDispatches, TheHardRowsOfTheAnswerTable) {
  struct Case {
    const char* item;
    std::vector<std::string> agencies;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"II.1", {"Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"}, "joined by VÀ and &"},
           {"III.9", {"Văn phòng Chính phủ"}, "cut by the page"},
           {"IV.11", {"Bộ Y tế"}, "column lost; the answer names its speaker"},
           {"V.12", {"Bộ Tài chính"}, "fused with the answer"},
           {"V.14", {"Bộ Tư pháp", "Bảo hiểm xã hội Việt Nam"}, "two with a semicolon"},
           {"V.28", {"Bộ Thông tin và Truyền thông"}, "half of it in the answer's cell"}}) {
    EXPECT_EQ(entry_of(kQaFile, c.item).agencies, c.agencies) << c.item << ": " << c.why;
  }
  const Entry& lost = entry_of(kQaFile, "V.15");
  EXPECT_FALSE(lost.answer);
  EXPECT_THAT(lost.agencies, ElementsAre("Bộ Thông tin và Truyền thông"));
  EXPECT_EQ(entry_of(kQaFile, "V.28").answer, entry_of(kQaFile, "V.29").answer) << "the same answer twice";
}

TEST(ReadDispatches, WhatCannotBeToldIsReported) {
  const auto message = [](const char* text) { return Field(&Finding::message, HasSubstr(text)); };
  EXPECT_THAT(reading_of(kQaFile).findings, Contains(message("Mục V.15: không có nội dung trả lời")));
  EXPECT_THAT(reading_of(kQaFile).findings, Contains(message("Mục IV.12: không có cột cơ quan trả lời")));
  EXPECT_THAT(reading_of(kTaskFile).findings, Contains(message("A.II báo có 10 mục nhưng chỉ đọc được 9")));
  EXPECT_THAT(reading_of(kTaskFile).findings, Contains(message("Mục B.II.1: không ghi thời hạn")));
  EXPECT_THAT(reading_of(kThreeDispatches).findings, Contains(message("không đọc được số hiệu")));
  EXPECT_THAT(reading_of(kPetitionFile).findings, IsEmpty());
}

TEST(ReadDispatches, RowsKnowTheirPlaceHeadingAndCitations) {
  const Entry& row = entry_of(kQaFile, "III.4");
  EXPECT_EQ(row.name, "1165/TCTTKĐA#III.4");
  EXPECT_EQ(row.place.line, 72);
  EXPECT_EQ(row.topic, "Dịch vụ công");
  EXPECT_EQ(row.heading.back(), "Dịch vụ công");
  EXPECT_THAT(row.cites, ElementsAre("3160/BTP-CNTT"));
  EXPECT_THAT(*row.question, StartsWith("Nhiều trường hợp trẻ em đăng ký khai sinh do lỗi hệ thống"));
}

TEST(ReadDispatches, PassagesStandUnderTheirHeadings) {
  const Entry& passage = entry_of(kTaskFile, "II.2.3/1");
  EXPECT_EQ(passage.kind, EntryKind::Passage);
  EXPECT_THAT(passage.heading,
              ElementsAre("KẾT QUẢ CÁC MẶT CÔNG TÁC VÀ TIỆN ÍCH ĐẠT ĐƯỢC",
                          "Nhóm tiện ích giải quyết thủ TTHC, cung cấp DVC trực tuyến", "Về dịch vụ công"));
  EXPECT_THAT(entry_of(kTaskFile, "IV.2.4/1").agencies, ElementsAre("Bộ Tài chính"))
      << "charged by its heading";
}

TEST(ReadDispatches, ATableThatNeverEndsAndStrayRowsAreKeptOrReported) {
  std::string text = "Số: 1/UBND-VP\n\nV/v thử\n\nSTT\tNỘI DUNG\tCƠ QUAN TRẢ LỜI\tTRẢ LỜI\n";
  for (int i = 1; i <= 5000; ++i) text += std::to_string(i) + "\thỏi\tBộ Y tế\tđáp\n";
  text += "x\tkhông số\t\t\n\tphần cuối bị cắt giữa chừ";
  const FileReading reading = reading_of_bytes("t.txt", text);
  EXPECT_EQ(count_kinds(reading.dispatches.at(0).entries)["qa"], 5000);
  EXPECT_THAT(reading.findings, Contains(Field(&Finding::message, HasSubstr("không nối được"))));
}

}  // namespace
}  // namespace giaidap
