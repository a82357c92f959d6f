// Files that are indexed beside the index and replace it: all that holds of small ones holds of them too.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>

#include "indexer/base/record.h"
#include "indexer/store/index_view.h"
#include "indexer/store/store.h"
#include "tests/kills.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::uint64_t kBytes = 1U << 30U;  // as large as a file may say it is

class LargeFilesTest : public InTemporaryFolder {
 protected:
  [[nodiscard]] std::filesystem::path db() const { return folder_ / "db"; }

  Store open() {
    Result<Store> store = Store::open(db(), {2, 1});
    EXPECT_TRUE(store) << (store ? "" : store.error().message);
    return std::move(store).value();
  }

  static std::vector<Finding> put(Store& store, const SourceState& source,
                                  const std::vector<std::string>& items,
                                  const std::string& number = "1165/TCTTKĐA", std::uint64_t bytes = kBytes) {
    EXPECT_TRUE(store.begin(source, bytes));
    for (const std::string& item : items)
      EXPECT_TRUE(store.add_entry(sample_entry(item, number), sample_dispatch(number), "2024-01-02"));
    auto finished = store.finish();
    EXPECT_TRUE(finished) << (finished ? "" : finished.error().message);
    return finished ? finished.value() : std::vector<Finding>();
  }

  [[nodiscard]] static std::vector<std::string> names(const Xapian::Database& database) {
    std::vector<std::string> names;
    names.reserve(database.get_doccount());
    for (auto id = database.postlist_begin("XE"); id != database.postlist_end("XE"); ++id)
      names.push_back(entry_from_record(database.get_document(*id).get_data()).value().name);
    return names;
  }
  [[nodiscard]] std::vector<std::string> names() const { return names(Xapian::Database(db().string())); }

  [[nodiscard]] std::string everything(const std::string& name) const {
    const Xapian::Database database((folder_ / name).string());
    std::string all;
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      const Xapian::Document document = database.get_document(*id);
      all += std::to_string(*id) + document.get_data() + document.get_value(0) + "\n";
      for (const std::string& term : terms_with(document, "")) all += term + "\n";
    }
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
      all += *key + database.get_metadata(*key) + "\n";
    return all;
  }

  [[nodiscard]] std::size_t folders() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator()));
  }
};

TEST_F(LargeFilesTest, GiveTheSameIndexAsSmallOnes) {
  std::vector<std::string> items;
  items.reserve(500);
  for (int i = 0; i < 500; ++i) items.push_back("III." + std::to_string(i));
  Store small = Store::open(folder_ / "small").value();
  put(small, {"rows.jsonl", "h"}, items);
  Store large = open();
  put(large, {"rows.jsonl", "h"}, items);
  EXPECT_EQ(everything("db"), everything("small"));
  EXPECT_NE(Xapian::Database(db().string()).get_uuid(),
            Xapian::Database((folder_ / "small").string()).get_uuid());
  EXPECT_THAT(IndexView::open(db()).value().faults().value(), IsEmpty());
  EXPECT_EQ(folders(), 2U) << "nothing is left beside the index";
}

TEST_F(LargeFilesTest, ReplaceWhatTheyHeldAndLeaveTheRest) {
  Store store = open();
  ASSERT_TRUE(store.put({"000.txt", "h"}, {sample_reading({"1"}, "99/KH"), sample_reading({"1"}, "7/KH")}));
  put(store, {"rows.jsonl", "old"}, {"III.1", "III.2"});
  EXPECT_THAT(put(store, {"rows.jsonl", "new"}, {"III.2", "III.3"}), IsEmpty());
  EXPECT_THAT(names(), ElementsAre("99/KH#1", "7/KH#1", "1165/TCTTKĐA#III.2", "1165/TCTTKĐA#III.3"));
  const auto findings = put(store, {"more.jsonl", "h"}, {"2"}, "7/KH");
  ASSERT_THAT(findings, SizeIs(1)) << "a dispatch was taken over";
  EXPECT_THAT(names(), ElementsAre("99/KH#1", "1165/TCTTKĐA#III.2", "1165/TCTTKĐA#III.3", "7/KH#2"));
  EXPECT_TRUE(store.has_source({"000.txt", "h"}));
  EXPECT_TRUE(store.has_source({"rows.jsonl", "new"}));
  EXPECT_FALSE(store.has_source({"rows.jsonl", "old"}));
}

TEST_F(LargeFilesTest, WhatWasKnownOfFilesWithoutEntriesStays) {
  Store store = open();
  ASSERT_TRUE(store.put({"000.txt", "h"}, {sample_reading({"1"})}));
  put(store, {"rows.jsonl", "h"}, {"1"});  // takes the dispatch over
  put(store, {"rows.jsonl", "h2"}, {"1"});
  EXPECT_TRUE(store.has_source({"000.txt", "h"}));
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(LargeFilesTest, NamesThatAreTakenGetANumber) {
  Store store = open();
  ASSERT_TRUE(store.put({"000.txt", "h"}, {sample_reading({"1"}, "99/KH")}));
  ASSERT_TRUE(store.begin({"rows.jsonl", "h"}, kBytes));
  Entry entry = sample_entry("1");
  for (const char* name : {"99/KH#1", "a", "a"}) {
    entry.name = name;
    ASSERT_TRUE(store.add_entry(entry, sample_dispatch(), std::nullopt));
  }
  EXPECT_THAT(store.finish().value(), SizeIs(2));
  EXPECT_THAT(names(), ElementsAre("99/KH#1", "99/KH#1~2", "a", "a~2"));
}

TEST_F(LargeFilesTest, ReadersSeeTheOldStateToTheEndAndTheWriterGoesOn) {
  Store store = open();
  ASSERT_TRUE(store.put({"000.txt", "h"}, {sample_reading({"1"}, "99/KH")}));
  ASSERT_TRUE(store.commit());
  const Xapian::Database before(db().string());
  ASSERT_TRUE(store.begin({"rows.jsonl", "h"}, kBytes));
  ASSERT_TRUE(store.add_entry(sample_entry("1"), sample_dispatch(), std::nullopt));
  EXPECT_THAT(names(), ElementsAre("99/KH#1"));
  ASSERT_TRUE(store.finish());
  EXPECT_THAT(names(), SizeIs(2));
  EXPECT_THAT(names(before), ElementsAre("99/KH#1")) << "whoever has the old one open keeps it";
  EXPECT_FALSE(Store::open(db())) << "the new one has its writer";
  ASSERT_TRUE(store.put({"001.txt", "h"}, {sample_reading({"1"}, "100/KH")}));
  ASSERT_TRUE(store.commit());
  EXPECT_THAT(names(), SizeIs(3));
}

TEST_F(LargeFilesTest, AbandonedOnesChangeNothing) {
  Store store = open();
  put(store, {"rows.jsonl", "old"}, {"old"});
  ASSERT_TRUE(store.begin({"rows.jsonl", "new"}, kBytes));
  ASSERT_TRUE(store.add_entry(sample_entry("1"), sample_dispatch(), std::nullopt));
  store.abandon();
  EXPECT_THAT(names(), ElementsAre("1165/TCTTKĐA#old"));
  EXPECT_TRUE(store.has_source({"rows.jsonl", "old"}));
  EXPECT_EQ(folders(), 1U);
}

TEST_F(LargeFilesTest, WhatAKilledRunLeftIsRemoved) {
  { Store store = open(); }
  std::filesystem::create_directories(folder_ / ".db.giaidap-new" / "joined");
  { Store store = open(); }
  EXPECT_EQ(folders(), 1U);
}

// The status of a child that is killed at such a moment, or has ended before.
int killed(pid_t child, KillMoments& moments) {
  int status = 0;
  bool ended = false;
  moments.wait([&] { return ended = ::waitpid(child, &status, WNOHANG) == child; });
  if (ended) return status;
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return status;
}

// Each edition of the file has a dispatch of its own; an index of two of them would be half a change.
TEST_F(LargeFilesTest, AWriterThatIsKilledAtAnyMomentLeavesAWholeState) {
  const auto write_edition = [&](int edition) {
    std::vector<std::string> items;
    items.reserve(50);
    for (int i = 0; i < 50; ++i) items.push_back(std::to_string(i));
    Store store = open();
    put(store, {"rows.jsonl", std::to_string(edition)}, items, std::to_string(edition) + "/KH");
  };
  constexpr int kOfARun = 4;
  const auto write_editions = [&](int run) {
    for (int edition = 1; edition <= kOfARun; ++edition) write_edition(kOfARun * run + edition);
  };
  const auto begun = KillMoments::Clock::now();
  write_editions(0);
  KillMoments moments(KillMoments::Clock::now() - begun);
  std::set<std::string> shown;
  int met = 0;
  for (int kill = 1; kill <= kills(); ++kill) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      write_editions(kill);
      ::_exit(testing::Test::HasFailure() ? 1 : 0);
    }
    const int status = killed(child, moments);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
      ++met;
    else
      ASSERT_EQ(status, 0) << "kill " << kill;
    std::set<std::string> dispatches;
    const std::vector<std::string> found = names();
    for (const std::string& name : found) dispatches.insert(name.substr(0, name.find('#')));
    ASSERT_THAT(found, SizeIs(50)) << "kill " << kill;
    ASSERT_THAT(dispatches, SizeIs(1)) << "kill " << kill;
    shown.merge(dispatches);
  }
  EXPECT_GE(met, least_met()) << "the kills came too late";
  EXPECT_GE(static_cast<int>(shown.size()), 1 + least_shown()) << "the kills came too early";
  EXPECT_THAT(IndexView::open(db()).value().faults().value(), IsEmpty());
  { Store store = open(); }
  EXPECT_EQ(folders(), 1U);
}

TEST_F(LargeFilesTest, ALinkToTheIndexStaysALink) {
  std::filesystem::create_directory(folder_ / "disk");
  std::filesystem::create_directory_symlink(folder_ / "disk", db());
  Store store = open();
  put(store, {"rows.jsonl", "h"}, {"1"});
  EXPECT_TRUE(std::filesystem::is_symlink(db()));
  EXPECT_THAT(names(), SizeIs(1));
}

}  // namespace
}  // namespace giaidap
