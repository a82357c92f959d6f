// Indexing again: nothing changes, or exactly what changed in the files, under a server that runs on.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kTasks = "002_ac39c7003030bd12.txt";

// A copy of the corpus and an index of it.
class Reindexing : public testing::Test {
 protected:
  Reindexing() {
    std::filesystem::copy(kDispatches, folder_ / "files");
    std::filesystem::copy(corpus_index(), folder_ / "index", std::filesystem::copy_options::recursive);
  }

  Finished index(std::vector<std::string> more = {}) {
    more.insert(more.begin(),
                {"--db", folder_ / "index", "--report", folder_ / "report.json", folder_ / "files"});
    Finished run = run_index(more);
    report_ = json::parse(read_text_file(folder_ / "report.json"), nullptr, false);
    return run;
  }

  void change(const std::string& file, std::string_view from, std::string_view to) {
    const std::string path = folder_ / ("files/" + file);
    write_text_file(path, replaced(read_text_file(path), from, to));
  }

  TemporaryFolder folder_;
  json report_;
};

// All entries of one kind, whole.
std::vector<json> entries(const Server& server, const std::string& kind) {
  std::vector<json> all;
  const json reply = server.search({{"kind", kind}, {"per_page", "100"}});
  for (const json& result : reply["results"]) {
    all.push_back(server.entry(result["entry"].get<std::string>()));
  }
  return all;
}

TEST_F(Reindexing, TheSameFilesChangeNothing) {
  const Finished run = index();
  EXPECT_EQ(run.exit_code, 0) << run.err;
  for (const json& file : report_["files"]) EXPECT_EQ(file["status"], "unchanged") << file["file"];
  const Server server(folder_ / "index");
  for (const char* kind : {"qa", "petition", "task", "passage"}) {
    EXPECT_EQ(entries(server, kind), entries(corpus_server(), kind)) << kind;
  }
}

TEST_F(Reindexing, AnIndexMadeAnewHasTheSameEntries) {
  std::filesystem::remove_all(folder_ / "index");
  EXPECT_EQ(index().exit_code, 0);
  const Server server(folder_ / "index");
  for (const char* kind : {"qa", "petition", "task", "passage"}) {
    EXPECT_EQ(entries(server, kind), entries(corpus_server(), kind)) << kind;
  }
}

// Asks until it is so; a server may take a moment to see a new commit.
template <typename Condition>
bool eventually(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::chrono::steady_clock::now() < end) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

TEST_F(Reindexing, AChangedDispatchReplacesItselfUnderARunningServer) {
  const Server server(folder_ / "index");
  const std::string name = "230/BC-TCTTKĐA#A.II.2";
  EXPECT_EQ(server.entry(name)["deadline"], "Tháng 6/2022");
  const int total = server.search({})["total"];

  change(kTasks, "Tháng 6/2022", "Tháng 9/2031");
  EXPECT_EQ(index().exit_code, 0);
  for (const json& file : report_["files"]) {
    const bool changed = file["file"].get<std::string>().find(kTasks) != std::string::npos;
    EXPECT_EQ(file["status"], changed ? "indexed" : "unchanged") << file["file"];
  }
  EXPECT_TRUE(eventually([&] { return server.entry(name)["deadline"] == "Tháng 9/2031"; }));
  EXPECT_EQ(server.search({})["total"], total) << "replaced, not added";
  EXPECT_EQ(server.search({{"kind", "task"}})["total"], 27);
}

TEST_F(Reindexing, ADispatchMayMoveToAFileOfAnotherName) {
  std::filesystem::rename(folder_ / (std::string("files/") + kTasks), folder_ / "files/report.txt");
  EXPECT_EQ(index().exit_code, 0);
  const Server server(folder_ / "index");
  EXPECT_EQ(server.search({{"kind", "task"}})["total"], 27) << "the same number replaces itself";
  EXPECT_EQ(server.dispatch("230/BC-TCTTKĐA")["file"], "report.txt");
}

TEST_F(Reindexing, RemovingADispatchAndBringingItBack) {
  const Server server(folder_ / "index");
  EXPECT_EQ(run_index({"--db", folder_ / "index", "--remove", "3193/VPCP-KSTT"}).exit_code, 0);
  EXPECT_TRUE(eventually([&] { return server.search({{"kind", "petition"}})["total"] == 0; }));
  EXPECT_EQ(server.get("/api/v1/dispatches/" + percent_encoded("3193/VPCP-KSTT")).status, 404);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_TRUE(eventually([&] { return server.search({{"kind", "petition"}})["total"] == 81; }));
}

TEST_F(Reindexing, RemovingWhatIsNotThereIsTold) {
  const Finished run = run_index({"--db", folder_ / "index", "--remove", "9999/XYZ"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("9999/XYZ"));
}

// A run that is killed leaves what was complete before.
TEST_F(Reindexing, AKilledRunLeavesASearchableIndex) {
  change(kTasks, "Tháng 6/2022", "Tháng 9/2031");
  for (const int milliseconds : {5, 50, 150, 300}) {
    Child run(
        {std::string(GIAIDAP_BUILD_DIR) + "/giaidap-index", "--db", folder_ / "index", folder_ / "files"});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    run.send(SIGKILL);
    run.wait();
    const Server server(folder_ / "index");
    EXPECT_EQ(server.search({{"kind", "task"}})["total"], 27) << milliseconds;
    EXPECT_EQ(server.search({{"kind", "qa"}})["total"], 76) << milliseconds;
  }
  EXPECT_EQ(index().exit_code, 0) << "the lock went with the process";
}

}  // namespace
}  // namespace giaidap::e2e
