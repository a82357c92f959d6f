#include "server/query/slips.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

class SlipsTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.put("file.txt", testing::real_rows()); }

  std::string corrected(const std::string& q, bool exact = false) const {
    SearchRequest request = testing::asking(q);
    request.exact = exact;
    const Result<SearchResponse> found = index_.searcher().search(request);
    EXPECT_TRUE(found.ok());
    return found.ok() ? found.value().corrected.value_or("") : "failed";
  }

  testing::SmallIndex index_;
};

TEST_F(SlipsTest, AreMendedByTheIndexAndItsPairs) {
  struct Case {
    const char* typed;
    const char* mended;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"soos ddinhj danh", "số định danh", "raw Telex"},
           {"so61 d9inh5 danh", "số định danh", "raw VNI"},
           {"đăng ký khaisinh", "đăng ký khai sinh", "two syllables joined"},
           {"an toàn thông tinn của xã", "an toàn thông tin của xã", "a letter too much"},
           {"hổ sơ liên thông", "hồ sơ liên thông", "a wrong tone, told by the neighbour"},
           {"cấp Phiếu lý lịhc tư pháp", "cấp Phiếu lý lịch tư pháp",
            "two letters exchanged; the rest as typed"}}) {
    EXPECT_EQ(corrected(c.typed), c.mended) << c.why;
  }
}

TEST_F(SlipsTest, NeverTouchNumbersNamesAndWhatIsSetApart) {
  for (const char* typed :
       {"công văn 1553/BTTTT-THH", "số định danh", "so dinh danh", "BTTTT hỗ trợ", "\"khaisinh\" điện tử",
        "lý lịch tư p", "TTHC liên thông", "zzzqqq", "how many linked files were received", ""}) {
    EXPECT_EQ(corrected(typed), "") << typed;
  }
}

TEST_F(SlipsTest, ExactMeansAsTyped) { EXPECT_EQ(corrected("soos ddinhj danh", true), ""); }

TEST(Lexicon, KnowsReadingsAndNeighbours) {
  const testing::SmallIndex index;
  index.put("file.txt", testing::real_rows());
  const Lexicon lexicon = Lexicon::read(Xapian::Database(index.folder().string()));
  ASSERT_FALSE(lexicon.readings("sinh").empty());
  EXPECT_EQ(lexicon.readings("sinh").front().toned, "sinh");
  EXPECT_TRUE(lexicon.readings("vneid").empty()) << "no syllable";
  const std::vector<std::string> near = lexicon.near("sihn");
  EXPECT_NE(std::find(near.begin(), near.end(), "sinh"), near.end());
  EXPECT_TRUE(lexicon.near("qqqq").empty());
}

}  // namespace
}  // namespace giaidap
