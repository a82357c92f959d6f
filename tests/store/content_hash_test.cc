#include "indexer/store/content_hash.h"

#include <fstream>

#include "tests/store/sample.h"

namespace giaidap {
namespace {

using ContentHashTest = InTemporaryFolder;

TEST_F(ContentHashTest, FollowsTheBytesAndNotTheName) {
  std::ofstream(folder_ / "a") << std::string((2U << 20U) + 5, 'x');
  std::ofstream(folder_ / "b") << std::string((2U << 20U) + 5, 'x');
  std::ofstream(folder_ / "c") << std::string((2U << 20U) + 5, 'x') << 'y';
  const std::string a = content_hash(folder_ / "a").value();
  EXPECT_EQ(a.size(), 32U);
  EXPECT_EQ(a, content_hash(folder_ / "b").value());
  EXPECT_NE(a, content_hash(folder_ / "c").value());
}

TEST_F(ContentHashTest, IsXxh3OfTheBytes) {
  std::ofstream(folder_ / "empty").close();
  EXPECT_EQ(content_hash(folder_ / "empty").value(), "99aa06d3014798d86001c324468d497f");
}

TEST_F(ContentHashTest, NamesAFileThatCannotBeRead) {
  for (const char* name : {"missing", "."}) {
    const Result<std::string> hash = content_hash(folder_ / name);
    ASSERT_FALSE(hash) << name;
    EXPECT_EQ(hash.error().place, (folder_ / name).string());
  }
}

}  // namespace
}  // namespace giaidap
