#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"
#include "tests/text/dispatches.h"

namespace giaidap {
namespace {

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, text, sink, nullptr, status);
  return out;
}

class TextProperties : public testing::Test {
 protected:
  void SetUp() override { ASSERT_GT(lines_.size(), 2000U); }
  const std::vector<std::string> lines_ = dispatch_lines();
};

TEST_F(TextProperties, NormalizingTwiceEqualsOnce) {
  for (const std::string& line : lines_) {
    for (const auto form : {normalize_text, lower, fold, squeeze}) {
      const std::string once = form(line);
      EXPECT_EQ(form(once), once);
    }
  }
}

TEST_F(TextProperties, TokensAreCanonical) {
  for (const std::string& line : lines_) {
    for (const Token& token : tokenize(normalize_text(line))) {
      EXPECT_EQ(canonical_syllable(token.toned), token.toned);
      EXPECT_EQ(fold(token.toned), token.folded);
      EXPECT_FALSE(token.folded.empty());
    }
  }
}

TEST_F(TextProperties, TokensLieInOrderInTheText) {
  for (const std::string& line : lines_) {
    std::uint32_t end = 0;
    for (const Token& token : tokenize(line)) {
      EXPECT_GE(token.byte_begin, end);
      EXPECT_LT(token.byte_begin, token.byte_end);
      end = token.byte_end;
    }
    EXPECT_LE(end, line.size());
  }
}

TEST_F(TextProperties, ComposedAndDecomposedTextHaveTheSameTokens) {
  for (const std::string& line : lines_) {
    const auto composed = tokenize(normalize_text(line));
    for (const std::string& other : {decomposed(line), normalize_text(decomposed(line))}) {
      const auto tokens = tokenize(other);
      ASSERT_EQ(tokens.size(), composed.size()) << line;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        EXPECT_EQ(tokens[i].toned, composed[i].toned);
        EXPECT_EQ(tokens[i].joins_previous, composed[i].joins_previous);
      }
    }
  }
}

TEST_F(TextProperties, TokensWithoutTonesAreTheFoldedTokens) {
  for (const std::string& line : lines_) {
    const auto toned = tokenize(normalize_text(line));
    const auto toneless = tokenize(fold(normalize_text(line)));
    ASSERT_EQ(toned.size(), toneless.size()) << line;
    for (std::size_t i = 0; i < toned.size(); ++i) EXPECT_EQ(toneless[i].folded, toned[i].folded);
  }
}

}  // namespace
}  // namespace giaidap
