#include "indexer/store/store.h"

#include <gmock/gmock.h>

#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "indexer/store/index_view.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const SourceState kFirst{"000.txt", "hash-1"};

class StoreTest : public InTemporaryFolder {
 protected:
  Store open() {
    Result<Store> store = Store::open(folder_ / "db");
    EXPECT_TRUE(store) << (store ? "" : store.error().message);
    return std::move(store).value();
  }

  // Names of all entries in the order of their documents.
  std::vector<std::string> names() {
    const Xapian::Database database((folder_ / "db").string());
    std::vector<std::string> names;
    for (auto id = database.postlist_begin("XE"); id != database.postlist_end("XE"); ++id) {
      names.push_back(entry_from_record(database.get_document(*id).get_data()).value().name);
    }
    return names;
  }

  std::vector<std::string> dispatch_ids() {
    std::vector<std::string> ids;
    const Result<IndexView> view = IndexView::open(folder_ / "db");
    const auto listed = view.value().dispatches();
    for (const ListedDispatch& one : listed.value()) ids.push_back(one.dispatch.id);
    return ids;
  }

  std::string everything() {
    const Xapian::Database database((folder_ / "db").string());
    std::string all;
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      const Xapian::Document document = database.get_document(*id);
      all += document.get_data() + "\n";
      for (const std::string& term : terms_with(document, "")) all += term + "\n";
    }
    return all;
  }
};

TEST_F(StoreTest, HoldsWhatWasPutInDocumentOrder) {
  Store store = open();
  const auto findings = store.put(kFirst, {sample_reading({"III.4", "III.10", "II.1"})});
  ASSERT_TRUE(findings);
  EXPECT_THAT(findings.value(), IsEmpty());
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#III.4", "1165/TCTTKĐA#III.10", "1165/TCTTKĐA#II.1"));
  EXPECT_TRUE(store.has_source(kFirst));
  EXPECT_FALSE(store.has_source({"000.txt", "hash-2"}));
  EXPECT_FALSE(store.has_source({"001.txt", "hash-1"}));
}

TEST_F(StoreTest, PuttingTwiceChangesNothing) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4", "III.5"})}));
  ASSERT_TRUE(store.commit());
  const std::string before = everything();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4", "III.5"})}));
  ASSERT_TRUE(store.commit());
  EXPECT_EQ(everything(), before);
}

TEST_F(StoreTest, AChangedFileLeavesNothingOfTheOldOne) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4"}), sample_reading({"1"}, "99/KH")}));
  ASSERT_TRUE(store.put({"000.txt", "hash-2"}, {sample_reading({"III.5"})}));
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#III.5"));
  EXPECT_THAT(dispatch_ids(), ElementsAre("1165/TCTTKĐA"));
}

TEST_F(StoreTest, ADispatchInAnotherFileReplacesItselfAndSaysSo) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4"}), sample_reading({"1"}, "99/KH")}));
  const auto findings = store.put({"new.txt", "h"}, {sample_reading({"III.5"})});
  ASSERT_TRUE(findings);
  ASSERT_THAT(findings.value(), SizeIs(1));
  EXPECT_EQ(findings.value()[0].place, "new.txt");
  EXPECT_THAT(findings.value()[0].message, HasSubstr("1165/TCTTKĐA trước đây lấy từ tệp 000.txt"));
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("99/KH#1", "1165/TCTTKĐA#III.5"));
  EXPECT_TRUE(store.has_source(kFirst)) << "both files count as indexed, or each run would swap them";
}

TEST_F(StoreTest, WhenATakenDispatchLeavesItsEarlierFileIsReadAgain) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4"})}));
  ASSERT_TRUE(store.put({"new.txt", "h"}, {sample_reading({"III.5"})}));
  ASSERT_TRUE(store.put({"new.txt", "h2"}, {sample_reading({"III.6"})}));
  EXPECT_TRUE(store.has_source(kFirst));
  ASSERT_TRUE(store.put({"new.txt", "h3"}, {sample_reading({"1"}, "99/KH")}));
  EXPECT_FALSE(store.has_source(kFirst));
}

TEST_F(StoreTest, RemoveTakesTheNumberInAnySpelling) {
  for (const char* spelling : {"1165/TCTTKĐA", "01165 / tcttkda"}) {
    Store store = open();
    ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4", "III.5"}), sample_reading({"1"}, "99/KH")}));
    const auto removed = store.remove(spelling);
    ASSERT_TRUE(removed);
    EXPECT_EQ(removed.value(), std::optional<int>(2)) << spelling;
    ASSERT_TRUE(store.commit());
    EXPECT_THAT(names(), ElementsAre("99/KH#1")) << spelling;
    EXPECT_THAT(dispatch_ids(), ElementsAre("99/KH")) << spelling;
    EXPECT_FALSE(store.has_source(kFirst)) << "so that indexing the file again brings it back";
  }
}

TEST_F(StoreTest, RemovingWhatIsNotThereChangesNothing) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4"})}));
  for (const char* unknown : {"7/QĐ-TTg", "", "1165/TCTTKĐA#III.4", "TCTTKĐA"}) {
    const auto removed = store.remove(unknown);
    ASSERT_TRUE(removed) << unknown;
    EXPECT_EQ(removed.value(), std::nullopt) << unknown;
  }
  EXPECT_TRUE(store.has_source(kFirst));
}

TEST_F(StoreTest, ANameThatIsTakenGetsANumber) {
  Store store = open();
  const auto findings = store.put(kFirst, {sample_reading({"III.4", "III.4", "III.4"})});
  ASSERT_TRUE(findings);
  ASSERT_THAT(findings.value(), SizeIs(2));
  EXPECT_EQ(findings.value()[0].place, "000.txt:72");
  EXPECT_THAT(findings.value()[0].message, HasSubstr("1165/TCTTKĐA#III.4~2"));
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#III.4", "1165/TCTTKĐA#III.4~2", "1165/TCTTKĐA#III.4~3"));
}

TEST_F(StoreTest, AnEntryNamedLikeADispatchRecordIsNoRecord) {
  Store store = open();
  ReadDispatch read = sample_reading({"1"});
  read.entries[0].name = "D1165/TCTTKĐA";
  ASSERT_TRUE(store.put(kFirst, {read}));
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("D1165/TCTTKĐA"));
  EXPECT_THAT(dispatch_ids(), ElementsAre("1165/TCTTKĐA"));
}

TEST_F(StoreTest, NothingIsVisibleBeforeCommit) {
  Store store = open();
  ASSERT_TRUE(store.put(kFirst, {sample_reading({"III.4"})}));
  EXPECT_THAT(names(), IsEmpty());
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(StoreTest, RowByRowShowsAllAtTheEndOrNothing) {
  Store store = open();
  ASSERT_TRUE(store.put({"rows.jsonl", "old"}, {sample_reading({"old"})}));
  const Dispatch dispatch = sample_dispatch();
  ASSERT_TRUE(store.begin({"rows.jsonl", "new"}));
  ASSERT_TRUE(store.add_entry(sample_entry("1"), dispatch, "2024-01-02"));
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#old"));
  store.abandon();
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#old"));
  EXPECT_TRUE(store.has_source({"rows.jsonl", "old"}));

  ASSERT_TRUE(store.begin({"rows.jsonl", "new"}));
  ASSERT_TRUE(store.add_entry(sample_entry("1"), dispatch, "2024-01-02"));
  ASSERT_TRUE(store.add_entry(sample_entry("2"), dispatch, std::nullopt));
  ASSERT_TRUE(store.finish());
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#1", "1165/TCTTKĐA#2"));
  EXPECT_TRUE(store.has_source({"rows.jsonl", "new"}));
}

TEST_F(StoreTest, EachRowHasItsOwnDateAndTheFirstMakesTheRecord) {
  Store store = open();
  Dispatch second = sample_dispatch();
  second.title = "Một tên khác";
  ASSERT_TRUE(store.begin(kFirst));
  ASSERT_TRUE(store.add_entry(sample_entry("1"), sample_dispatch(), "2023-08-25"));
  ASSERT_TRUE(store.add_entry(sample_entry("2"), second, "2024-01-02"));
  ASSERT_TRUE(store.finish());
  const Xapian::Database database((folder_ / "db").string());
  EXPECT_EQ(database.get_termfreq("XY2023"), 1U);
  EXPECT_EQ(database.get_termfreq("XY2024"), 1U);
  const auto listed = IndexView::open(folder_ / "db").value().dispatches();
  ASSERT_THAT(listed.value(), SizeIs(1));
  EXPECT_EQ(listed.value()[0].dispatch.title, sample_dispatch().title);
}

TEST_F(StoreTest, NamesAndIdsOfAnyLengthAndContent) {
  for (const std::string& name : {std::string(5000, 'x'), std::string("\0\0#1", 4), std::string(300, '\0')}) {
    Store store = open();
    ReadDispatch read = sample_reading({"1"});
    read.entries[0].name = name;
    read.dispatch.id = name;
    ASSERT_TRUE(store.put(kFirst, {read}));
    ASSERT_TRUE(store.commit());
    EXPECT_THAT(names(), ElementsAre(name));
    EXPECT_THAT(dispatch_ids(), ElementsAre(name));
    EXPECT_THAT(IndexView::open(folder_ / "db").value().faults().value(), IsEmpty());
  }
}

TEST_F(StoreTest, OneWriterAtATime) {
  const Store first = open();
  const Result<Store> second = Store::open(folder_ / "db");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::Unavailable);
  EXPECT_THAT(second.error().message, HasSubstr("another program is indexing"));
}

}  // namespace
}  // namespace giaidap
