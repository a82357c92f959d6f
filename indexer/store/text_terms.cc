#include "indexer/store/text_terms.h"

#include "indexer/text/tokens.h"

namespace giaidap {

using schema::Channel;

void TextTerms::add(schema::Field field, std::string_view text, Xapian::termcount wdf) {
  const std::string_view toned = prefix(field, Channel::Toned);
  const std::string_view folded = prefix(field, Channel::Folded);
  const std::string_view toned_pair = prefix(field, Channel::TonedPair);
  const std::string_view folded_pair = prefix(field, Channel::FoldedPair);
  const Token* previous = nullptr;
  const std::vector<Token> tokens = tokenize(text);
  for (const Token& token : tokens) {
    wdf_by_term_[schema::term(toned, token.toned)] += wdf;
    wdf_by_term_[schema::term(folded, token.folded)] += wdf;
    if (previous != nullptr && token.joins_previous) {
      wdf_by_term_[schema::pair_term(toned_pair, previous->toned, token.toned)] += wdf;
      wdf_by_term_[schema::pair_term(folded_pair, previous->folded, token.folded)] += wdf;
    }
    previous = &token;
  }
}

// Xapian's document checks at every add_term whether the term is there already; counting first asks it once.
void TextTerms::move_to(Xapian::Document& document) {
  for (const auto& [term, wdf] : wdf_by_term_) document.add_term(term, wdf);
  wdf_by_term_.clear();
}

}  // namespace giaidap
