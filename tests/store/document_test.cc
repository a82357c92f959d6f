#include "indexer/store/document.h"

#include <gmock/gmock.h>

#include "indexer/base/json.h"
#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST(EntryDocument, QuestionWeighsTwiceAndNothingIsCountedTwice) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), "2023-08-25");
  const std::vector<std::string> toned = terms_with(document, "T");
  EXPECT_THAT(toned, Contains("Tđịnh:3"));  // question 2 + answer 1
  EXPECT_THAT(toned, Contains("Ttrẻ:2"));   // question only
  EXPECT_THAT(toned, Contains("Tcông:1"));  // answer only
  EXPECT_THAT(terms_with(document, "F"), Contains("Fdinh:3"));
}

TEST(EntryDocument, PairsStayInsideTheirClauseAndText) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), "2023-08-25");
  EXPECT_THAT(terms_with(document, "P"), Contains("Pđịnh_danh:3"));
  EXPECT_THAT(terms_with(document, "G"), Contains("Gdinh_danh:3"));
  EXPECT_THAT(terms_with(document, "P"), Not(Contains(testing::StartsWith("Ptrẻ_"))));
  EXPECT_THAT(terms_with(document, "CP"), Not(Contains(testing::StartsWith("CPliệu_"))));
}

TEST(EntryDocument, ContextHoldsEachSurroundingTextOnce) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), "2023-08-25");
  EXPECT_THAT(terms_with(document, "CPdữ"), ElementsAre("CPdữ_liệu:1"));  // heading and topic say the same
  EXPECT_THAT(terms_with(document, "CPtư"), ElementsAre("CPtư_pháp:1"));
  EXPECT_THAT(terms_with(document, "CPbắc"), ElementsAre("CPbắc_ninh:1"));
  EXPECT_THAT(terms_with(document, "CPvướng"), ElementsAre("CPvướng_mắc:1"));
  EXPECT_THAT(terms_with(document, "CT1165"), ElementsAre("CT1165:1"));
}

TEST(EntryDocument, FiltersOfOneRow) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), "2023-08-25");
  EXPECT_THAT(terms_with(document, "Q"), ElementsAre("QE1165/TCTTKĐA#III.4:0"));
  EXPECT_THAT(terms_with(document, "X"),
              ElementsAre("XABộ Công an:0", "XABộ Tư pháp:0", "XCDữ liệu:0", "XD1165/TCTTKĐA:0", "XE:0",
                          "XKqa:0", "XM3160:0", "XN3160/BTP-CNTT:0", "XO1165/TCTTKDA:0",
                          "XPUBND tỉnh Bắc Ninh:0", "XSanswered:0", "XY2023:0"));
}

TEST(EntryDocument, AQuestionIsFoundByItsBeginningAndItsWords) {
  Entry entry = sample_entry();
  entry.question = "- Cấp số định danh: số cho 02 trẻ";
  const Xapian::Document document = entry_document(entry, sample_dispatch(), std::nullopt);
  EXPECT_THAT(terms_with(document, "V"), ElementsAre("Vcap so dinh danh so cho 2 tre :0"));
  EXPECT_THAT(terms_with(document, "W"),
              ElementsAre("W2:0", "Wcap:0", "Wcho:0", "Wdanh:0", "Wdinh:0", "Wso:0", "Wtre:0"));
  entry.question = std::string(300, 'x');
  EXPECT_THAT(terms_with(entry_document(entry, sample_dispatch(), std::nullopt), "V"),
              ElementsAre("V" + std::string(schema::completion::kStartBytes, 'x') + ":0"));
  entry.question.reset();
  const Xapian::Document passage = entry_document(entry, sample_dispatch(), std::nullopt);
  EXPECT_THAT(terms_with(passage, "V"), IsEmpty());
  EXPECT_THAT(terms_with(passage, "W"), IsEmpty());
}

TEST(EntryDocument, ValuesForSortingAndFacets) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), "2023-08-25");
  EXPECT_EQ(document.get_value(schema::kDateSlot), "20230825");
  EXPECT_EQ(document.get_value(schema::kAgencySlot),
            "Bộ Tư pháp\x1f"
            "Bộ Công an");
  EXPECT_EQ(document.get_value(schema::kTopicSlot), "Dữ liệu");
  EXPECT_EQ(document.get_value(schema::kDispatchSlot), "1165/TCTTKĐA");
  EXPECT_EQ(document.get_value(schema::kKindSlot), "qa");
  EXPECT_EQ(document.get_value(schema::kStatusSlot), "answered");
  EXPECT_EQ(document.get_value(schema::kYearSlot), "2023");
}

TEST(EntryDocument, ASeparatorInsideANameDoesNotSplitIt) {
  Entry entry = sample_entry();
  entry.agencies = {"Bộ\x1fY tế"};
  const Xapian::Document document = entry_document(entry, sample_dispatch(), std::nullopt);
  EXPECT_EQ(document.get_value(schema::kAgencySlot), "Bộ Y tế");
}

TEST(EntryDocument, UnknownDateLeavesNoYearAndNoValue) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), std::nullopt);
  EXPECT_THAT(terms_with(document, "XY"), IsEmpty());
  EXPECT_EQ(document.get_value(schema::kDateSlot), "");
}

TEST(EntryDocument, WhatTheTextHoldsBesideItsPartsIsFoundToo) {
  Entry task = sample_entry();
  task.kind = EntryKind::Task;
  task.answer.reset();
  task.question = "Cấp số định danh";
  task.deadline = "Quý IV/2023";
  task.text = "Cấp số định danh\nThời hạn: Quý IV/2023\nGhi chú: Thường xuyên";
  const Xapian::Document document = entry_document(task, sample_dispatch(), std::nullopt);
  EXPECT_THAT(terms_with(document, "Tcấp"), ElementsAre("Tcấp:2"));
  EXPECT_THAT(terms_with(document, "Tquý"), ElementsAre("Tquý:1"));
  EXPECT_THAT(terms_with(document, "Pthường"), ElementsAre("Pthường_xuyên:1"));
}

TEST(EntryDocument, APassageIsItsText) {
  Entry passage = sample_entry("II.2.3/4");
  passage.kind = EntryKind::Passage;
  passage.question.reset();
  passage.answer.reset();
  passage.text = "Trích xuất dữ liệu";
  const Xapian::Document document = entry_document(passage, sample_dispatch(), std::nullopt);
  EXPECT_THAT(terms_with(document, "P"), ElementsAre("Pdữ_liệu:1", "Ptrích_xuất:1", "Pxuất_dữ:1"));
}

TEST(EntryDocument, DataIsTheEntryWhole) {
  const Xapian::Document document = entry_document(sample_entry(), sample_dispatch(), std::nullopt);
  const Result<Entry> stored = entry_from_record(document.get_data());
  ASSERT_TRUE(stored);
  EXPECT_EQ(to_json(stored.value()), to_json(sample_entry()));
}

TEST(EntryDocument, InvalidBytesDoNotStopTheIndexing) {
  Entry entry = sample_entry();
  entry.text = "Sai \xff mã";
  EXPECT_TRUE(entry_from_record(entry_document(entry, sample_dispatch(), std::nullopt).get_data()));
}

TEST(DispatchDocument, IsARecordWithoutTextOrValues) {
  const Xapian::Document document = dispatch_document(sample_dispatch());
  EXPECT_THAT(terms_with(document, ""), ElementsAre("QD1165/TCTTKĐA:0", "XO1165/TCTTKDA:0", "XR:0"));
  EXPECT_EQ(document.values_count(), 0U);
  const Result<Dispatch> stored = dispatch_from_json(document.get_data());
  ASSERT_TRUE(stored);
  EXPECT_EQ(to_json(stored.value()), to_json(sample_dispatch()));
}

}  // namespace
}  // namespace giaidap
