#include "server/query/shard_address.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace giaidap {
namespace {

class ShardAddressTest : public testing::Test {
 protected:
  ShardAddressTest() { std::filesystem::create_directories(folder_); }
  ~ShardAddressTest() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] Result<std::vector<ShardAddress>> read(const std::string& text) const {
    std::ofstream(folder_ / "stub") << text;
    return read_shards(folder_ / "stub");
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("giaidap-shards-" + std::to_string(::getpid()));
};

TEST_F(ShardAddressTest, AFolderIsItsOnlyShard) {
  const auto shards = read_shards(folder_);
  ASSERT_TRUE(shards.ok());
  ASSERT_EQ(shards.value().size(), 1U);
  EXPECT_EQ(shards.value()[0].folder, folder_);
  EXPECT_FALSE(shards.value()[0].is_remote());
}

TEST_F(ShardAddressTest, AStubFileNamesFoldersAndServers) {
  const auto shards =
      read("# Đề án 06\n\n auto  one \r\nglass /srv/two\nremote 10.0.0.3:33333\nremote [::1]:1\n");
  ASSERT_TRUE(shards.ok()) << shards.error().message;
  std::vector<std::string> names;
  for (const ShardAddress& shard : shards.value()) names.push_back(shard.name());
  EXPECT_EQ(names,
            (std::vector<std::string>{(folder_ / "one").string(), "/srv/two", "10.0.0.3:33333", "::1:1"}));
}

TEST_F(ShardAddressTest, WhatIsNoShardIsToldByItsLine) {
  for (const char* wrong : {"auto", "remote host", "remote :1", "remote host:0", "remote host:65536",
                            "remote host:1x", "chert old", "inmemory"}) {
    const auto shards = read(std::string("auto one\n") + wrong + "\n");
    ASSERT_FALSE(shards.ok()) << wrong;
    EXPECT_EQ(shards.error().code, ErrorCode::BadInput);
    EXPECT_NE(shards.error().message.find("line 2"), std::string::npos) << wrong;
  }
  EXPECT_FALSE(read("# nothing\n").ok());
}

TEST_F(ShardAddressTest, BytesAreThoseOfTheFilesOfAFolder) {
  EXPECT_FALSE(bytes_of({folder_, {}, 0})) << "no index is there";
  std::ofstream(folder_ / "iamglass") << "0123456789";
  std::ofstream(folder_ / "postlist.glass") << std::string(5000, 'x');
  EXPECT_EQ(bytes_of({folder_, {}, 0}), 5010U);
  EXPECT_FALSE(bytes_of({{}, "10.0.0.3", 33333})) << "another machine's";
}

TEST_F(ShardAddressTest, AReplicaIsSeenByTheCopyThatIsCurrent) {
  for (const char* copy : {"replica_0", "replica_1"}) {
    std::filesystem::create_directories(folder_ / copy);
    std::ofstream(folder_ / copy / "iamglass") << copy;
  }
  EXPECT_FALSE(state_of(folder_));
  std::ofstream(folder_ / "XAPIANDB") << "auto replica_0\n";
  const auto before = state_of(folder_);
  std::ofstream(folder_ / "XAPIANDB") << "auto replica_1\n";
  const auto after = state_of(folder_);
  ASSERT_TRUE(before && after);
  EXPECT_FALSE(*before == *after);
}

}  // namespace
}  // namespace giaidap
