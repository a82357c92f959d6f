#include "indexer/text/phrase_set.h"

#include <algorithm>

#include "indexer/text/name_words.h"

namespace giaidap {
namespace {

// Of matches of one length, those with exact tones if there are any.
void prefer_exact(std::vector<PhraseMatch>& matches) {
  const auto is_loose = [](const PhraseMatch& match) { return !match.exact_tones; };
  if (!std::all_of(matches.begin(), matches.end(), is_loose))
    matches.erase(std::remove_if(matches.begin(), matches.end(), is_loose), matches.end());
}

}  // namespace

void PhraseSet::add(std::string_view phrase, std::uint32_t id) {
  Phrase added{{}, id};
  std::vector<std::string> path;
  for (Token& token : tokenize(phrase)) {
    path.push_back(std::move(token.folded));
    added.toned.push_back(std::move(token.toned));
  }
  if (path.empty()) return;
  const PhraseTrie::Node node = trie_.insert(path);
  for (const std::uint32_t place : trie_.ids(node))
    if (phrases_[place].id == id && phrases_[place].toned == added.toned) return;
  trie_.mark(node, static_cast<std::uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(added));
}

// Appends the longest phrases that begin at a token and gives their length; 0 where there are none.
std::size_t PhraseSet::matches_at(const std::vector<Token>& text, std::size_t at,
                                  std::vector<PhraseMatch>& out) const {
  std::vector<PhraseMatch> longest;
  PhraseTrie::Node node = PhraseTrie::root();
  for (std::size_t end = at; end < text.size() && (end == at || text[end].joins_previous);) {
    const auto next = trie_.next(node, text[end].folded);
    if (!next) break;
    node = *next;
    ++end;
    std::vector<PhraseMatch> matches;
    for (const std::uint32_t place : trie_.ids(node)) {
      const Phrase& phrase = phrases_[place];
      bool fits = true;
      bool exact = true;
      for (std::size_t i = at; i < end && fits; ++i) {
        fits = tone_fits(text[i].toned, text[i].folded, phrase.toned[i - at]);
        exact = exact && text[i].toned == phrase.toned[i - at];
      }
      if (fits) matches.push_back({at, end, phrase.id, exact});
    }
    if (!matches.empty()) longest = std::move(matches);
  }
  if (longest.empty()) return 0;
  prefer_exact(longest);
  out.insert(out.end(), longest.begin(), longest.end());
  return longest.front().token_end - at;
}

std::vector<PhraseMatch> PhraseSet::find_all(const std::vector<Token>& text) const {
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = matches_at(text, at, found);
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

std::vector<std::uint32_t> PhraseSet::lookup(std::string_view phrase) const {
  std::vector<Token> tokens = tokenize(phrase);
  for (Token& token : tokens) token.joins_previous = true;
  std::vector<PhraseMatch> matches;
  std::vector<std::uint32_t> ids;
  if (tokens.empty() || matches_at(tokens, 0, matches) != tokens.size()) return ids;
  for (const PhraseMatch& match : matches) ids.push_back(match.id);
  return ids;
}

}  // namespace giaidap
