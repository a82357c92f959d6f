#include "indexer/text/agency_scanner.h"

#include <algorithm>
#include <optional>

namespace giaidap {
namespace {

using Words = std::vector<NameWord>;
using In = AgencyScanner::In;

constexpr std::size_t kLettersToGuess = 6;  // a shorter name one letter off may be anything

// True where a and b differ by at most one letter put in, left out or changed. Both ASCII.
bool one_letter_off(const std::string& a, const std::string& b) {
  if (a.size() > b.size()) return one_letter_off(b, a);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto rest_a = a.size() == b.size() && in_a != a.end() ? in_a + 1 : in_a;
  return std::equal(rest_a, a.end(), in_b == b.end() ? in_b : in_b + 1, b.end());
}

bool words_at(const Words& words, std::size_t from, const Words& phrase) {
  if (from + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const NameWord& word = words[from + i];
    if (word.folded != phrase[i].folded || !tone_fits(word.toned, word.folded, phrase[i].toned)) return false;
  }
  return true;
}

class Scan {
 public:
  Scan(const AgencyScanner& known, const Words& words, In where)
      : known_(known),
        words_(words),
        where_(where),
        tones_(where == In::Cell ? Tones::Any : Tones::AsTypedOrNone) {}

  std::vector<AgencyHit> run() && {
    for (std::size_t at = 0; at < words_.size();) at = step(at);
    return std::move(hits_);
  }

 private:
  // Takes what begins at a word; the word after it.
  std::size_t step(std::size_t at) {
    if (const auto name = name_at(at)) {
      const std::size_t end = at + name->words;
      if (const NameIndex* members = members_of(name->id)) {
        const std::size_t list_end = take_list(end, *members);
        if (list_end != end) return list_end;
      }
      hits_.push_back({name->id, at, end});
      return end;
    }
    if (where_ == In::Cell && begins_item(at)) {
      if (const auto place = province_item(at)) return take(at, *place);
    }
    return at + 1;
  }

  std::size_t take(std::size_t at, const NameMatch& match) {
    hits_.push_back({match.id, at, at + match.words});
    return at + match.words;
  }

  // Bare members after a collective head, up to the first word that is none; `at` where there are none. In
  // running text one bare word is no list: "các bộ, ngành xây dựng kế hoạch".
  std::size_t take_list(std::size_t head_end, const NameIndex& members) {
    std::size_t at = head_end;
    if (at == words_.size() || (words_[at].gap != Gap::Opens && words_[at].gap != Gap::Space)) return at;
    const std::size_t hits_before = hits_.size();
    bool more = true;
    while (more && at < words_.size()) {
      const auto member = member_at(at, members);
      if (!member) break;
      at = take(at, *member);
      more = at < words_.size() && (words_[at].gap == Gap::Joiner || words_[at].gap == Gap::Semicolon);
    }
    const bool is_word = where_ == In::Text && hits_.size() == hits_before + 1 && !name_at(head_end) &&
                         &members == &known_.ministries;
    if (!is_word) return at;
    hits_.pop_back();
    return head_end;
  }

  [[nodiscard]] std::optional<NameMatch> member_at(std::size_t at, const NameIndex& members) const {
    auto name = name_at(at);
    if (name && members_of(name->id) != nullptr) name.reset();
    const auto bare = members.longest_at(words_, at, tones_);
    if (bare && (!name || bare->words > name->words)) return bare;
    if (name || where_ == In::Text || &members != &known_.provinces) return name;
    return province_item(at);
  }

  [[nodiscard]] std::optional<NameMatch> name_at(std::size_t at) const {
    const auto name = known_.names.longest_at(words_, at, tones_);
    if (!name || in_compound(at, at + name->words)) return std::nullopt;
    return name;
  }

  [[nodiscard]] bool in_compound(std::size_t begin, std::size_t end) const {
    std::string whole = words_[begin].folded;
    if (compound_of(whole, begin, end)) return true;
    for (std::size_t i = begin + 1; i < end; ++i) whole.append(" ").append(words_[i].folded);
    return end > begin + 1 && compound_of(whole, begin, end);
  }

  [[nodiscard]] bool compound_of(const std::string& key, std::size_t begin, std::size_t end) const {
    const auto found = known_.compounds.find(key);
    if (found == known_.compounds.end()) return false;
    const Compound& compound = found->second;
    const auto precedes = [&](const Words& phrase) {
      return words_[begin].gap == Gap::Space && begin >= phrase.size() &&
             words_at(words_, begin - phrase.size(), phrase);
    };
    const auto follows = [&](const Words& phrase) {
      return end < words_.size() && words_[end].gap == Gap::Space && words_at(words_, end, phrase);
    };
    return std::any_of(compound.not_after.begin(), compound.not_after.end(), precedes) ||
           std::any_of(compound.not_before.begin(), compound.not_before.end(), follows);
  }

  [[nodiscard]] const NameIndex* members_of(std::uint32_t id) const {
    const std::string& kind = known_.agencies[id].kind;
    if (kind == kAllMinistries) return &known_.ministries;
    if (kind == kAllCommittees || (kind == kAllProvinces && where_ == In::Cell)) return &known_.provinces;
    return nullptr;
  }

  [[nodiscard]] bool begins_item(std::size_t at) const { return words_[at].gap != Gap::Space; }

  [[nodiscard]] bool ends_item(std::size_t end) const {
    return end == words_.size() || words_[end].gap != Gap::Space;
  }

  // A province that is a whole item of a cell's list; also one letter off, where no second one is as near.
  [[nodiscard]] std::optional<NameMatch> province_item(std::size_t at) const {
    const auto exact = known_.provinces.longest_at(words_, at, Tones::Any);
    if (exact && ends_item(at + exact->words)) return exact;
    std::string letters = words_[at].folded;
    std::size_t end = at + 1;
    for (; !ends_item(end); ++end) letters += words_[end].folded;
    if (letters.size() < kLettersToGuess) return std::nullopt;
    std::optional<std::uint32_t> nearest;
    for (const auto& [name, id] : known_.province_letters) {
      if (!one_letter_off(letters, name)) continue;
      if (nearest && *nearest != id) return std::nullopt;
      nearest = id;
    }
    if (!nearest) return std::nullopt;
    return NameMatch{end - at, *nearest, false};
  }

  const AgencyScanner& known_;
  const Words& words_;
  In where_;
  Tones tones_;
  std::vector<AgencyHit> hits_;
};

}  // namespace

std::vector<AgencyHit> AgencyScanner::scan(const std::vector<NameWord>& words, In where) const {
  return Scan(*this, words, where).run();
}

}  // namespace giaidap
