#include "server/query/intents.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::array<std::string_view, 11> kNames = {"quantity", "money",        "date",     "procedure",
                                                     "signer",   "who",          "petition", "reply",
                                                     "document", "asked_before", "person"};

constexpr std::string_view kGap = "…";

}  // namespace

std::string_view to_string(Intent intent) { return kNames.at(static_cast<std::size_t>(intent)); }

void Intents::add(Phrases& phrases, const std::string& phrase, Intent intent) {
  const std::size_t gap = phrase.find(kGap);
  if (gap == std::string::npos) return phrases.whole.add(phrase, static_cast<std::uint32_t>(intent));
  const auto first = static_cast<std::uint32_t>(2 * phrases.gapped.size());
  phrases.parts.add(phrase.substr(0, gap), first);
  phrases.parts.add(phrase.substr(gap + kGap.size()), first + 1);
  phrases.gapped.push_back(intent);
}

Result<Intents> Intents::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "intents.tsv", {"phrase", "asks", "language"});
  if (!loaded.ok()) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Intents intents;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto* const name = std::find(kNames.begin(), kNames.end(), table.cell(row, 1));
    if (name == kNames.end()) return table.error(row, "asks for an unknown kind");
    const auto intent = static_cast<Intent>(std::distance(kNames.begin(), name));
    Phrases& phrases = table.cell(row, 2) == "en" ? intents.english_ : intents.vietnamese_;
    for (const std::string& phrase : split_list(table.cell(row, 0))) add(phrases, phrase, intent);
  }
  return intents;
}

std::set<Intent> Intents::of(const std::vector<Token>& question, bool english) const {
  const Phrases& phrases = english ? english_ : vietnamese_;
  std::set<Intent> asked;
  for (const PhraseMatch& match : phrases.whole.find_all(question))
    asked.insert(static_cast<Intent>(match.id));
  // A single syllable is common in other tones: "quốc gia" names no "giá".
  std::vector<PhraseMatch> parts = phrases.parts.find_all(question);
  std::erase_if(parts, [](const PhraseMatch& part) {
    return !part.exact_tones && part.token_end - part.token_begin == 1;
  });
  for (const PhraseMatch& first : parts) {
    const bool met =
        first.id % 2 == 0 && std::any_of(parts.begin(), parts.end(), [&](const PhraseMatch& second) {
          return second.id == first.id + 1 && second.token_begin >= first.token_end;
        });
    if (met) asked.insert(phrases.gapped[first.id / 2]);
  }
  if (asked.contains(Intent::Money)) asked.erase(Intent::Quantity);
  return asked;
}

std::string Intents::counted(const std::vector<Token>& question) const {
  for (const PhraseMatch& match : vietnamese_.whole.find_all(question)) {
    const bool asks = static_cast<Intent>(match.id) == Intent::Quantity;
    if (asks && match.token_end < question.size() && question[match.token_end].joins_previous)
      return question[match.token_end].folded;
  }
  return "";
}

}  // namespace giaidap
