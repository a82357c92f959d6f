// Indexes that are damaged, taken away or on a full disk, while they are served and when they are opened.
// GIAIDAP_DAMAGES: how many damaged indexes are tried, 12 without.
#include <fcntl.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "tests/e2e/corpus.h"
#include "tests/e2e/load.h"
#include "tests/e2e/shards.h"

namespace giaidap::e2e {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;

namespace fs = std::filesystem;

const char* const kSearch = "/api/v1/search?q=so+dinh+danh+khai+sinh";

int damages() {
  const char* const wanted = std::getenv("GIAIDAP_DAMAGES");
  return wanted != nullptr ? std::atoi(wanted) : 12;
}

// Other bytes in a stretch somewhere in one of the index's files.
std::string damage(const std::string& db, std::mt19937& random) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(db)) {
    if (file.file_size() > 0) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  const fs::path& file = files[random() % files.size()];
  const auto size = static_cast<std::streamoff>(fs::file_size(file));
  const auto at = static_cast<std::streamoff>(random() % static_cast<unsigned>(size));
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(at);
  for (std::streamoff i = at; i < std::min(size, at + 600); ++i) bytes.put(static_cast<char>(random()));
  return file.filename().string() + " at byte " + std::to_string(at);
}

TEST(Damage, BytesThatAreOtherThanTheyWereKillNobodyAndAreTold) {
  std::mt19937 random(3);
  const TemporaryFolder folder;
  for (int i = 0; i < damages(); ++i) {
    const std::string db = folder / std::to_string(i);
    fs::copy(corpus_index(), db, fs::copy_options::recursive);
    SCOPED_TRACE(damage(db, random));
    const Finished check = run_index({"--db", db, "--check"});
    EXPECT_THAT(check.exit_code, AnyOf(0, 1, 2)) << check.err;
    if (check.exit_code == 2) {
      EXPECT_THAT(check.err, HasSubstr("index the corpus anew into an empty folder"));
    }
    if (check.exit_code == 1) {
      EXPECT_NE(check.out + check.err, "");
    }
    const Finished more = run_index({"--db", db, "--report", folder / "report", "corpus/dispatches"});
    EXPECT_THAT(more.exit_code, AnyOf(0, 1, 2)) << more.err;
  }
}

TEST(Damage, ADamagedIndexIsServedAsFarAsItCanBeRead) {
  std::mt19937 random(4);
  const TemporaryFolder folder;
  for (int i = 0; i < damages(); ++i) {
    const std::string db = folder / std::to_string(i);
    fs::copy(corpus_index(), db, fs::copy_options::recursive);
    SCOPED_TRACE(damage(db, random));
    try {
      Server server(db);
      for (const char* target : {kSearch, "/?q=khai+sinh", "/van-ban", "/api/v1/suggest?q=so", "/readyz"}) {
        EXPECT_THAT(server.get(target).status, AnyOf(200, 503)) << target;
      }
      EXPECT_TRUE(server.runs());
      fs::rename(db, db + ".old");
      fs::copy(corpus_index(), db, fs::copy_options::recursive);
      EXPECT_EQ(server.get(kSearch).status, 200) << "with a good copy in its place";
    } catch (const std::exception& refused) {
      EXPECT_THAT(refused.what(), AllOf(HasSubstr("giaidap-server: "), HasSubstr("index")));
    }
  }
}

// Other bytes in all of a file, which stays the one that is open.
void overwrite(const std::string& file) {
  const std::string other(fs::file_size(file), 'x');
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary) << other;
}

TEST(Damage, WhoAsksWhetherItIsReadyIsToldOfDamageBeneath) {
  const TemporaryFolder folder;
  for (const char* file : {"/postlist.glass", "/docdata.glass"}) {
    const std::string db = (folder / "index") + file[1];
    fs::copy(corpus_index(), db, fs::copy_options::recursive);
    const Server server(db);
    EXPECT_EQ(server.get("/readyz").status, 200) << file;
    overwrite(db + file);
    const Reply reply = server.get("/readyz");
    EXPECT_EQ(reply.status, 503) << file;
    EXPECT_EQ(reply.json()["error"]["code"], "unavailable") << file;
    EXPECT_EQ(server.get("/healthz").status, 200) << "the process lives";
    fs::rename(db, db + ".old");
    fs::copy(corpus_index(), db, fs::copy_options::recursive);
    EXPECT_EQ(server.get("/readyz").status, 200) << "with a good copy in its place";
  }
}

TEST(Damage, NothingIsReadyWhereAllShardsAreLost) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  const TemporaryFolder folder;
  ShardServer first(corpus_index());
  ShardServer second(corpus_index());
  write_text_file(folder / "stub", "remote " + first.address() + "\nremote " + second.address() + "\n");
  const Server server(folder / "stub");
  EXPECT_EQ(server.get("/readyz").status, 200);
  first.stop();
  EXPECT_EQ(server.get("/readyz").json()["partial"], true);
  second.stop();
  EXPECT_EQ(server.get("/readyz").status, 503) << "at once";
  first.start();
  for (int left = 300; left > 0 && server.get("/readyz").status != 200; --left)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(server.get("/readyz").json()["partial"], true);
}

TEST(Damage, AnIndexTakenAwayIsServedOn) {
  const TemporaryFolder folder;
  const std::string db = folder / "index";
  fs::copy(corpus_index(), db, fs::copy_options::recursive);
  const Server server(db, {"--threads", "4"});
  fs::remove_all(db);
  Load load(server, {kSearch, "/van-ban"}, 8);  // every worker, also those that nobody has asked yet
  const auto total = server.search({{"q", ""}})["total"];
  EXPECT_EQ(run_index({"--db", db, "--report", folder / "report",
                       std::string(kDispatches) + "/003_58eaab47ecae6eae.txt"})
                .exit_code,
            0);
  EXPECT_LT(server.search({{"q", ""}})["total"], total) << "the new index";
  const Asked asked = load.stop();
  EXPECT_EQ(asked.failed, 0) << asked.first_failure;
}

// The disk takes no more of what the desk's page counts; the answers do not depend on it.
TEST(Damage, AFullDiskFailsNoRequest) {
  const TemporaryFolder folder;
  Server server(corpus_index(), {"--desk-token", "a-long-secret", "--desk-db", folder / "desk.sqlite"},
                "trap '' XFSZ; ulimit -f 100");
  for (int i = 0; i < 300; ++i) {
    const std::string query = "cau hoi so " + std::to_string(i) + std::string(150, 'x');
    ASSERT_EQ(server.get(address("/api/v1/search", {{"q", query}})).status, 200) << i;
  }
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace giaidap::e2e
