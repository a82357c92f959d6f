#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

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

// The lines of the dispatches for which a property does not hold.
template <typename Property>
std::vector<std::string> lines_without(Property property) {
  std::vector<std::string> lines = dispatch_lines();
  EXPECT_GT(lines.size(), 2000U);
  lines.erase(std::remove_if(lines.begin(), lines.end(), property), lines.end());
  return lines;
}

bool same_tokens(const std::vector<Token>& left, const std::vector<Token>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const Token& a, const Token& b) {
    return a.toned == b.toned && a.folded == b.folded && a.joins_previous == b.joins_previous;
  });
}

TEST(TextProperties, NormalizingTwiceEqualsOnce) {
  for (const auto form : {normalize_text, lower, fold, squeeze}) {
    const auto once_is_enough = [form](const std::string& line) { return form(form(line)) == form(line); };
    EXPECT_THAT(lines_without(once_is_enough), testing::IsEmpty());
  }
}

TEST(TextProperties, TokensAreCanonical) {
  const auto canonical = [](const Token& token) {
    return canonical_syllable(token.toned) == token.toned && fold(token.toned) == token.folded &&
           !token.folded.empty();
  };
  EXPECT_THAT(lines_without([canonical](const std::string& line) {
                const auto tokens = tokenize(normalize_text(line));
                return std::all_of(tokens.begin(), tokens.end(), canonical);
              }),
              testing::IsEmpty());
}

TEST(TextProperties, TokensLieInOrderInTheText) {
  const auto in_order = [](const std::string& line) {
    std::uint32_t end = 0;
    for (const Token& token : tokenize(line)) {
      if (token.byte_begin < end || token.byte_begin >= token.byte_end) return false;
      end = token.byte_end;
    }
    return end <= line.size();
  };
  EXPECT_THAT(lines_without(in_order), testing::IsEmpty());
}

TEST(TextProperties, ComposedAndDecomposedTextHaveTheSameTokens) {
  const auto same = [](const std::string& line) {
    const auto composed = tokenize(normalize_text(line));
    const std::string other = decomposed(normalize_text(line));
    return same_tokens(composed, tokenize(other)) && same_tokens(composed, tokenize(normalize_text(other)));
  };
  EXPECT_THAT(lines_without(same), testing::IsEmpty());
}

TEST(TextProperties, TokensOfTonelessTextAreTheFoldedTokens) {
  const auto same = [](const std::string& line) {
    const auto toned = tokenize(normalize_text(line));
    const auto toneless = tokenize(fold(normalize_text(line)));
    return std::equal(toned.begin(), toned.end(), toneless.begin(), toneless.end(),
                      [](const Token& a, const Token& b) { return a.folded == b.folded; });
  };
  EXPECT_THAT(lines_without(same), testing::IsEmpty());
}

TEST(TextProperties, SentencesHoldAllButBlanksInOrder) {
  const auto complete = [](const std::string& line) {
    const auto blank = [&line](std::size_t begin, std::size_t end) {
      return std::string_view(line).substr(begin, end - begin).find_first_not_of(" \t\r\n\f") ==
             std::string::npos;
    };
    std::size_t end = 0;
    for (const ByteRange& range : sentences(line)) {
      if (range.byte_begin >= range.byte_end || !blank(end, range.byte_begin)) return false;
      end = range.byte_end;
    }
    return blank(end, line.size());
  };
  EXPECT_THAT(lines_without(complete), testing::IsEmpty());
}

}  // namespace
}  // namespace giaidap
