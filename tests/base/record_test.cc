#include "indexer/base/record.h"

#include <gmock/gmock.h>

#include "indexer/base/json.h"

#include "tests/base/sample_entry.h"

namespace giaidap {
namespace {

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

TEST(EntryRecordTest, TheItemIsReadWithoutTheRest) {
  const std::string record = entry_record(full_entry());
  ASSERT_FALSE(full_entry().item.empty());
  ASSERT_TRUE(item_from_record(record));
  EXPECT_EQ(item_from_record(record).value(), full_entry().item);
  EXPECT_EQ(item_from_record(entry_record(Entry{})).value(), "");
  bool came = false;
  for (std::size_t size = 0; size <= record.size(); ++size) {
    const Result<std::string> item = item_from_record(record.substr(0, size));
    if (item) {
      EXPECT_EQ(item.value(), full_entry().item) << size;
    }
    EXPECT_TRUE(item || !came) << size;
    came = item.ok();
  }
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
    (void)item_from_record(damaged);
  }
}

}  // namespace
}  // namespace giaidap
