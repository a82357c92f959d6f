#include "indexer/schema/schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace giaidap::schema {
namespace {

TEST(Prefixes, NoneBeginsWithAnother) {
  for (const PrefixRow& one : kPrefixes) {
    EXPECT_GE(one.since, 1) << one.prefix;
    EXPECT_LE(one.since, kFormatVersion) << one.prefix;
    for (const PrefixRow& other : kPrefixes) {
      if (&one == &other) continue;
      EXPECT_NE(other.prefix.substr(0, one.prefix.size()), one.prefix) << one.holds << " / " << other.holds;
    }
  }
}

TEST(Prefixes, EachFieldAndChannelHasItsOwn) {
  EXPECT_EQ(prefix(Field::Body, Channel::Toned), "T");
  EXPECT_EQ(prefix(Field::Body, Channel::Folded), "F");
  EXPECT_EQ(prefix(Field::Body, Channel::TonedPair), "P");
  EXPECT_EQ(prefix(Field::Body, Channel::FoldedPair), "G");
  EXPECT_EQ(prefix(Field::Context, Channel::Toned), "CT");
  EXPECT_EQ(prefix(Field::Context, Channel::FoldedPair), "CG");
}

TEST(Term, IsPrefixAndValueAsTheyAre) {
  EXPECT_EQ(term(filter::kName, "1165/TCTTKĐA#III.4"), "QE1165/TCTTKĐA#III.4");
  EXPECT_EQ(term(filter::kAgency, "Bộ Tư pháp"), "XABộ Tư pháp");
  EXPECT_EQ(term("T", ""), "T");
  EXPECT_EQ(pair_term("P", "định", "danh"), "Pđịnh_danh");
}

TEST(Term, ADispatchRecordIsNeverTheNameOfAnEntry) {
  EXPECT_NE(term(filter::kName, "D1165"), term(filter::kDispatchRecord, "1165"));
  EXPECT_NE(term(filter::kName, "1165"), term(filter::kDispatchRecord, "1165"));
}

TEST(Term, FitsXapiansLimitWhateverTheValue) {
  struct Row {
    std::string value;
    const char* why;
  };
  const std::vector<Row> rows{
      {std::string(243, 'a'), "just fits"},
      {std::string(244, 'a'), "one byte too many"},
      {std::string(100000, 'b'), "a whole paragraph as a name"},
      {std::string(130, '\0'), "zero bytes count twice"},
      {std::string(500, '\0'), "only zero bytes, too many"},
      {std::string(500, '\x80'), "no character begins anywhere"},
  };
  for (const Row& row : rows) {
    const std::string made = term(filter::kName, row.value);
    const std::size_t zeros = static_cast<std::size_t>(std::count(made.begin(), made.end(), '\0'));
    EXPECT_LE(made.size() + zeros, 245U) << row.why;
    EXPECT_EQ(made, term(filter::kName, row.value)) << row.why;
  }
  EXPECT_EQ(term(filter::kName, rows[0].value), "QE" + rows[0].value);
}

TEST(Term, LongValuesThatDifferAtTheEndStayApart) {
  const std::string stem(400, 'x');
  EXPECT_NE(term("XA", stem + "1"), term("XA", stem + "2"));
  EXPECT_NE(term("XA", stem), term("XA", stem + "x"));
}

TEST(Term, LongValuesAreCutAtTheEndOfACharacter) {
  std::string value;
  for (int i = 0; i < 200; ++i) value += "ộ";
  const std::string made = term("XA", value);
  const std::string kept = made.substr(2, made.size() - 2 - 32);
  EXPECT_EQ(kept.size() % 3, 0U);
  EXPECT_EQ(value.substr(0, kept.size()), kept);
}

TEST(Term, TheHashOfALongValueIsTheSameOnEveryMachine) {
  EXPECT_EQ(term("XA", std::string(300, 'a')),
            "XA" + std::string(211, 'a') + "161324edc63e12075b509e7d0c7315c1");
}

}  // namespace
}  // namespace giaidap::schema
