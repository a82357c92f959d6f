#include "indexer/base/json.h"

#include <gmock/gmock.h>

#include "tests/base/sample_entry.h"

namespace giaidap {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

Dispatch full_dispatch() {
  Dispatch dispatch;
  dispatch.id = "1165/TCTTKĐA";
  dispatch.number = "1165/TCTTKĐA";
  dispatch.date = "2023-08-25";
  dispatch.place = "Hà Nội";
  dispatch.issuer = "Tổ công tác triển khai Đề án 06";
  dispatch.kind = "công văn";
  dispatch.title = "giải đáp khó khăn, vướng mắc";
  dispatch.signer = {"KT. TỔ TRƯỞNG", "Thượng tá", "Trần Khắc Quang"};
  dispatch.addressed_to = {"Các bộ", "UBND các tỉnh"};
  dispatch.file = "000.txt";
  dispatch.outline = {{"I", "Pháp lý"}, {"II.2", "Hạ tầng"}};
  return dispatch;
}

TEST(EntryJson, EveryFieldComesBack) {
  const Result<Entry> back = entry_from_json(to_json(full_entry()).dump());
  ASSERT_TRUE(back);
  const Entry& entry = back.value();
  const Entry full = full_entry();
  EXPECT_EQ(entry.name, full.name);
  EXPECT_EQ(entry.dispatch_id, full.dispatch_id);
  EXPECT_EQ(entry.kind, full.kind);
  EXPECT_EQ(entry.status, full.status);
  EXPECT_EQ(entry.item, full.item);
  EXPECT_EQ(entry.heading, full.heading);
  EXPECT_EQ(entry.title, full.title);
  EXPECT_EQ(entry.topic, full.topic);
  EXPECT_EQ(entry.agencies, full.agencies);
  EXPECT_EQ(entry.petitioners, full.petitioners);
  EXPECT_EQ(entry.question, full.question);
  EXPECT_EQ(entry.answer, full.answer) << "an empty answer is not a lost one";
  EXPECT_EQ(entry.text, full.text);
  EXPECT_EQ(entry.deadline, full.deadline);
  EXPECT_EQ(entry.basis, full.basis);
  EXPECT_EQ(entry.result, std::nullopt);
  EXPECT_EQ(entry.cites, full.cites);
  EXPECT_EQ(entry.place.file, full.place.file);
  EXPECT_EQ(entry.place.page, full.place.page);
  EXPECT_EQ(entry.place.line, full.place.line);
}

TEST(EntryJson, UsesTheNamesOfTheContract) {
  const json shown = to_json(full_entry());
  EXPECT_EQ(shown["entry"], "230/BC-TCTTKĐA#B.II.3");
  EXPECT_EQ(shown["kind"], "task");
  EXPECT_EQ(shown["status"], "open");
  EXPECT_TRUE(shown["result"].is_null());
  EXPECT_EQ(shown["place"], json({{"file", "002.txt"}, {"page", 5}, {"line", 389}}));
  EXPECT_TRUE(to_json(Entry{})["place"]["page"].is_null());
}

TEST(EntryJson, EachKindAndStatusComesBack) {
  for (const EntryKind kind : {EntryKind::Qa, EntryKind::Petition, EntryKind::Task, EntryKind::Passage}) {
    for (const EntryStatus status : {EntryStatus::Answered, EntryStatus::Open, EntryStatus::None}) {
      Entry entry;
      entry.kind = kind;
      entry.status = status;
      const Result<Entry> back = entry_from_json(to_json(entry).dump());
      ASSERT_TRUE(back);
      EXPECT_EQ(back.value().kind, kind);
      EXPECT_EQ(back.value().status, status);
    }
  }
}

TEST(EntryJson, MissingAndOddFieldsAreLeftEmpty) {
  const Result<Entry> entry = entry_from_json(
      R"({"entry": 7, "agencies": ["Bộ Y tế", 3, null], "heading": "x", "kind": "?", "place": [], "answer": {}})");
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry.value().name, "");
  EXPECT_THAT(entry.value().agencies, ElementsAre("Bộ Y tế"));
  EXPECT_THAT(entry.value().heading, IsEmpty());
  EXPECT_EQ(entry.value().kind, EntryKind::Passage);
  EXPECT_EQ(entry.value().place.line, std::nullopt);
  EXPECT_EQ(entry.value().answer, std::nullopt);
}

TEST(EntryJson, WhatIsNoObjectIsAnError) {
  for (const char* stored : {"", "null", "[]", "7", "{", "{\"entry\": \"\xff\"}", "{}{}"}) {
    const Result<Entry> entry = entry_from_json(stored);
    ASSERT_FALSE(entry) << stored;
    EXPECT_EQ(entry.error().message, "a stored entry is not readable");
    EXPECT_FALSE(dispatch_from_json(stored)) << stored;
  }
}

TEST(DispatchJson, EveryFieldComesBack) {
  const Result<Dispatch> back = dispatch_from_json(to_json(full_dispatch()).dump());
  ASSERT_TRUE(back);
  const Dispatch& dispatch = back.value();
  const Dispatch full = full_dispatch();
  EXPECT_EQ(dispatch.id, full.id);
  EXPECT_EQ(dispatch.number, full.number);
  EXPECT_EQ(dispatch.date, full.date);
  EXPECT_EQ(dispatch.place, full.place);
  EXPECT_EQ(dispatch.issuer, full.issuer);
  EXPECT_EQ(dispatch.kind, full.kind);
  EXPECT_EQ(dispatch.title, full.title);
  EXPECT_EQ(dispatch.signer.title, full.signer.title);
  EXPECT_EQ(dispatch.signer.rank, full.signer.rank);
  EXPECT_EQ(dispatch.signer.name, full.signer.name);
  EXPECT_EQ(dispatch.addressed_to, full.addressed_to);
  EXPECT_EQ(dispatch.file, full.file);
  ASSERT_EQ(dispatch.outline.size(), 2U);
  EXPECT_EQ(dispatch.outline[1].path, "II.2");
  EXPECT_EQ(dispatch.outline[1].heading, "Hạ tầng");
}

TEST(DispatchJson, UnknownHeaderFieldsStayUnknown) {
  Dispatch unnumbered;
  unnumbered.id = "004.txt~1";
  const json shown = to_json(unnumbered);
  for (const char* field : {"number", "date", "place", "issuer", "kind", "title"}) {
    EXPECT_TRUE(shown[field].is_null()) << field;
  }
  const Result<Dispatch> back = dispatch_from_json(shown.dump());
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().id, "004.txt~1");
  EXPECT_EQ(back.value().number, std::nullopt);
}

}  // namespace
}  // namespace giaidap
