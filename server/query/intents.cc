#include "server/query/intents.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::array<std::string_view, 10> kNames = {"quantity", "money",       "date",     "procedure",
                                                     "signer",   "who",         "petition", "reply",
                                                     "document", "asked_before"};

}  // namespace

std::string_view to_string(Intent intent) { return kNames.at(static_cast<std::size_t>(intent)); }

Result<Intents> Intents::load(const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "intents.tsv", {"phrase", "asks", "language"});
  if (!loaded.ok()) return loaded.error();
  const VocabularyTable& table = loaded.value();
  Intents intents;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto* const name = std::find(kNames.begin(), kNames.end(), table.cell(row, 1));
    if (name == kNames.end()) return table.error(row, "asks for an unknown kind");
    const auto id = static_cast<std::uint32_t>(std::distance(kNames.begin(), name));
    PhraseSet& phrases = table.cell(row, 2) == "en" ? intents.english_ : intents.vietnamese_;
    for (const std::string& phrase : split_list(table.cell(row, 0))) phrases.add(phrase, id);
  }
  return intents;
}

std::set<Intent> Intents::of(const std::vector<Token>& question, bool english) const {
  std::set<Intent> asked;
  for (const PhraseMatch& match : (english ? english_ : vietnamese_).find_all(question))
    asked.insert(static_cast<Intent>(match.id));
  return asked;
}

}  // namespace giaidap
