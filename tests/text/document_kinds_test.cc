#include "indexer/text/document_kinds.h"

#include <gtest/gtest.h>

#include "indexer/base/file.h"

namespace giaidap {
namespace {

std::string_view word(Cited cited) {
  switch (cited) {
    case Cited::Bare:
      return "bare";
    case Cited::WithNumberWord:
      return "số";
    case Cited::Name:
      return "name";
  }
  return "";
}

TEST(DocumentKinds, EqualTheTableOfTheVocabulary) {
  const auto table = read_table("corpus/vocabulary/document_kinds.tsv");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table.value().rows.size(), kDocumentKinds.size());
  for (std::size_t i = 0; i < kDocumentKinds.size(); ++i) {
    const DocumentKind& kind = kDocumentKinds[i];
    EXPECT_EQ(table.value().rows[i],
              (std::vector<std::string>{std::string(kind.name), std::string(kind.abbreviation),
                                        std::string(word(kind.cited)), std::string(kind.english)}));
  }
}

TEST(DocumentKinds, AreKnownByNameAndAbbreviationWithoutTones) {
  EXPECT_EQ(cited_of_kind("quyet dinh"), Cited::Bare);
  EXPECT_EQ(cited_of_kind("qd"), Cited::Bare);
  EXPECT_EQ(cited_of_kind("thong bao"), Cited::WithNumberWord);
  EXPECT_EQ(cited_of_kind("de an"), Cited::Name);
  EXPECT_EQ(cited_of_kind("official dispatch"), Cited::Bare);
  EXPECT_EQ(cited_of_kind("notification"), Cited::WithNumberWord);
  EXPECT_EQ(cited_of_kind("bo tu phap"), std::nullopt);
  EXPECT_TRUE(is_kind_abbreviation("qcph"));
  EXPECT_FALSE(is_kind_abbreviation("vpcp"));
  EXPECT_FALSE(is_kind_abbreviation(""));
}

}  // namespace
}  // namespace giaidap
