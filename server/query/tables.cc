#include "server/query/tables.h"

#include <map>
#include <utility>

#include "indexer/text/english_stem.h"
#include "indexer/text/tokens.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

const std::map<std::string_view, WordRole> kRoles = {
    {"courtesy", WordRole::Courtesy}, {"question", WordRole::Question}, {"filler", WordRole::Filler}};

void add_stems(std::unordered_set<std::string>& stems, std::string_view phrase) {
  for (const Token& word : tokenize(phrase)) stems.insert(english_stem(word.folded));
}

Result<Unit> add_roles(QueryTables& tables, const std::filesystem::path& vocabulary_dir) {
  auto loaded = VocabularyTable::load(vocabulary_dir / "stopwords.tsv", {"phrase", "kind", "language"});
  if (!loaded.ok()) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto role = kRoles.find(table.cell(row, 1));
    if (role == kRoles.end()) return table.error(row, "has an unknown kind");
    const bool english = table.cell(row, 2) == "en";
    for (const std::string& phrase : split_list(table.cell(row, 0))) {
      (english ? tables.english_roles : tables.vietnamese_roles)
          .add(phrase, static_cast<std::uint32_t>(role->second));
      if (english) add_stems(tables.english_stems, phrase);
    }
  }
  return Unit{};
}

void add_words(std::unordered_set<std::string>& words, std::string_view phrase) {
  for (const Token& word : tokenize(phrase)) words.insert({word.toned, word.folded});
}

Result<Unit> add_common_words(QueryTables& tables, const std::filesystem::path& vocabulary_dir) {
  const auto loaded = VocabularyTable::load(vocabulary_dir / "common_words.tsv", {"words"});
  if (!loaded.ok()) return loaded.error();
  for (std::size_t row = 0; row < loaded.value().size(); ++row) {
    add_words(tables.common_words, loaded.value().cell(row, 0));
  }
  for (const SynonymGroup& group : tables.vocabulary.synonyms.groups()) {
    for (const std::string& phrase : group.official) add_words(tables.common_words, phrase);
    for (const std::string& phrase : group.everyday) add_words(tables.common_words, phrase);
  }
  return Unit{};
}

}  // namespace

Result<QueryTables> QueryTables::load(const std::filesystem::path& vocabulary_dir) {
  Result<Agencies> agencies = Agencies::load(vocabulary_dir);
  if (!agencies.ok()) return agencies.error();
  Result<Vocabulary> vocabulary = Vocabulary::load(vocabulary_dir);
  if (!vocabulary.ok()) return vocabulary.error();
  Result<Intents> intents = Intents::load(vocabulary_dir);
  if (!intents.ok()) return intents.error();
  Result<Referrals> referrals = Referrals::load(vocabulary_dir);
  if (!referrals.ok()) return referrals.error();
  QueryTables tables{std::move(agencies).value(), std::move(vocabulary).value(), {}, {},
                     std::move(intents).value(),  std::move(referrals).value(),  {}, {}};
  if (const Result<Unit> roles = add_roles(tables, vocabulary_dir); !roles.ok()) return roles.error();
  if (const Result<Unit> words = add_common_words(tables, vocabulary_dir); !words.ok()) return words.error();
  std::unordered_set<std::string> vietnamese;  // names that both languages use: "VNeID"
  for (const GlossaryEntry& entry : tables.vocabulary.glossary.all()) {
    for (const std::string& wording : entry.english) add_stems(tables.english_stems, wording);
    for (const std::string& wording : entry.vietnamese) add_stems(vietnamese, wording);
  }
  for (const std::string& name : vietnamese) tables.english_stems.erase(name);
  return tables;
}

}  // namespace giaidap
