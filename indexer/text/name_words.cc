#include "indexer/text/name_words.h"

#include <algorithm>
#include <array>

#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// Words after which a dot only abbreviates: "TP. Hồ Chí Minh", "TX. Đông Hòa".
bool is_rank_abbreviation(const std::string& folded) {
  static const std::array<std::string, 7> kRanks{"tp", "tx", "tt", "t", "h", "p", "q"};
  return std::find(kRanks.begin(), kRanks.end(), folded) != kRanks.end();
}

Gap gap_of(char sign, bool dot_abbreviates) {
  switch (sign) {
    case ' ':
    case '\n':
    case '\r':
    case '\t':
      return Gap::Space;
    case ';':
      return Gap::Semicolon;
    case ':':
    case '(':
      return Gap::Opens;
    case '.':
      return dot_abbreviates ? Gap::Space : Gap::Stop;
    case '?':
    case '!':
    case ')':
    case '[':
    case ']':
    case '"':
      return Gap::Stop;
    default:  // comma, dash, slash, ampersand, list marks, and all beyond ASCII (long dashes)
      return Gap::Joiner;
  }
}

Gap strongest_gap(std::string_view between, bool dot_abbreviates) {
  Gap gap = Gap::Space;
  for (const char sign : between) gap = std::max(gap, gap_of(sign, dot_abbreviates));
  return gap;
}

}  // namespace

std::vector<NameWord> name_words(std::string_view text) {
  std::vector<NameWord> words;
  Gap pending = Gap::Space;
  std::uint32_t from = 0;
  for (Token& token : tokenize(text)) {
    const bool after_rank = !words.empty() && is_rank_abbreviation(words.back().folded);
    const std::string_view between = text.substr(from, token.byte_begin - from);
    pending = std::max(pending, strongest_gap(between, after_rank));
    from = token.byte_end;
    if (token.toned == "và" || token.toned == "va") {
      pending = std::max(pending, Gap::Joiner);
      continue;
    }
    words.push_back({std::move(token.toned), std::move(token.folded), words.empty() ? Gap::Stop : pending,
                     token.byte_begin, token.byte_end});
    pending = Gap::Space;
  }
  return words;
}

bool tone_fits(const std::string& typed_toned, const std::string& typed_folded,
               const std::string& meant_toned) {
  return typed_toned == meant_toned || typed_toned == typed_folded;
}

}  // namespace giaidap
