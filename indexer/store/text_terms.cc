#include "indexer/store/text_terms.h"

#include <algorithm>
#include <utility>

#include "indexer/text/tokens.h"

namespace giaidap {

using schema::Channel;

namespace {

// Numbers in the order of the bytes; a term that ends early comes before those that go on.
std::uint64_t head_of(std::string_view term) {
  constexpr std::size_t kBytes = 8;
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < kBytes; ++i)
    head = head << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return head;
}

}  // namespace

void TextTerms::count(std::string term, Xapian::termcount wdf) {
  const std::uint64_t head = head_of(term);
  occurrences_.push_back({head, std::move(term), wdf});
}

void TextTerms::add(schema::Field field, std::string_view text, Xapian::termcount wdf) {
  constexpr std::size_t kChannels = 4;
  const std::string_view toned = prefix(field, Channel::Toned);
  const std::string_view folded = prefix(field, Channel::Folded);
  const std::string_view toned_pair = prefix(field, Channel::TonedPair);
  const std::string_view folded_pair = prefix(field, Channel::FoldedPair);
  const Token* previous = nullptr;
  const std::vector<Token> tokens = tokenize(text);
  occurrences_.reserve(occurrences_.size() + kChannels * tokens.size());
  for (const Token& token : tokens) {
    count(schema::term(toned, token.toned), wdf);
    count(schema::term(folded, token.folded), wdf);
    if (previous != nullptr && token.joins_previous) {
      count(schema::pair_term(toned_pair, previous->toned, token.toned), wdf);
      count(schema::pair_term(folded_pair, previous->folded, token.folded), wdf);
    }
    previous = &token;
  }
}

// Xapian's document keeps its terms in a tree, which takes them twice as fast in their order and each once.
void TextTerms::move_to(Xapian::Document& document) {
  std::vector<const Occurrence*> in_order;
  in_order.reserve(occurrences_.size());
  for (const Occurrence& one : occurrences_) in_order.push_back(&one);
  std::sort(in_order.begin(), in_order.end(), [](const Occurrence* a, const Occurrence* b) {
    return a->head < b->head || (a->head == b->head && a->term < b->term);
  });
  for (auto at = in_order.begin(); at != in_order.end();) {
    const std::string& term = (*at)->term;
    Xapian::termcount wdf = 0;
    for (; at != in_order.end() && (*at)->term == term; ++at) wdf += (*at)->wdf;
    document.add_term(term, wdf);
  }
  occurrences_.clear();
}

}  // namespace giaidap
