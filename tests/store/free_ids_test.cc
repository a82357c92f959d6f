#include "indexer/store/free_ids.h"

#include <gmock/gmock.h>

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

// Files of changing sizes, in any turn, some of them large, some given up: the ids in use stay few, and the
// index holds each file's entries in their order.
class ReplacedFilesTest : public InTemporaryFolder {
 protected:
  struct Edition {
    int number = 0;
    int rows = 0;
  };
  using Editions = std::map<std::string, Edition>;

  [[nodiscard]] std::string db() const { return (folder_ / "db").string(); }

  static std::string number_of(const std::string& file, const Edition& edition) {
    return std::to_string(edition.number) + "/" + file;
  }

  static void add(Store& store, const std::string& file, const Edition& edition, bool is_large,
                  bool is_given_up) {
    const std::string number = number_of(file, edition);
    ASSERT_TRUE(store.begin({file, number}, is_large ? 1U << 30U : 0U));
    for (int row = 0; row < edition.rows; ++row)
      ASSERT_TRUE(store.add_entry(sample_entry(std::to_string(row), number), sample_dispatch(number), {}));
    if (is_given_up) return store.abandon();
    ASSERT_TRUE(store.finish());
  }

  void expect_holds(const Editions& editions) {
    std::map<std::string, std::vector<std::string>> expected;
    std::map<std::string, std::vector<std::string>> held;
    for (const auto& [file, edition] : editions) {
      for (int row = 0; row < edition.rows; ++row)
        expected[number_of(file, edition)].push_back(number_of(file, edition) + "#" + std::to_string(row));
    }
    const Xapian::Database database(db());
    for (auto id = database.postlist_begin("XE"); id != database.postlist_end("XE"); ++id) {
      const Entry entry = entry_from_record(database.get_document(*id).get_data()).value();
      held[entry.dispatch_id].push_back(entry.name);
    }
    EXPECT_EQ(held, expected);
  }
};

TEST_F(ReplacedFilesTest, LeaveNoMoreIdsThanTwiceThoseInUse) {
  std::mt19937 random(6);
  std::uniform_int_distribution<int> rows(0, 40);
  Store store = Store::open(db(), {2, 1}).value();
  Editions editions;
  Xapian::docid most = 0;
  for (int turn = 1; turn <= 200; ++turn) {
    const std::string file = "tệp-" + std::to_string(random() % 5) + ".jsonl";
    const Edition next{turn, rows(random)};
    const bool is_given_up = random() % 8 == 0;
    ASSERT_NO_FATAL_FAILURE(add(store, file, next, random() % 4 == 0, is_given_up)) << turn;
    if (!is_given_up) editions[file] = next;
    ASSERT_NO_FATAL_FAILURE(expect_holds(editions)) << turn;
    const Xapian::Database database(db());
    most = std::max(most, database.get_lastdocid());
  }
  EXPECT_LE(most, 2 * (5 * 41) + 41U);
  EXPECT_THAT(IndexView::open(db()).value().faults().value(), IsEmpty());
}

}  // namespace
}  // namespace giaidap
