#include "indexer/text/name_index.h"

#include <algorithm>
#include <functional>

namespace giaidap {
namespace {

template <typename Member>
bool same(const std::vector<NameWord>& a, const std::vector<NameWord>& b, Member member) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [member](const NameWord& x, const NameWord& y) {
    return std::invoke(member, x) == std::invoke(member, y);
  });
}

bool same_tones(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  return same(a, b, &NameWord::toned);
}

bool same_gaps(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  return same(a, b, &NameWord::gap);
}

}  // namespace

NameIndex::Fit NameIndex::fit(const Spelling& spelling, const NameWord* text) {
  Fit worst = Fit::Exact;
  for (std::size_t i = 0; i < spelling.words.size(); ++i) {
    const NameWord& meant = spelling.words[i];
    if (i > 0 && text[i].gap != Gap::Space && (text[i].gap != Gap::Joiner || meant.gap != Gap::Joiner))
      return Fit::None;
    if (text[i].toned == meant.toned) continue;
    const bool toneless = tone_fits(text[i].toned, text[i].folded, meant.toned);
    worst = std::min(worst, toneless ? Fit::Typed : Fit::Letters);
  }
  return worst;
}

std::optional<std::uint32_t> NameIndex::add(std::string_view spelling, std::uint32_t id) {
  Spelling added{name_words(spelling), id};
  if (added.words.empty()) return std::nullopt;
  std::vector<std::string> path;
  path.reserve(added.words.size());
  for (const NameWord& word : added.words) path.push_back(word.folded);
  const PhraseTrie::Node node = trie_.insert(path);
  for (const std::uint32_t place : trie_.ids(node)) {
    const Spelling& known = spellings_[place];
    if (!same_tones(known.words, added.words)) continue;
    if (known.id != id) return known.id;
    if (same_gaps(known.words, added.words)) return std::nullopt;
  }
  trie_.mark(node, static_cast<std::uint32_t>(spellings_.size()));
  spellings_.push_back(std::move(added));
  return std::nullopt;
}

std::optional<NameMatch> NameIndex::best_of(const std::vector<std::uint32_t>& candidates,
                                            const NameWord* text, Tones tones) const {
  Fit best = tones == Tones::Any ? Fit::Letters : Fit::Typed;
  const Spelling* found = nullptr;
  bool ambiguous = false;
  for (const std::uint32_t candidate : candidates) {
    const Spelling& spelling = spellings_[candidate];
    const Fit now = fit(spelling, text);
    if (now < best || now == Fit::None) continue;
    ambiguous = now == best && found != nullptr && (ambiguous || found->id != spelling.id);
    best = now;
    found = &spelling;
  }
  if (found == nullptr || ambiguous) return std::nullopt;
  return NameMatch{found->words.size(), found->id, best == Fit::Exact};
}

std::optional<NameMatch> NameIndex::longest_at(const std::vector<NameWord>& text, std::size_t from,
                                               Tones tones) const {
  std::optional<NameMatch> longest;
  PhraseTrie::Node node = PhraseTrie::root();
  for (std::size_t at = from; at < text.size(); ++at) {
    const std::optional<PhraseTrie::Node> next = trie_.next(node, text[at].folded);
    if (!next) break;
    node = *next;
    if (trie_.ids(node).empty()) continue;
    if (const auto match = best_of(trie_.ids(node), text.data() + from, tones)) longest = match;
  }
  return longest;
}

}  // namespace giaidap
