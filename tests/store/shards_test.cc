#include "indexer/store/shards.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

#include "tests/temporary_folder.h"

namespace giaidap {
namespace {

using testing::SizeIs;

constexpr std::size_t kMegabyte = 1U << 20U;

DocumentMaker document(int number) {
  return [number] {
    Xapian::Document made;
    made.set_data(std::to_string(number));
    return made;
  };
}

class ShardsTest : public InTemporaryFolder {
 protected:
  static std::vector<std::string> texts(const std::vector<std::filesystem::path>& folders) {
    std::vector<std::string> texts;
    for (const auto& folder : folders) {
      const Xapian::Database shard(folder.string());
      for (auto id = shard.postlist_begin(""); id != shard.postlist_end(""); ++id)
        texts.push_back(shard.get_document(*id).get_data());
    }
    return texts;
  }
};

// More at once than may wait: each says that it is large.
TEST_F(ShardsTest, KeepTheOrderOfTheDocuments) {
  for (const unsigned workers : {1U, 3U}) {
    const std::filesystem::path folder = folder_ / std::to_string(workers);
    std::filesystem::create_directory(folder);
    Shards shards(folder, workers, 300 * kMegabyte);
    std::vector<std::string> wanted;
    for (int i = 0; i < 300; ++i) {
      shards.add(document(i), kMegabyte);
      wanted.push_back(std::to_string(i));
      EXPECT_LE(shards.share_written(), 1);
    }
    const auto folders = shards.finish({});
    EXPECT_EQ(texts(folders), wanted) << workers;
    EXPECT_GT(folders.size(), workers);
    EXPECT_EQ(shards.share_written(), 1);
  }
}

TEST_F(ShardsTest, OfNothingAreNone) { EXPECT_THAT(Shards(folder_, 2, 0).finish({}), SizeIs(0)); }

TEST_F(ShardsTest, TellWhatAMakerThrows) {
  Shards shards(folder_, 2, kMegabyte);
  shards.add([]() -> Xapian::Document { throw std::runtime_error("no such text"); }, 1);
  EXPECT_THROW(shards.finish({}), std::runtime_error);
}

TEST_F(ShardsTest, TellThatTheDiskTakesNothing) {
  Shards shards(folder_ / "missing", 1, kMegabyte);
  EXPECT_THROW(
      {
        for (;;) shards.add(document(1), kMegabyte);
      },
      Xapian::Error);
}

TEST_F(ShardsTest, AreGivenUpAtAnyMoment) {
  Shards shards(folder_, 2, kMegabyte);
  for (int i = 0; i < 100; ++i) shards.add(document(i), kMegabyte);
}

}  // namespace
}  // namespace giaidap
