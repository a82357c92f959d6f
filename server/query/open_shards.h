// The shards of an index as one thread has them open, and all of them as one database. Documents of shard i
// of n have the numbers i+1, i+1+n, i+1+2n, … there, as Xapian has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/result.h"
#include "server/query/shard_watch.h"

namespace giaidap {

struct Shard {
  Xapian::Database db;
  bool is_remote = false;
};

// For one thread. Shards that cannot be reached are left out.
class OpenShards {
 public:
  // Opens what can be opened.
  explicit OpenShards(std::shared_ptr<ShardWatch> watch);

  // Brings every shard to its newest state. Error: none is there, and why.
  Result<Unit> refresh();

  // How the shards as they are open stand to what can be seen of them now.
  enum class Freshness {
    Newest,
    Behind,  // there is a newer state; the one that is open can be read still
    Broken   // what is open cannot be relied on
  };
  [[nodiscard]] Freshness freshness() const;

  // Reading has failed: what may be the cause is opened anew by the next refresh(), or found lost.
  void suspect(const Xapian::Error& failure);

  // Both as of the last refresh(), which must have succeeded.
  [[nodiscard]] const Xapian::Database& all() const { return all_; }
  [[nodiscard]] const std::vector<Shard>& open() const { return open_; }

  // Two databases with the same key show the same entries under the same document numbers.
  [[nodiscard]] const std::string& key() const { return key_; }
  // What is held of each shard, more the higher.
  enum class Holds { Nothing, NoEntries, Entries };
  [[nodiscard]] std::vector<Holds> holds() const;
  // Some shards are left out.
  [[nodiscard]] bool is_partial() const { return open_.size() < places_.size(); }

 private:
  struct Place {
    std::optional<Xapian::Database> db = std::nullopt;
    std::string key{};                                 // state_key() of it
    std::optional<FolderState> opened = std::nullopt;  // of a folder
    std::uint64_t changes = 0;                         // of ShardWatch::Status
    bool suspected = false;
  };
  [[nodiscard]] Freshness freshness(std::size_t shard) const;
  bool refresh_folder(std::size_t shard, const ShardWatch::Status& status);
  bool refresh_remote(std::size_t shard, const ShardWatch::Status& status);
  bool open_anew(std::size_t shard);
  void test_connection(std::size_t shard);
  void put_together();

  std::shared_ptr<ShardWatch> watch_;
  std::vector<Place> places_;  // by shard
  std::vector<Shard> open_;
  Xapian::Database all_;
  std::string key_;
  std::string failure_;  // of the shard that was tried last
};

}  // namespace giaidap
