#include "indexer/text/phrase_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Found {
  std::size_t begin;
  std::size_t end;
  std::uint32_t id;
  bool exact;
  bool operator==(const Found& other) const = default;
};

std::vector<Found> find(const PhraseSet& phrases, const char* text) {
  std::vector<Found> found;
  for (const PhraseMatch& m : phrases.find_all(tokenize(text)))
    found.push_back({m.token_begin, m.token_end, m.id, m.exact_tones});
  return found;
}

TEST(PhraseSet, LongestWinsAndNoneOverlap) {
  PhraseSet phrases;
  phrases.add("bảo hiểm", 1);
  phrases.add("bảo hiểm y tế", 2);
  phrases.add("tế bào", 3);
  EXPECT_THAT(find(phrases, "thẻ bảo hiểm y tế bào gồm"), ElementsAre(Found{1, 5, 2, true}));
  EXPECT_THAT(find(phrases, "bảo hiểm, y tế"), ElementsAre(Found{0, 2, 1, true}))
      << "a comma ends the phrase";
}

TEST(PhraseSet, TonesMayBeLeftOutButNotChanged) {
  PhraseSet phrases;
  phrases.add("khai tử", 1);
  phrases.add("khai từ", 2);
  EXPECT_THAT(find(phrases, "khai tử"), ElementsAre(Found{0, 2, 1, true}));
  EXPECT_THAT(find(phrases, "khai tu"), UnorderedElementsAre(Found{0, 2, 1, false}, Found{0, 2, 2, false}));
  EXPECT_THAT(find(phrases, "khai tự"), IsEmpty());
}

TEST(PhraseSet, LookupTakesTheWholePhrase) {
  PhraseSet phrases;
  phrases.add("hạ tầng, phần mềm", 7);
  phrases.add("hạ tầng, phần mềm", 7);
  EXPECT_THAT(phrases.lookup("HẠ TẦNG, PHẦN MỀM"), ElementsAre(7));
  EXPECT_THAT(phrases.lookup("hạ tầng"), IsEmpty());
  EXPECT_THAT(phrases.lookup("hạ tầng phần mềm số"), IsEmpty());
  EXPECT_THAT(phrases.lookup(""), IsEmpty());
}

}  // namespace
}  // namespace giaidap
