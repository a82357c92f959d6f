// An index cut into shards, as folders and as servers of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/e2e/child.h"

namespace giaidap::e2e {

// Where there is no xapian-tcpsrv, tests of remote shards have nothing to test.
bool has_shard_servers();

// xapian-tcpsrv over one index, on a free port; waits until it takes connections.
class ShardServer {
 public:
  explicit ShardServer(std::string db);

  ~ShardServer() { stop(); }
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(const ShardServer&) = delete;

  void stop();   // as a machine that goes away
  void start();  // again, at the same port
  void hang();   // takes connections and says nothing
  void go_on();
  [[nodiscard]] std::string address() const;

 private:
  std::string db_;
  int port_;
  std::unique_ptr<Child> child_;
};

// The dispatches of the corpus, file by file in turn, in `count` indexes.
class ShardedCorpus {
 public:
  explicit ShardedCorpus(std::size_t count);

  [[nodiscard]] const std::string& shard(std::size_t i) const { return shards_[i]; }
  // The path of a stub file with these lines.
  [[nodiscard]] std::string stub(const std::vector<std::string>& lines) const;
  // All of them as folders.
  [[nodiscard]] std::vector<std::string> local_lines() const;
  [[nodiscard]] std::string operator/(std::string_view name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> shards_;
};

// A port of 127.0.0.1 that nobody listens at.
int free_port();

}  // namespace giaidap::e2e
