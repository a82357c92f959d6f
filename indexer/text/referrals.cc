#include "indexer/text/referrals.h"

#include <algorithm>
#include <cstdint>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostBehind = 5;  // words from phrase to name: ", nhiệm vụ của cơ quan Công an"
constexpr std::size_t kMostBefore = 2;  // words from name to phrase: "Bộ Nội vụ hiện nay đang"
constexpr std::size_t kMostNameWords = 7;  // of a ministry without "Bộ"
constexpr std::size_t kMostLeading = 3;  // words before the name that begins a sentence: "Hiện nay, Bộ ..."

// Words of the sentence that begin in [begin, end).
std::size_t words_between(const std::vector<Token>& words, std::uint32_t begin, std::uint32_t end) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Token& word) {
    return word.byte_begin >= begin && word.byte_begin < end;
  }));
}

// "cơ quan Công an" → "Bộ Công an": where a matter is said to be an authority's, the ministry is meant.
std::vector<AgencyMention> authorities(std::string_view text, const std::vector<Token>& words,
                                       const Agencies& agencies) {
  std::vector<AgencyMention> found;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i].toned != "cơ" || words[i + 1].toned != "quan") continue;
    const std::uint32_t begin = words[i + 2].byte_begin;
    for (std::size_t last = std::min(i + 1 + kMostNameWords, words.size() - 1); last > i + 1; --last) {
      const std::uint32_t end = words[last].byte_end;
      const auto name = agencies.canonical("Bộ " + std::string(text.substr(begin, end - begin)));
      if (!name) continue;
      found.push_back({*name, words[i].byte_begin, end});
      break;
    }
  }
  return found;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

struct Referrals::Sentence {
  std::vector<Token> words;
  std::vector<AgencyMention> agencies;
};

Result<Referrals> Referrals::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "referrals.tsv", {"phrase", "agency"});
  if (!loaded.ok()) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Referrals referrals;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const bool behind = table.cell(row, 1) == "behind";
    if (!behind && table.cell(row, 1) != "before")
      return table.error(row, R"(the agency stands neither "behind" nor "before")");
    const auto id = static_cast<std::uint32_t>(behind ? AgencyStands::Behind : AgencyStands::Before);
    for (const std::string& phrase : split_list(table.cell(row, 0))) referrals.phrases_.add(phrase, id);
  }
  return referrals;
}

bool Referrals::close(const Sentence& sentence, const PhraseMatch& phrase, const AgencyMention& agency) {
  const std::uint32_t begin = sentence.words[phrase.token_begin].byte_begin;
  const std::uint32_t end = sentence.words[phrase.token_end - 1].byte_end;
  if (phrase.id == static_cast<std::uint32_t>(AgencyStands::Behind)) {
    return agency.byte_begin >= end && words_between(sentence.words, end, agency.byte_begin) <= kMostBehind;
  }
  return agency.byte_end <= begin && words_between(sentence.words, agency.byte_end, begin) <= kMostBefore &&
         words_between(sentence.words, 0, agency.byte_begin) <= kMostLeading;
}

std::vector<std::string> Referrals::find(std::string_view answer, const std::vector<std::string>& own,
                                         const Agencies& agencies) const {
  std::vector<std::string> found;
  for (const ByteRange& range : sentences(answer)) {
    const std::string_view text = answer.substr(range.byte_begin, range.byte_end - range.byte_begin);
    Sentence sentence{tokenize(text), agencies.mentions(text)};
    for (AgencyMention& authority : authorities(text, sentence.words, agencies))
      sentence.agencies.push_back(std::move(authority));
    for (const PhraseMatch& phrase : phrases_.find_all(sentence.words)) {
      for (const AgencyMention& agency : sentence.agencies) {
        if (!close(sentence, phrase, agency) || holds(found, agency.name)) continue;
        const Agency* const known = agencies.find(agency.name);
        if (holds(own, agency.name) || (known != nullptr && holds(own, known->parent))) continue;
        found.push_back(agency.name);
      }
    }
  }
  return found;
}

}  // namespace giaidap
