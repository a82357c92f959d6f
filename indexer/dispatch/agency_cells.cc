#include "indexer/dispatch/agency_cells.h"

#include <vector>

#include "indexer/dispatch/lines.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostWordsBesidesNames = 3;  // "và", "các bộ", "phối hợp"
constexpr std::size_t kMostWordsOfPiece = 8;

}  // namespace

bool names_only_agencies(const std::string& text, const Agencies& agencies) {
  if (agencies.canonical(text)) return true;
  const std::vector<AgencyMention> mentions = agencies.mentions(text);
  if (mentions.empty()) return false;
  std::size_t outside = 0;
  for (const Token& token : tokenize(text)) {
    bool covered = false;
    for (const AgencyMention& mention : mentions) {
      covered = covered || (token.byte_begin >= mention.byte_begin && token.byte_end <= mention.byte_end);
    }
    outside += covered ? 0 : 1;
  }
  return outside <= kMostWordsBesidesNames && outside < mentions.size();
}

bool looks_like_agency_piece(const std::string& text) {
  return !text.empty() && is_upper_case(text) && tokenize(text).size() <= kMostWordsOfPiece;
}

}  // namespace giaidap
