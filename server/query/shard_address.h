// Where an index lies: a folder of this machine, or several shards that a stub file names, some of them
// served by other machines' xapian-tcpsrv.
//
//   # a stub file, as Xapian's own programs read it; paths are relative to its folder
//   auto shard1
//   auto /srv/giaidap/shard2
//   remote 10.0.0.3:33333
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/result.h"

namespace giaidap {

// One shard: a folder, or a host that serves one.
struct ShardAddress {
  std::filesystem::path folder;  // empty: remote
  std::string host;
  unsigned port = 0;

  [[nodiscard]] bool is_remote() const { return folder.empty(); }
  [[nodiscard]] std::string name() const;
};

// The shards of --db, in the order of the stub file. BadInput where a line of it is not understood.
Result<std::vector<ShardAddress>> read_shards(const std::filesystem::path& db);

// What a request may wait for a remote shard: until it takes the connection, and until it says something.
inline constexpr useconds_t kConnectMilliseconds = 2000;
inline constexpr useconds_t kAnswerMilliseconds = 5000;

// Throws Xapian's exceptions.
Xapian::Database open_shard(const ShardAddress& address);

// Of the files of a folder's index, that of a replica as it is current; nullopt of a remote one, which tells
// no size.
std::optional<std::uintmax_t> bytes_of(const ShardAddress& address);

// Which files stand at a folder's place, and in which state: a commit or another index there makes it differ.
struct FolderState {
  dev_t device = 0;
  ino_t file = 0;
  timespec changed{};

  bool operator==(const FolderState& other) const {
    return device == other.device && file == other.file && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec;
  }
};

// nullopt where no index can be seen. Of a replica (a folder with xapian-replicate's stub file XAPIANDB), the
// state of the copy that is current.
std::optional<FolderState> state_of(const std::filesystem::path& folder);

}  // namespace giaidap
