#include "server/query/tones.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

// A corpus in which the words of these clauses are common beside one another.
ReadDispatch usual_clauses() {
  std::vector<Entry> entries;
  for (int i = 1; i <= 30; ++i) {
    entries.push_back(
        testing::passage("9/BC#" + std::to_string(i), "Dữ liệu",
                         "Cấp số định danh cá nhân cho trẻ em; đăng ký hộ tịch; bảo đảm an toàn thông "
                         "tin; theo thông tư của Bộ."));
  }
  return testing::dispatch("9/BC", "2024-01-01", "báo cáo", entries);
}

class TonesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.put("file.txt", testing::real_rows());
    index_.put("usual.txt", {usual_clauses()});
  }

  std::string read_as(const std::string& q, bool exact = false) const {
    SearchRequest request = testing::asking(q);
    request.exact = exact;
    const Result<SearchResponse> found = index_.searcher().search(request);
    EXPECT_TRUE(found.ok());
    return found.ok() ? found.value().interpreted.read_as : "failed";
  }

  testing::SmallIndex index_;
};

TEST_F(TonesTest, AreRestoredWhereTheNeighboursTell) {
  struct Case {
    const char* typed;
    const char* read;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"so dinh danh", "số định danh", "all of it"},
           {"an toan thong tin", "an toàn thông tin", "a word that has no tone stays"},
           {"thong tu 04/2020/TT-BTP ve khai sinh", "thông tư 04/2020/TT-BTP ve khai sinh",
            "never in a number"},
           {"cấp so dinh danh cho trẻ em", "cấp số định danh cho trẻ em",
            "words of both kinds, each by itself"},
           {"\"so dinh\" danh", "", "what is set apart stays"},
           {"số định danh", "", "nothing was left out"},
           {"xyz abc", "", "words that the index does not have"},
       }) {
    EXPECT_EQ(read_as(c.typed), c.read) << c.typed << ": " << c.why;
  }
}

TEST_F(TonesTest, StayAsTypedWhereThatIsAsked) { EXPECT_EQ(read_as("so dinh danh", true), ""); }

TEST_F(TonesTest, AreLeftOpenWhereTwoReadingsAreAsLikely) {
  index_.put("other.txt",
             {testing::dispatch("1/BC", "2024-01-01", "báo cáo",
                                {testing::passage("1/BC#1", "Hội", "Họ tên của cha."),
                                 testing::passage("1/BC#2", "Hội", "Hộ tên là gì thì ghi vào sổ.")})});
  EXPECT_EQ(read_as("ho ten"), "ho tên") << "họ tên and hộ tên stand there once each";
  EXPECT_EQ(read_as("ho tich"), "hộ tịch");
}

TEST_F(TonesTest, RestoredWordsRankLikeTypedOnes) {
  const auto ranked = [&](const std::string& q) {
    return testing::names(index_.searcher().search(testing::asking(q)).value());
  };
  EXPECT_EQ(ranked("so dinh danh ca nhan cho tre em"), ranked("số định danh cá nhân cho trẻ em"));
}

}  // namespace
}  // namespace giaidap
