#include "indexer/store/free_ids.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <random>

#include "indexer/base/record.h"
#include "indexer/store/index_view.h"
#include "indexer/store/store.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Xapian::docid> all_of(FreeIds free) {
  std::vector<Xapian::docid> ids;
  while (const auto id = free.take()) ids.push_back(*id);
  return ids;
}

class FreeIdsTest : public InTemporaryFolder {
 protected:
  Xapian::WritableDatabase with_documents(int count) {
    Xapian::WritableDatabase database((folder_ / "db").string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (int i = 0; i < count; ++i) database.add_document({});
    return database;
  }
};

TEST_F(FreeIdsTest, AreThoseBetweenAndBehindTheDocuments) {
  Xapian::WritableDatabase database = with_documents(9);
  EXPECT_THAT(all_of(FreeIds(database)), IsEmpty());
  for (const Xapian::docid id : {1U, 4U, 5U, 8U, 9U}) database.delete_document(id);
  EXPECT_THAT(all_of(FreeIds(database)), ElementsAre(1, 4, 5, 8, 9));
  database.commit();
  EXPECT_THAT(all_of(FreeIds(database)), ElementsAre(1, 4, 5, 8, 9));
  for (const Xapian::docid id : {2U, 3U, 6U, 7U}) database.delete_document(id);
  EXPECT_THAT(all_of(FreeIds(database)), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST_F(FreeIdsTest, FewAreNotLookedFor) {
  Xapian::WritableDatabase database = with_documents(80);
  for (Xapian::docid id = 1; id <= 10; ++id) database.delete_document(id);
  EXPECT_THAT(all_of(FreeIds(database)), IsEmpty());
  database.delete_document(11);
  EXPECT_EQ(all_of(FreeIds(database)).size(), 11U);
}

// Files of changing sizes, in any turn: row by row or whole, some of them large, some given up, some removed.
class ReplacedFilesTest : public InTemporaryFolder {
 protected:
  struct Edition {
    int number = 0;
    int rows = 0;
  };
  enum class Way { Whole, RowByRow, Large, GivenUp, Removed };
  using Editions = std::map<std::string, Edition>;

  [[nodiscard]] Xapian::Database database() const { return Xapian::Database(db()); }
  [[nodiscard]] std::string db() const { return (folder_ / "db").string(); }

  // Every third edition has the dispatch of the one before, the others one of their own.
  static std::string number_of(const std::string& file, const Edition& edition) {
    return std::to_string((edition.number + 1) / 3) + "/" + file;
  }
  static Entry entry_of(const std::string& file, const Edition& edition, int row) {
    Entry entry = sample_entry(std::to_string(row), number_of(file, edition));
    entry.answer = "Trả lời của lần " + std::to_string(edition.number) + ", mục " + std::to_string(row) + ".";
    return entry;
  }
  static ReadDispatch reading(const std::string& file, const Edition& edition) {
    ReadDispatch read{sample_dispatch(number_of(file, edition)), {}};
    for (int row = 0; row < edition.rows; ++row) read.entries.push_back(entry_of(file, edition, row));
    return read;
  }

  static void put(Store& store, const std::string& file, const Edition& edition, Way way) {
    const SourceState source{file, std::to_string(edition.number)};
    const ReadDispatch read = reading(file, edition);
    if (way == Way::Removed) {
      ASSERT_TRUE(store.remove(read.dispatch.id));
    } else if (way == Way::Whole) {
      ASSERT_TRUE(store.put(source, {read}));
    } else {
      ASSERT_TRUE(store.begin(source, way == Way::Large ? 1U << 30U : 0U));
      for (const Entry& entry : read.entries)
        ASSERT_TRUE(store.add_entry(entry, read.dispatch, read.dispatch.date));
      if (way == Way::GivenUp) return store.abandon();
      ASSERT_TRUE(store.finish());
    }
  }

  // All that documents have, by dispatch, in the order of their ids.
  static std::map<std::string, std::vector<std::string>> contents(const Xapian::Database& database) {
    std::map<std::string, std::vector<std::string>> held;
    for (auto id = database.postlist_begin("XE"); id != database.postlist_end("XE"); ++id) {
      const Xapian::Document document = database.get_document(*id);
      std::string all = document.get_data() + std::to_string(database.get_doclength(*id));
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        all += "\n" + std::to_string(value.get_valueno()) + "=" + *value;
      for (const std::string& term : terms_with(document, "")) all += "\n" + term;
      held[entry_from_record(document.get_data()).value().dispatch_id].push_back(all);
    }
    return held;
  }
  [[nodiscard]] std::map<std::string, std::vector<std::string>> made_anew(const Editions& editions) {
    std::filesystem::remove_all(folder_ / "anew");
    Store store = Store::open(folder_ / "anew").value();
    for (const auto& [file, edition] : editions)
      EXPECT_TRUE(store.put({file, std::to_string(edition.number)}, {reading(file, edition)}));
    EXPECT_TRUE(store.commit());
    return contents(Xapian::Database((folder_ / "anew").string()));
  }
};

// 125 changed documents are as many as Xapian keeps in memory within a transaction.
TEST_F(ReplacedFilesTest, LeaveWhatAnIndexMadeAnewHoldsAndFewIds) {
  std::mt19937 random(6);
  Store store = Store::open(db(), {2, 1}).value();
  Editions editions;
  Xapian::docid most = 0;
  for (int turn = 1; turn <= 120; ++turn) {
    const std::string file = "tệp-" + std::to_string(random() % 4) + ".jsonl";
    const Edition next{turn, static_cast<int>(random() % (random() % 4 == 0 ? 300 : 30))};
    const Way way = static_cast<Way>(random() % 5);
    ASSERT_NO_FATAL_FAILURE(put(store, file, way == Way::Removed ? editions[file] : next, way)) << turn;
    if (way == Way::Removed) editions.erase(file);
    if (way != Way::Removed && way != Way::GivenUp) editions[file] = next;
    if (turn % 10 != 0) continue;
    ASSERT_TRUE(store.commit());
    ASSERT_EQ(contents(database()), made_anew(editions)) << turn;
    most = std::max(most, database().get_lastdocid());
  }
  EXPECT_LE(most, 2 * 4 * 301U);
  EXPECT_THAT(IndexView::open(db()).value().faults().value(), IsEmpty());
}

TEST_F(ReplacedFilesTest, KnownFreeIdsServeSeveralFilesButNoneAfterAChangeThatIsTakenBack) {
  Store store = Store::open(db()).value();
  Editions editions;
  for (int i = 0; i < 4; ++i) editions["tệp-" + std::to_string(i)] = {3 * i, 20};
  for (const auto& [file, edition] : editions) put(store, file, edition, Way::Whole);
  put(store, "tệp-0", {0, 0}, Way::Whole);
  put(store, "tệp-1", {3, 2}, Way::GivenUp);
  put(store, "tệp-2", {6, 25}, Way::Whole);
  put(store, "tệp-3", {9, 15}, Way::RowByRow);
  editions["tệp-0"] = {0, 0};
  editions["tệp-2"] = {6, 25};
  editions["tệp-3"] = {9, 15};
  EXPECT_EQ(contents(database()), made_anew(editions));
  EXPECT_LE(database().get_lastdocid(), 4U * 21 + 5);
}

TEST_F(ReplacedFilesTest, AreMadeBesideTheIndexWhereThatLeavesFewIdsFree) {
  Store store = Store::open(db(), {2, 1}).value();
  const auto is_rebuilt = [&](const std::string& file, const Edition& edition, std::uint64_t bytes) {
    const std::string before = database().get_uuid();
    EXPECT_TRUE(store.begin({file, std::to_string(edition.number)}, bytes));
    for (const Entry& entry : reading(file, edition).entries)
      EXPECT_TRUE(store.add_entry(entry, sample_dispatch(number_of(file, edition)), {}));
    EXPECT_TRUE(store.finish());
    return database().get_uuid() != before;
  };
  constexpr std::uint64_t kRow = 1024;
  EXPECT_TRUE(is_rebuilt("một", {1, 100}, 100 * kRow));
  EXPECT_TRUE(is_rebuilt("một", {1, 1}, 100 * kRow)) << "all that was there goes";
  EXPECT_EQ(database().get_lastdocid(), 2U);
  EXPECT_FALSE(is_rebuilt("hai", {4, 100}, 0));
  EXPECT_FALSE(is_rebuilt("hai", {4, 1}, 0));
  EXPECT_FALSE(is_rebuilt("ba", {7, 10}, 10 * kRow)) << "there are ids for it";
  EXPECT_TRUE(is_rebuilt("ba", {7, 200}, 200 * kRow));
}

}  // namespace
}  // namespace giaidap
