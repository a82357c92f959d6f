#include "server/answer/who.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Agencies& agencies() {
  static const Agencies loaded = Agencies::load("corpus/vocabulary").value();
  return loaded;
}

SearchHit passage_of(std::optional<std::string> issuer) {
  SearchHit hit;
  hit.entry.kind = EntryKind::Passage;
  hit.dispatch.issuer = std::move(issuer);
  return hit;
}

TEST(WhoSays, TheAgenciesOfTheEntry) {
  SearchHit hit = passage_of("Tổ công tác triển khai Đề án 06");
  hit.entry.agencies = {"Bộ Y tế"};
  EXPECT_THAT(who_says(hit, {}, agencies()), ElementsAre("Bộ Y tế"));
}

TEST(WhoSays, OfProseThatNamesNobodyTheIssuer) {
  EXPECT_THAT(who_says(passage_of("Bộ Tư pháp"), {}, agencies()), ElementsAre("Bộ Tư pháp"));
  EXPECT_THAT(who_says(passage_of(std::nullopt), {}, agencies()), IsEmpty());
}

TEST(WhoSays, OfADocumentAskedForByItsNumberWhoIssuedIt) {
  SearchHit hit = passage_of("Tổ công tác triển khai Đề án 06");
  hit.entry.cites = {"931/BYT-BH", "1304/BTC-VI"};
  Interpretation asked;
  asked.numbers = {"1304/BTC"};
  EXPECT_THAT(who_says(hit, asked, agencies()), ElementsAre("Bộ Tài chính"));
}

TEST(WhoSays, RowsWithoutAnAgencyNameNobody) {
  SearchHit hit = passage_of("Bộ Tư pháp");
  hit.entry.kind = EntryKind::Qa;
  EXPECT_THAT(who_says(hit, {}, agencies()), IsEmpty()) << "the issuer only gathered the answers";
}

}  // namespace
}  // namespace giaidap
