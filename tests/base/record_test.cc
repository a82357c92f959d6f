#include "indexer/base/record.h"

#include <gmock/gmock.h>

#include "indexer/base/json.h"

namespace giaidap {
namespace {

Entry full_entry() {
  Entry entry;
  entry.name = "230/BC-TCTTKĐA#B.II.3";
  entry.dispatch_id = "230/BC-TCTTKĐA";
  entry.kind = EntryKind::Task;
  entry.status = EntryStatus::Open;
  entry.item = "B.II.3";
  entry.heading = {"Nhiệm vụ tháng 02/2024", "Về \"dịch vụ công\"\\"};
  entry.title = "Điều 1";
  entry.topic = "Dịch vụ công";
  entry.agencies = {"Bộ Công an", "Bộ Tư pháp"};
  entry.petitioners = {"UBND tỉnh Bắc Ninh"};
  entry.question = "Nghiên cứu, đề xuất\nphương án";
  entry.answer = "";
  entry.text = "Nghiên cứu, đề xuất\nphương án\tQuý I";
  entry.deadline = "Tháng 02/2024";
  entry.basis = "Nghị quyết số 175/NQ-CP";
  entry.cites = {"175/NQ-CP"};
  entry.place = {"002.txt", 5, 389};
  return entry;
}

TEST(EntryRecordTest, EveryFieldComesBack) {
  Entry passage;
  passage.text = std::string(40000, 'x');
  for (const Entry& entry : {full_entry(), Entry{}, passage}) {
    const Result<Entry> back = entry_from_record(entry_record(entry));
    ASSERT_TRUE(back);
    EXPECT_EQ(to_json(back.value()), to_json(entry));
  }
}

TEST(EntryRecordTest, WhatTheTextSaysIsKeptOnce) {
  Entry entry;
  entry.text = "Câu hỏi dài\nCâu trả lời còn dài hơn";
  const std::size_t alone = entry_record(entry).size();
  entry.question = "Câu hỏi dài";
  entry.answer = "Câu trả lời còn dài hơn";
  EXPECT_LE(entry_record(entry).size(), alone + 4);
}

TEST(EntryRecordTest, DamagedRecordsAreErrors) {
  const std::string record = entry_record(full_entry());
  for (std::size_t size = 0; size < record.size(); ++size)
    EXPECT_FALSE(entry_from_record(record.substr(0, size))) << size;
  EXPECT_FALSE(entry_from_record(record + "x"));
  EXPECT_FALSE(entry_from_record(R"({"entry":"1/A#1"})")) << "the format before";
  for (std::size_t at = 0; at < record.size(); ++at) {
    std::string damaged = record;
    damaged[at] = '\xff';
    (void)entry_from_record(damaged);  // an Error or an Entry, never more
  }
}

}  // namespace
}  // namespace giaidap
