// Nothing is lost: indexers killed at any moment, disks that are full, two indexers at once, an index taken
// away from under a server.
#include <fcntl.h>
#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>

#include "tests/e2e/corpus.h"
#include "tests/e2e/editions.h"
#include "tests/e2e/load.h"
#include "tests/kills.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::AnyOf;
using testing::HasSubstr;

std::string indexer() { return std::string(GIAIDAP_BUILD_DIR) + "/giaidap-index"; }

class Kill : public testing::Test {
 protected:
  static constexpr int kRows = 400;
  static constexpr int kKilled = 128 + SIGKILL;  // the exit code of a run that a kill met
  static constexpr const char* kDispatch = "002_ac39c7003030bd12.txt";

  Kill() {
    write_text_file(folder_ / "rows.jsonl", rows(0, kRows));
    EXPECT_EQ(run_index({"--db", db(), folder_ / "rows.jsonl"}).exit_code, 0);
  }

  [[nodiscard]] std::string db() const { return folder_ / "index"; }

  TemporaryFolder folder_;
};

// Entries of an edition that the server finds; the word is one that no other edition has.
int found_of(const Server& server, int edition) {
  const json reply = server.search({{"q", "\"ấn bản" + std::to_string(edition) + "\""}});
  return reply.is_object() ? reply["total"].get<int>() : -1;
}

// Beside the rows a real dispatch, which each edition reads anew; the first run is not killed. Clients ask on
// meanwhile, also for entries by name, which are there in every edition.
TEST_F(Kill, AnIndexerAtAnyMomentLeavesAnEditionWhole) {
  const std::string dispatch = folder_ / kDispatch;
  const std::string text = read_text_file(std::filesystem::path(kDispatches) / kDispatch);
  write_text_file(dispatch, text);
  EXPECT_EQ(run_index({"--db", db(), dispatch}).exit_code, 0);
  const Server server(db());
  const auto tasks = server.search({{"kind", "task"}})["total"];
  ASSERT_GT(tasks, 0);
  Load load(server, {"/api/v1/search?q=so+dinh+danh", "/api/v1/entries/rows%237", "/van-ban",
                     "/api/v1/entries/rows%23399", "/?kind=task"});
  const auto write_edition = [&](int edition) {
    write_text_file(folder_ / "rows.jsonl", rows(edition, kRows));
    write_text_file(dispatch, text + std::string(static_cast<std::size_t>(edition), '\n'));
  };
  const std::vector<std::string> indexing{indexer(), "--db", db(), folder_ / "rows.jsonl", dispatch};
  write_edition(1);
  const auto begun = KillMoments::Clock::now();
  ASSERT_EQ(Child(indexing).wait().exit_code, 0);
  KillMoments moments(KillMoments::Clock::now() - begun);
  const int last = 1 + kills();
  int shown = 1, times_shown = 0, met = 0;
  for (int edition = 2; edition <= last; ++edition) {
    write_edition(edition);
    Child run(indexing);
    moments.wait([&] { return run.ended(); });
    run.send(SIGKILL);
    const int exit_code = run.wait().exit_code;
    ASSERT_THAT(exit_code, AnyOf(0, kKilled)) << "edition " << edition << ": " << run.err();
    if (exit_code == kKilled) ++met;
    const int fresh = found_of(server, edition);
    ASSERT_THAT(fresh, AnyOf(0, kRows)) << "edition " << edition;
    if (fresh == kRows) {
      shown = edition;
      ++times_shown;
    }
    ASSERT_EQ(found_of(server, shown), kRows) << "edition " << shown << " before " << edition;
    ASSERT_EQ(server.search({{"kind", "task"}})["total"], tasks) << "edition " << edition;
  }
  EXPECT_GE(met, least_met()) << "the kills came too late";
  EXPECT_GE(times_shown, least_shown()) << "the kills came too early";
  const Asked asked = load.stop();
  EXPECT_EQ(asked.failed, 0) << asked.first_failure;
  const Finished repairing = run_index({"--db", db(), folder_ / "rows.jsonl", dispatch});
  EXPECT_EQ(repairing.exit_code, 0) << repairing.err;
  EXPECT_EQ(found_of(server, last), kRows);
  EXPECT_EQ(run_index({"--db", db(), "--check"}).exit_code, 0);
}

// A limit on the size of files stands in for a disk that is full: writing fails in the same places.
TEST_F(Kill, AFullDiskIsToldAndLeavesTheLastState) {
  const Server server(db());
  write_text_file(folder_ / "rows.jsonl", rows(1, 20 * kRows));
  Child starved(
      {"/bin/sh", "-c",
       "trap '' XFSZ; ulimit -f 1024; exec " + indexer() + " --db " + db() + " " + (folder_ / "rows.jsonl")});
  const Finished run = starved.wait();
  EXPECT_NE(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("committed before is kept"));
  EXPECT_EQ(found_of(server, 0), kRows);
  EXPECT_EQ(run_index({"--db", db(), folder_ / "rows.jsonl"}).exit_code, 0) << "with room again";
  EXPECT_EQ(server.search({{"kind", "qa"}})["total"], 20 * kRows);
}

// Which of them comes first is not known; the other one may also come when the first has ended.
TEST_F(Kill, OfTwoIndexersOneIsToldToWait) {
  write_text_file(folder_ / "rows.jsonl", rows(1, 5 * kRows));
  Child first({indexer(), "--db", db(), folder_ / "rows.jsonl"});
  Child second({indexer(), "--db", db(), "corpus/dispatches/002_ac39c7003030bd12.txt"});
  const Finished runs[] = {first.wait(), second.wait()};
  EXPECT_TRUE(runs[0].exit_code == 0 || runs[1].exit_code == 0);
  for (const Finished& run : runs) {
    if (run.exit_code != 0) {
      EXPECT_THAT(run.err, HasSubstr("another program is indexing"));
    }
  }
  EXPECT_EQ(run_index({"--db", db(), folder_ / "rows.jsonl"}).exit_code, 0);
  EXPECT_EQ(found_of(Server(db()), 1), 5 * kRows);
}

TEST_F(Kill, AnIndexThatIsReplacedUnderLoadFailsNoRequest) {
  const Server server(db());
  Load load(server, {"/api/v1/search?q=so+dinh+danh", "/", "/van-ban"}, 4);
  for (int edition = 1; edition <= 20; ++edition) {
    write_text_file(folder_ / "rows.jsonl", rows(edition, kRows));
    const std::string fresh = folder_ / ("fresh" + std::to_string(edition));
    EXPECT_EQ(run_index({"--db", fresh, folder_ / "rows.jsonl"}).exit_code, 0);
    ASSERT_EQ(::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, db().c_str(), RENAME_EXCHANGE), 0);
    if (edition % 2 == 0) std::filesystem::remove_all(fresh);
    EXPECT_EQ(found_of(server, edition), kRows) << "edition " << edition;
  }
  const Asked asked = load.stop();
  EXPECT_EQ(asked.failed, 0) << asked.first_failure;
}

}  // namespace
}  // namespace giaidap::e2e
