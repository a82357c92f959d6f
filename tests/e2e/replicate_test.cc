// A copy of the index on another machine, kept by xapian-replicate, is served and follows the indexer.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "tests/e2e/corpus.h"
#include "tests/e2e/shards.h"

namespace giaidap::e2e {
namespace {

constexpr const char* kMaster = "/usr/bin/xapian-replicate-server";

class Replica : public testing::Test {
 protected:
  Replica() : port_(std::to_string(free_port())) {}

  // As indexers are run on a machine that has replicas.
  void index(const std::string& file) {
    Child run({"/usr/bin/env", "XAPIAN_MAX_CHANGESETS=100", std::string(GIAIDAP_BUILD_DIR) + "/giaidap-index",
               "--db", folder_ / "master", std::string(kDispatches) + "/" + file});
    const Finished finished = run.wait();
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
  }

  // What it said; tried again until the master listens.
  std::string replicate() {
    for (int attempt = 0; attempt < 50; ++attempt) {
      Child run({"/usr/bin/xapian-replicate", "--host", "127.0.0.1", "--port", port_, "--master", "master",
                 "--one-shot", "--verbose", "--reader-time", "1", folder_ / "copy"});
      const Finished finished = run.wait();
      if (finished.exit_code == 0) return finished.out;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return "no master";
  }

  TemporaryFolder folder_;
  std::string port_;
};

TEST_F(Replica, FollowsTheIndexer) {
  if (!std::filesystem::exists(kMaster)) GTEST_SKIP() << "xapian-tools is not installed";
  index("000_2a7870118f3f2d68.txt");
  const Child master({kMaster, "--interface", "127.0.0.1", "--port", port_, folder_ / ""});
  replicate();
  const Server server(folder_ / "copy");
  const Server original(folder_ / "master");
  const auto shown = [](const Server& one) { return one.search({{"q", ""}})["total"].get<int>(); };
  EXPECT_EQ(shown(server), shown(original));
  for (const char* file :
       {"001_291a567435810d3c.txt", "002_ac39c7003030bd12.txt", "003_58eaab47ecae6eae.txt"}) {
    const int before = shown(server);
    index(file);
    EXPECT_THAT(replicate(), testing::HasSubstr("0 copies, ")) << "changes, not all of it";
    EXPECT_GT(shown(server), before) << file;
    EXPECT_EQ(shown(server), shown(original)) << file;
  }
}

}  // namespace
}  // namespace giaidap::e2e
