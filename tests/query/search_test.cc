#include <gmock/gmock.h>

#include <fstream>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using testing::asking;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::names;
using ::testing::UnorderedElementsAre;

class SearchTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.put("file.txt", testing::real_rows()); }

  SearchResponse search(const SearchRequest& request) const {
    Searcher searcher = index_.searcher();
    Result<SearchResponse> found = searcher.search(request);
    EXPECT_TRUE(found.ok()) << found.error().message;
    return found.ok() ? std::move(found).value() : SearchResponse{};
  }
  std::string first(const std::string& q) const {
    const SearchResponse found = search(asking(q));
    return found.hits.empty() ? "nothing" : found.hits.front().entry.name;
  }

  testing::SmallIndex index_;
};

TEST_F(SearchTest, FindsTheEntryHoweverItIsTyped) {
  struct Case {
    const char* q;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"số định danh người giám hộ", "1165/TCTTKĐA#V.14", "typed with tones"},
      {"so dinh danh nguoi giam ho", "1165/TCTTKĐA#V.14", "typed without tones"},
      {"so định danh nguoi giam hộ", "1165/TCTTKĐA#V.14", "typed with some tones"},
      {"sồ đính dành ngươi giam hộ", "1165/TCTTKĐA#V.14", "a wrong tone is only worth less"},
      {"dạ cho em hỏi phiếu lý lịch tư pháp trên vneid với ạ", "3193/VPCP-KSTT#IV.1", "courtesy is dropped"},
      {"TTHC liên thông", "230/BC-TCTTKĐA#II.3", "the abbreviation is written out in the text"},
      {"thẻ bảo hiểm y tế cho trẻ", "1165/TCTTKĐA#V.14", "written out here, an abbreviation in the text"},
      {"lý lịch tư p", "3193/VPCP-KSTT#IV.1", "the last word is not finished"},
      {"ly lich tu p", "3193/VPCP-KSTT#IV.1", "nor here, without tones"},
      {"VNe", "3193/VPCP-KSTT#IV.1", "the only word is not finished"},
      {"công văn 1552", "1165/TCTTKĐA#V.30", "cited, by its digits"},
      {"1552/BTTTT – THH", "1165/TCTTKĐA#V.30", "cited, with a blank and another dash"},
      {"3193/VPCP-KSTT", "3193/VPCP-KSTT#IV.1", "the dispatch's own number"},
  };
  for (const Case& c : cases) EXPECT_EQ(first(c.q), c.expected) << c.q << ": " << c.why;
}

TEST_F(SearchTest, SharingACommonWordIsNoHit) {
  EXPECT_THAT(names(search(asking("phiếu lý lịch tư pháp trên ứng dụng VNeID cho công dân"))),
              ElementsAre("3193/VPCP-KSTT#IV.1"));
}

TEST_F(SearchTest, HitsTellWhatShareOfTheWordsTheyHold) {
  const SearchResponse all = search(asking("số định danh người giám hộ"));
  ASSERT_FALSE(all.hits.empty());
  EXPECT_DOUBLE_EQ(all.hits.front().words_held, 1);
  const SearchResponse part = search(asking("số định danh người giám hộ qwertyuiop"));
  ASSERT_FALSE(part.hits.empty());
  EXPECT_GT(part.hits.front().words_held, 0.3);
  EXPECT_LT(part.hits.front().words_held, 1);
}

TEST_F(SearchTest, UnknownWordsFindNothing) {
  for (const char* q : {"qwertyuiop", "zzzz xxxxyy", "!!! ???", "\"zzzz\""}) {
    const SearchResponse found = search(asking(q));
    EXPECT_EQ(found.total, 0U) << q;
    EXPECT_THAT(found.hits, IsEmpty()) << q;
  }
}

TEST_F(SearchTest, PhrasesMustStandAndExcludedWordsMustNot) {
  EXPECT_THAT(names(search(asking("\"liên thông khai sinh\""))), ElementsAre("230/BC-TCTTKĐA#II.3"));
  EXPECT_THAT(names(search(asking("\"khai sinh liên thông\""))), IsEmpty());
  EXPECT_THAT(names(search(asking("khai sinh -liên"))), ElementsAre("1165/TCTTKĐA#V.14"));
  EXPECT_THAT(names(search(asking("khai sinh -\"yếu tố nước ngoài\""))), ElementsAre("230/BC-TCTTKĐA#II.3"));
  EXPECT_THAT(names(search(asking("-khai"))),
              UnorderedElementsAre("1165/TCTTKĐA#V.30", "3193/VPCP-KSTT#IV.1"));
}

TEST_F(SearchTest, EmptyQueryBrowsesNewestFirst) {
  const SearchResponse found = search(asking("  "));
  EXPECT_EQ(found.total, 4U);
  EXPECT_THAT(names(found), ElementsAre("3193/VPCP-KSTT#IV.1", "230/BC-TCTTKĐA#II.3", "1165/TCTTKĐA#V.14",
                                        "1165/TCTTKĐA#V.30"));
}

TEST_F(SearchTest, PagesAndDates) {
  SearchRequest request = asking("");
  request.per_page = 3;
  request.page = 2;
  EXPECT_THAT(names(search(request)), ElementsAre("1165/TCTTKĐA#V.30"));
  request.page = 9;
  EXPECT_THAT(names(search(request)), IsEmpty());
  SearchRequest ranged = asking("");
  ranged.from = "2024-01-01";
  ranged.to = "2024-03-01";
  EXPECT_THAT(names(search(ranged)), ElementsAre("230/BC-TCTTKĐA#II.3"));
  SearchRequest dated = asking("khai sinh");
  dated.sort = SortOrder::Date;
  EXPECT_THAT(names(search(dated)), ElementsAre("230/BC-TCTTKĐA#II.3", "1165/TCTTKĐA#V.14"));
}

TEST_F(SearchTest, FacetCountsIgnoreTheirOwnFilter) {
  SearchRequest request = asking("");
  request.agency = {"Bộ Tư pháp"};
  request.kind = {"qa"};
  const SearchResponse found = search(request);
  EXPECT_THAT(names(found), ElementsAre("1165/TCTTKĐA#V.14"));
  const auto text = [](const std::vector<FacetCount>& counts) {
    std::vector<std::string> lines;
    for (const FacetCount& count : counts) lines.push_back(count.value + " " + std::to_string(count.count));
    return lines;
  };
  EXPECT_THAT(text(found.facets.agency), ElementsAre("Bộ Thông tin và Truyền thông 1", "Bộ Tư pháp 1"))
      << "both agencies have answers";
  EXPECT_THAT(text(found.facets.kind), ElementsAre("petition 1", "qa 1")) << "the agency has two kinds";
  EXPECT_THAT(text(found.facets.topic), ElementsAre("Dữ liệu 1")) << "both filters hold for other facets";
  EXPECT_THAT(text(found.facets.year), ElementsAre("2023 1"));
  request.agency = {"Bộ Không Có"};
  EXPECT_THAT(names(search(request)), IsEmpty()) << "a value that no entry has";
}

TEST_F(SearchTest, TellsHowTheQueryWasUnderstood) {
  const SearchResponse found = search(asking("BTTTT \"mã nguồn mở\" theo công văn 1552 -VNeID"));
  EXPECT_EQ(found.interpreted.language, "vi");
  EXPECT_THAT(found.interpreted.agencies, ElementsAre("Bộ Thông tin và Truyền thông"));
  EXPECT_THAT(found.interpreted.phrases, ElementsAre("mã nguồn mở"));
  EXPECT_THAT(found.interpreted.excluded, ElementsAre("VNeID"));
  EXPECT_EQ(found.interpreted.numbers.size(), 1U);
}

TEST_F(SearchTest, OffersTheNamedAgenciesAsFilters) {
  struct Case {
    const char* q;
    std::vector<std::string> chosen;
    std::vector<std::string> expected;
    const char* why;
  };
  const std::vector<Case> cases = {
      {"btttt trả lời về an toàn thông tin",
       {},
       {"agency Bộ Thông tin và Truyền thông 1"},
       "by any spelling"},
      {"Bộ Tư pháp hay Bộ Công an cấp phiếu lý lịch tư pháp",
       {},
       {"agency Bộ Tư pháp 2"},
       "only those with results"},
      {"bộ tư pháp lý lịch tư pháp", {"Bộ Tư pháp"}, {}, "chosen already"},
      {"bộ tư pháp lý lịch tư pháp", {"Bộ Y tế"}, {"agency Bộ Tư pháp 2"}, "another one is chosen"},
      {"lý lịch tư pháp thành phố Hà Nội", {}, {}, "who petitions is no facet"},
      {"phiếu lý lịch tư pháp", {}, {}, "no agency named"},
  };
  for (const Case& c : cases) {
    SearchRequest request = asking(c.q);
    request.agency = c.chosen;
    std::vector<std::string> offers;
    for (const FilterOffer& offer : search(request).interpreted.filters) {
      offers.push_back(offer.facet + " " + offer.value.value + " " + std::to_string(offer.value.count));
    }
    EXPECT_EQ(offers, c.expected) << c.q << ": " << c.why;
  }
}

TEST_F(SearchTest, HostileQueriesAreOrdinary) {
  std::string longest;
  while (longest.size() < 3000) longest += "số định danh cá nhân ";
  for (const std::string& q :
       {std::string("\xff\xfe\x80"), std::string("-"), std::string("\""), std::string("- \" - \""),
        std::string("a\0b", 3), std::string(5000, 'x'), longest, std::string("XE QEx Tso_ _ \x1f")}) {
    Searcher searcher = index_.searcher();
    EXPECT_TRUE(searcher.search(asking(q)).ok()) << q.substr(0, 20);
  }
}

TEST_F(SearchTest, AnotherWritersCommitIsSeen) {
  Searcher searcher = index_.searcher();
  EXPECT_EQ(searcher.search(asking("biên chế")).value().total, 0U);
  const auto before = searcher.health().value();
  index_.put("new.txt",
             {testing::dispatch("7/CV", "2025-01-01", "công văn",
                                {testing::qa("7/CV#1", "Bộ Nội vụ", "Xin thêm biên chế", "Đã giao.")})});
  EXPECT_THAT(names(searcher.search(asking("biên chế")).value()), ElementsAre("7/CV#1"));
  const auto after = searcher.health().value();
  EXPECT_EQ(after.entries, before.entries + 1);
  EXPECT_GT(after.revision, before.revision);
  SearchRequest of_year = asking("");
  of_year.year = {"2025"};
  EXPECT_EQ(searcher.search(of_year).value().total, 1U) << "facets are of the new revision too";
}

TEST_F(SearchTest, AStubFileOpensSeveralDatabases) {
  const testing::SmallIndex other;
  other.put("new.txt",
            {testing::dispatch("7/CV", "2025-01-01", "công văn",
                               {testing::qa("7/CV#1", "Bộ Nội vụ", "Xin thêm biên chế", "Đã giao.")})});
  const auto stub = index_.folder().string() + ".stub";
  std::ofstream(stub) << "glass " << index_.folder().string() << "\nglass " << other.folder().string()
                      << "\n";
  auto handle = open_index(stub, "corpus/vocabulary");
  ASSERT_TRUE(handle.ok()) << handle.error().message;
  Searcher searcher(handle.value());
  EXPECT_THAT(names(searcher.search(asking("biên chế")).value()), ElementsAre("7/CV#1"));
  EXPECT_EQ(searcher.search(asking("")).value().total, 5U);
  EXPECT_EQ(searcher.entry("1165/TCTTKĐA#V.30").value().dispatch.date, "2023-08-25");
  std::filesystem::remove(stub);
}

TEST_F(SearchTest, LooksUpEntriesAndDispatches) {
  Searcher searcher = index_.searcher();
  EXPECT_EQ(searcher.entry("1165/TCTTKĐA#V.14").value().entry.agencies.front(), "Bộ Tư pháp");
  EXPECT_EQ(searcher.entry("1165/TCTTKĐA#V").error().code, ErrorCode::NotFound);
  EXPECT_EQ(searcher.dispatches().value().size(), 3U);
  const auto listed = searcher.dispatch("1165 / tcttkđa");
  ASSERT_TRUE(listed.ok());
  EXPECT_EQ(listed.value().dispatch.id, "1165/TCTTKĐA");
  ASSERT_EQ(listed.value().counts.size(), 1U);
  EXPECT_EQ(listed.value().counts.front().count, 2U);
  EXPECT_EQ(searcher.dispatch("9999/X").error().code, ErrorCode::NotFound);
  const auto second = searcher.entries_of("1165/TCTTKĐA", 1, 10).value();
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second.front().name, "1165/TCTTKĐA#V.30");
  const auto first = searcher.entries_of("1165/TCTTKĐA", 0, 1).value();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first.front().name, "1165/TCTTKĐA#V.14");
  EXPECT_TRUE(searcher.entries_of("1165/TCTTKĐA", 2, 10).value().empty());
  EXPECT_THAT(searcher.items_of("1165/TCTTKĐA", 10).value(),
              ElementsAre(first.front().item, second.front().item));
  EXPECT_THAT(searcher.items_of("1165/TCTTKĐA", 1).value(), ElementsAre(first.front().item));
  const auto citing = searcher.citing_digits("1552/btttt-thh", 10).value();
  ASSERT_EQ(citing.size(), 1U);
  EXPECT_EQ(citing.front().entry.name, "1165/TCTTKĐA#V.30");
}

TEST_F(SearchTest, RelatedEntriesAreOfOtherDispatchesAnswersFirst) {
  index_.put(
      "more.txt",
      {testing::dispatch(
           "8/CV", "2024-06-01", "công văn",
           {testing::petition("8/CV#1", "Bộ Tư pháp", "UBND tỉnh Phú Yên",
                              "Cấp thẻ BHYT cho trẻ em dưới 6 tuổi chung một mã hộ gia đình"),
            testing::petition("8/CV#2", "Bộ Tư pháp", "UBND tỉnh Phú Yên", "Cấp thẻ BHYT cho trẻ em")}),
       testing::dispatch(
           "9/CV", "2024-06-01", "công văn",
           {testing::petition("9/CV#1", "Bộ Tư pháp", "UBND tỉnh Hà Giang",
                              "Cấp thẻ BHYT cho trẻ em dưới 6 tuổi chung một mã hộ gia đình")})});
  Searcher searcher = index_.searcher();
  const Entry petition = searcher.entry("8/CV#1").value().entry;
  std::vector<std::string> found;
  const auto related = searcher.related(petition, 2);
  ASSERT_TRUE(related.ok());
  for (const SearchHit& hit : related.value()) found.push_back(hit.entry.name);
  EXPECT_THAT(found, ElementsAre("1165/TCTTKĐA#V.14", "9/CV#1"));
}

TEST(OpenIndexTest, SaysWhatIsWrong) {
  const auto missing = open_index("/no/such/index", "corpus/vocabulary");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::Unavailable);
  EXPECT_THAT(missing.error().place, ::testing::HasSubstr("/no/such/index"));
  const auto no_tables = open_index("/no/such/index", "/no/such/tables");
  ASSERT_FALSE(no_tables.ok());
}

}  // namespace
}  // namespace giaidap
