// Past one machine: an index in shards, some of them served by xapian-tcpsrv, answers as one index does; and
// where some cannot be reached, as the others do. GIAIDAP_SHARD_QUERIES: one of how many judged queries is
// asked, 4 without.
#include "tests/e2e/shards.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>

#include "tests/e2e/corpus.h"
#include "tests/e2e/load.h"
#include "tests/e2e/measures.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kShards = 4;

const ShardedCorpus& sharded() {
  static const ShardedCorpus corpus(kShards);
  return corpus;
}

std::vector<std::string> queries() {
  const char* const wanted = std::getenv("GIAIDAP_SHARD_QUERIES");
  const std::size_t step = wanted != nullptr ? std::max(1UL, std::strtoul(wanted, nullptr, 10)) : 4;
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator("tests/data/queries")) {
    for (const JudgedQuery& query : read_judged_queries(file.path().string())) all.push_back(query.query);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> some;
  for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
  return some;
}

// Without what is different for each request.
std::string comparable(Reply reply) {
  json parsed = reply.json();
  if (!parsed.is_object()) return std::to_string(reply.status) + "\n" + reply.body;
  parsed.erase("took_ms");
  return std::to_string(reply.status) + "\n" + parsed.dump(1, ' ', false, json::error_handler_t::replace);
}

class SameAsOne : public testing::Test {
 protected:
  void expect_same(const std::string& target) {
    EXPECT_EQ(comparable(server_->get(target)), comparable(corpus_server().get(target))) << target;
  }

  void ask_all() {
    for (const std::string& query : queries()) {
      expect_same(address("/api/v1/search", {{"q", query}, {"per_page", "30"}, {"fields", "text"}}));
      expect_same(address("/api/v1/suggest", {{"q", query.substr(0, query.size() / 2)}}));
      if (HasFailure()) return;  // one is enough to look at
    }
    ask_other_ways();
    ask_for_documents();
  }

  void ask_other_ways() {
    for (const char* query : {"so dinh danh", "\"số định danh\"", "khai sinh -the", ""}) {
      for (const Parameters& more : {Parameters{{"sort", "date"}}, Parameters{{"page", "3"}},
                                     Parameters{{"kind", "qa"}, {"kind", "task"}},
                                     Parameters{{"agency", "Bộ Tư pháp"}, {"year", "2023"}}}) {
        Parameters all = {{"q", query}};
        all.insert(all.end(), more.begin(), more.end());
        expect_same(address("/api/v1/search", all));
      }
      expect_same(address("/", {{"q", query}}));
    }
    expect_same(address("/da-hoi", {}));
  }

  void ask_for_documents() {
    expect_same("/api/v1/dispatches");
    expect_same("/van-ban");
    const json all = corpus_server().get("/api/v1/dispatches").json()["dispatches"];
    for (const json& dispatch : all) {
      expect_same(dispatch["url"].get<std::string>());
      if (dispatch["number"].is_null()) continue;
      const std::string number = percent_encoded(dispatch["number"].get<std::string>());
      expect_same("/api/v1/dispatches/" + number);
      expect_same("/api/v1/documents/" + number);
    }
    expect_same("/api/v1/documents/" + percent_encoded("30/2020/NĐ-CP"));
    const json found = corpus_server().search({{"q", "số định danh"}, {"per_page", "30"}});
    for (const json& result : found["results"]) {
      expect_same("/api/v1/entries/" + percent_encoded(result["entry"].get<std::string>()));
    }
  }

  std::unique_ptr<Server> server_;
};

TEST_F(SameAsOne, FourFolders) {
  server_ = std::make_unique<Server>(sharded().stub(sharded().local_lines()));
  ask_all();
}

TEST_F(SameAsOne, TwoFoldersAndTwoServers) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  const ShardServer third(sharded().shard(2));
  const ShardServer fourth(sharded().shard(3));
  std::vector<std::string> lines = sharded().local_lines();
  lines[2] = "remote " + third.address();
  lines[3] = "remote " + fourth.address();
  server_ = std::make_unique<Server>(sharded().stub(lines));
  ask_all();
}

TEST_F(SameAsOne, OneServerOfTheWholeIndex) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  const ShardServer whole(corpus_index());
  server_ = std::make_unique<Server>(sharded().stub({"remote " + whole.address()}));
  ask_other_ways();
  ask_for_documents();
}

// What a reader of one shard's dispatch sees.
json search_all(const Server& server) { return server.search({{"q", ""}}); }

// Until the server shows it; the last answer.
json wait_for(const Server& server, const std::function<bool(const json&)>& holds) {
  constexpr int kAttempts = 200;
  json last;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    last = search_all(server);
    if (last.is_object() && last.contains("partial") && holds(last)) return last;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return last;
}

bool is_partial(const json& reply) { return reply.at("partial").get<bool>(); }

TEST(LostShard, AFolderThatIsNotThereLeavesTheOthers) {
  std::vector<std::string> lines = sharded().local_lines();
  lines[1] = "auto " + (sharded() / "nowhere");
  const Server server(sharded().stub(lines));
  const json found = search_all(server);
  EXPECT_EQ(found["partial"], true);
  EXPECT_GT(found["total"].get<int>(), 0);
  EXPECT_LT(found["total"].get<int>(), search_all(corpus_server())["total"].get<int>());
  EXPECT_THAT(server.get("/?q=khai+sinh&lang=en").body, HasSubstr("cannot be reached at the moment"));
  EXPECT_THAT(corpus_server().get("/?q=khai+sinh&lang=en").body, Not(HasSubstr("cannot be reached")));
  const auto missing = server.get("/api/v1/entries/no-such%231");
  EXPECT_EQ(missing.status, 503) << "it may be in what is missing";
  EXPECT_EQ(json::parse(missing.body)["error"]["message"],
            "no-such#1: no such entry in the parts of the index that can be reached now");
  std::filesystem::rename(sharded().shard(1), sharded() / "nowhere");
  EXPECT_EQ(wait_for(server, [](const json& reply) { return !is_partial(reply); })["total"],
            search_all(corpus_server())["total"]);
  std::filesystem::rename(sharded() / "nowhere", sharded().shard(1));
}

TEST(LostShard, AServerThatDiesAndComesBackFailsNoRequest) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  ShardServer remote(sharded().shard(3));
  std::vector<std::string> lines = sharded().local_lines();
  lines[3] = "remote " + remote.address();
  const Server server(sharded().stub(lines));
  const json whole = search_all(server);
  EXPECT_EQ(whole["partial"], false);
  Load load(server, {"/api/v1/search?q=so+dinh+danh"});
  for (int time = 0; time < 2; ++time) {
    remote.stop();
    const json part = wait_for(server, is_partial);
    EXPECT_EQ(part["partial"], true);
    EXPECT_LT(part["total"], whole["total"]);
    remote.start();
    EXPECT_EQ(wait_for(server, [](const json& reply) { return !is_partial(reply); })["total"],
              whole["total"]);
  }
  EXPECT_EQ(load.stop().failed, 0);
}

TEST(LostShard, AServerThatHangsHangsNobody) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  ShardServer remote(sharded().shard(3));
  std::vector<std::string> lines = sharded().local_lines();
  lines[3] = "remote " + remote.address();
  const Server server(sharded().stub(lines));
  EXPECT_EQ(search_all(server)["partial"], false);
  remote.hang();
  EXPECT_EQ(wait_for(server, is_partial)["partial"], true);
  remote.go_on();
  EXPECT_EQ(wait_for(server, [](const json& reply) { return !is_partial(reply); })["partial"], false);
}

// Nothing but the words differs: not the number of entries, not their length.
TEST(LostShard, ARemoteShardThatIsIndexedAnewIsSeen) {
  if (!has_shard_servers()) GTEST_SKIP() << "xapian-tcpsrv (package xapian-tools) is not installed";
  const TemporaryFolder folder;
  const std::string db = folder / "index";
  const auto index = [&](const std::string& question) {
    write_text_file(folder / "rows.jsonl", json{{"id", "a#1"}, {"question", question}}.dump() + "\n");
    EXPECT_EQ(run_index({"--db", db, folder / "rows.jsonl"}).exit_code, 0);
  };
  index("Vướng mắc thứ nhất");
  const ShardServer remote(db);
  write_text_file(folder / "stub", "remote " + remote.address() + "\n");
  const Server server(folder / "stub");
  EXPECT_EQ(server.entry("a#1")["question"], "Vướng mắc thứ nhất");
  index("Vướng mắc thứ nhì");
  const auto shows_second = [](const json& reply) {
    return reply["results"].at(0)["question"] == "Vướng mắc thứ nhì";
  };
  EXPECT_TRUE(shows_second(wait_for(server, shows_second)));
}

TEST(Stub, WrongLinesAreTold) {
  const TemporaryFolder folder;
  const std::string stub = folder / "stub";
  for (const char* text :
       {"auto\n", "remote nowhere\n", "remote host:99999\n", "weird folder\n", "# none\n"}) {
    write_text_file(stub, text);
    const Finished run = run_server({"--db", stub, "--port", "0"});
    EXPECT_EQ(run.exit_code, 2) << text;
    EXPECT_THAT(run.err, HasSubstr(stub)) << text;
  }
  write_text_file(stub, "remote 127.0.0.1:" + std::to_string(free_port()) + "\n");
  EXPECT_THAT(run_server({"--db", stub, "--port", "0"}).err, HasSubstr("cannot be read: Couldn't connect"));
}

}  // namespace
}  // namespace giaidap::e2e
