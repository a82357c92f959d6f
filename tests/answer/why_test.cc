#include "server/answer/why.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const QueryTables& tables() {
  static const auto loaded = QueryTables::load("corpus/vocabulary");
  return loaded.value();
}

SearchHit hit() {
  SearchHit made;
  made.entry.text = "Giấy khai sinh không có số định danh, do lỗi kỹ thuật khi giải quyết thủ tục hành chính";
  made.entry.agencies = {"Bộ Tư pháp"};
  made.entry.cites = {"3160/BTP - CNTT"};
  return made;
}

Why why_of(const std::string& q, SearchResponse response = {}) {
  SearchRequest request;
  request.q = q;
  return Reasons(request, response, tables()).of(hit());
}

TEST(Why, WordsAsTypedAndThoseThatAreNotThere) {
  const Why why = why_of("số định danh hộ chiếu");
  EXPECT_THAT(why.words, ElementsAre("số định danh"));
  EXPECT_THAT(why.missing, ElementsAre("hộ", "chiếu"));
  EXPECT_THAT(why.without_tones, IsEmpty());
}

TEST(Why, WordsThatFitWithoutTheirTones) {
  EXPECT_THAT(why_of("so dinh danh").without_tones, ElementsAre("so", "dinh"));
  EXPECT_THAT(why_of("so dinh danh").words, ElementsAre("danh"));
}

TEST(Why, WhatWasMendedOrReadWithTonesIsWhatCounts) {
  SearchResponse response;
  response.corrected = "số định danh";
  EXPECT_THAT(why_of("soos ddinhj danh", response).words, ElementsAre("số định danh"));
  response.corrected.reset();
  response.interpreted.read_as = "khai sinh";
  EXPECT_THAT(why_of("khai sinh", response).words, ElementsAre("khai sinh"));
}

TEST(Why, OtherWordingsThatItHolds) {
  SearchResponse response;
  response.interpreted.expansions = {{"TTHC", {"thủ tục hành chính", "trung tâm"}, "abbreviation"},
                                     {"BHYT", {"bảo hiểm y tế"}, "abbreviation"}};
  const Why why = why_of("TTHC BHYT", response);
  ASSERT_EQ(why.through.size(), 1U);
  EXPECT_EQ(why.through[0].from, "TTHC");
  EXPECT_THAT(why.through[0].to, ElementsAre("thủ tục hành chính"));
  EXPECT_THAT(why.missing, ElementsAre("BHYT"));
}

TEST(Why, ItsAgencyAndTheNumbersItCites) {
  SearchResponse response;
  response.interpreted.agencies = {"Bộ Y tế", "Bộ Tư pháp"};
  response.interpreted.numbers = {"3160/BTP-CNTT", "1/A"};
  const Why why = why_of("btp 3160/BTP-CNTT", response);
  EXPECT_THAT(why.agencies, ElementsAre("Bộ Tư pháp"));
  EXPECT_THAT(why.numbers, ElementsAre("3160/BTP-CNTT"));
}

}  // namespace
}  // namespace giaidap
