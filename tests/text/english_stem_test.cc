#include "indexer/text/english_stem.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(EnglishStem, FormsOfAWordAreOne) {
  struct Case {
    const char* one;
    const char* other;
    const char* why;
  };
  const Case cases[] = {
      {"card", "cards", "plural"},
      {"village", "villages", "plural of a word on e"},
      {"authority", "authorities", "y and ies"},
      {"deduct", "deducted", "past"},
      {"digitise", "digitised", "past of a word on e"},
      {"apply", "applied", "y and ied"},
      {"connect", "connecting", "-ing"},
      {"plan", "planned", "doubled letter"},
      {"process", "processes", "sses"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(english_stem(c.one), english_stem(c.other)) << c.one << ", " << c.other << ": " << c.why;
}

TEST(EnglishStem, LeavesTheRestAlone) {
  for (const char* word : {"", "id", "gas", "status", "access", "bring", "need", "c06", "thủ", "vneid"})
    EXPECT_EQ(english_stem(word), word);
}

}  // namespace
}  // namespace giaidap
