#include "indexer/store/index_view.h"

#include <gmock/gmock.h>

#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class IndexViewTest : public InTemporaryFolder {
 protected:
  void SetUp() override {
    Result<Store> store = Store::open(folder_ / "db");
    ASSERT_TRUE(store);
    ReadDispatch mixed = sample_reading({"III.4", "III.5", "1"});
    mixed.entries[2].kind = EntryKind::Task;
    ASSERT_TRUE(store.value().put({"b.txt", "hash-b"}, {mixed, sample_reading({}, "99/KH")}));
    ASSERT_TRUE(store.value().put({"a.txt", "hash-a"}, {sample_reading({"1"}, "3193/VPCP-KSTT")}));
    ASSERT_TRUE(store.value().commit());
  }

  IndexView view() { return IndexView::open(folder_ / "db").value(); }
};

TEST_F(IndexViewTest, ListsDispatchesByFileAndPlaceWithTheirCounts) {
  const auto listed = view().dispatches().value();
  ASSERT_THAT(listed, SizeIs(3));
  EXPECT_EQ(listed[0].dispatch.id, "3193/VPCP-KSTT");
  EXPECT_EQ(listed[0].dispatch.file, "a.txt");
  EXPECT_EQ(listed[1].dispatch.id, "1165/TCTTKĐA");
  EXPECT_THAT(listed[1].counts, ElementsAre(Pair("qa", 2), Pair("task", 1)));
  EXPECT_EQ(listed[2].dispatch.id, "99/KH");
  EXPECT_THAT(listed[2].counts, IsEmpty());
}

TEST_F(IndexViewTest, ASoundIndexHasNoFaults) { EXPECT_THAT(view().faults().value(), IsEmpty()); }

std::string record_of(const char* name, const char* dispatch) {
  Entry entry;
  entry.name = name;
  entry.dispatch_id = dispatch;
  return entry_record(entry);
}

TEST_F(IndexViewTest, TellsWhatIsWrongWithEntries) {
  {
    Xapian::WritableDatabase database((folder_ / "db").string());
    Xapian::Document unreadable;
    unreadable.add_boolean_term(schema::kEntryTerm);
    unreadable.set_data("{broken");
    database.add_document(unreadable);
    Xapian::Document astray;
    astray.add_boolean_term(schema::kEntryTerm);
    astray.set_data(record_of("7/X#1", "7/X"));
    database.add_document(astray);
    Xapian::Document unnamed;
    unnamed.add_boolean_term(schema::kEntryTerm);
    unnamed.set_data(record_of("99/KH#1", "99/KH"));
    database.add_document(unnamed);
    database.commit();
  }
  const auto faults = view().faults().value();
  ASSERT_THAT(faults, SizeIs(3));
  EXPECT_EQ(faults[0].message, "a stored entry is not readable");
  EXPECT_EQ(faults[1].message, "entry 7/X#1 stands in dispatch 7/X, which is not there");
  EXPECT_EQ(faults[2].message, "entry 99/KH#1 cannot be found by its name");
  EXPECT_THAT(faults[0].place, HasSubstr("document "));
}

TEST_F(IndexViewTest, TellsWhetherAFileIsIndexedAsItIs) {
  EXPECT_EQ(view().difference({"a.txt", "hash-a"}).value(), "");
  EXPECT_EQ(view().difference({"a.txt", "hash-c"}).value(), "has changed since it was indexed");
  EXPECT_EQ(view().difference({"c.txt", "hash-a"}).value(), "is not indexed");
}

}  // namespace
}  // namespace giaidap
