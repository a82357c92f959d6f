#include "server/answer/why.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// The words of all that an entry is found by.
class HeldWords {
 public:
  explicit HeldWords(const Entry& entry) {
    add(entry.text);
    add(entry.title);
    add(entry.topic);
    for (const auto* names : {&entry.heading, &entry.agencies, &entry.petitioners}) {
      for (const std::string& name : *names) add(name);
    }
  }

  [[nodiscard]] bool as_typed(const Token& word) const { return toned_.contains(word.toned); }
  [[nodiscard]] bool without_tones(const Token& word) const { return folded_.contains(word.folded); }

  // The words of the phrase side by side, whatever their tones.
  [[nodiscard]] bool phrase(const std::string& phrase) const {
    const std::vector<Token> wanted = tokenize(normalize_text(phrase));
    const auto same = [](const Token& a, const Token& b) { return a.folded == b.folded; };
    return !wanted.empty() &&
           std::search(all_.begin(), all_.end(), wanted.begin(), wanted.end(), same) != all_.end();
  }

 private:
  void add(const std::string& text) {
    for (Token& word : tokenize(normalize_text(text))) {
      toned_.insert(word.toned);
      folded_.insert(word.folded);
      all_.push_back(std::move(word));
    }
  }

  std::vector<Token> all_;
  std::unordered_set<std::string> toned_;
  std::unordered_set<std::string> folded_;
};

std::string searched_text(const SearchRequest& request, const SearchResponse& response) {
  if (!response.interpreted.read_as.empty()) return response.interpreted.read_as;
  return response.corrected.value_or(request.q);
}

std::vector<Expansion> held_wordings(const std::vector<Expansion>& expansions, const HeldWords& held) {
  std::vector<Expansion> through;
  for (const Expansion& expansion : expansions) {
    Expansion kept{expansion.from, {}, expansion.why};
    for (const std::string& wording : expansion.to) {
      if (held.phrase(wording)) kept.to.push_back(wording);
    }
    if (!kept.to.empty()) through.push_back(std::move(kept));
  }
  return through;
}

// The folded words of what was typed for the wordings that an entry holds.
std::unordered_set<std::string> words_of(const std::vector<Expansion>& through) {
  std::unordered_set<std::string> words;
  for (const Expansion& expansion : through) {
    for (const Token& word : tokenize(normalize_text(expansion.from))) words.insert(word.folded);
  }
  return words;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> both(const std::vector<std::string>& named, const std::vector<std::string>& own) {
  std::vector<std::string> common;
  for (const std::string& name : named) {
    if (contains(own, name)) common.push_back(name);
  }
  return common;
}

std::vector<std::string> held_numbers(const std::vector<std::string>& named, const SearchHit& hit) {
  std::unordered_set<std::string> keys{number_key(hit.dispatch.number.value_or(""))};
  for (const std::string& cited : hit.entry.cites) keys.insert(number_key(cited));
  std::vector<std::string> held;
  for (const std::string& number : named) {
    if (keys.contains(number_key(number))) held.push_back(number);
  }
  return held;
}

}  // namespace

Reasons::Reasons(const SearchRequest& request, const SearchResponse& response, const QueryTables& tables)
    : interpreted_(response.interpreted), query_(understand(searched_text(request, response), tables)) {}

Why Reasons::of(const SearchHit& hit) const {
  const HeldWords held(hit.entry);
  Why why;
  why.through = held_wordings(interpreted_.expansions, held);
  why.agencies = both(interpreted_.agencies, hit.entry.agencies);
  why.numbers = held_numbers(interpreted_.numbers, hit);
  const std::unordered_set<std::string> reworded = words_of(why.through);
  std::uint32_t run_end = 0;  // where the last stretch of words held as typed ends
  for (const QueryWord& word : query_.words) {
    const std::string typed = query_.text.substr(word.byte_begin, word.byte_end - word.byte_begin);
    if (word.role != WordRole::Content) continue;
    if (held.as_typed(word)) {
      const bool joins = !why.words.empty() && word.joins_previous && word.byte_begin == run_end + 1;
      joins ? void(why.words.back() += ' ' + typed) : why.words.push_back(typed);
      run_end = word.byte_end;
    } else if (reworded.contains(word.folded)) {
      continue;
    } else if (held.without_tones(word)) {
      why.without_tones.push_back(typed);
    } else {
      why.missing.push_back(typed);
    }
  }
  return why;
}

}  // namespace giaidap
