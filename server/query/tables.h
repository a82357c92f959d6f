// The vocabulary as queries need it. Immutable after loading; shared by all threads.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/agencies.h"
#include "indexer/text/phrase_set.h"
#include "indexer/text/referrals.h"
#include "indexer/text/vocabulary.h"
#include "server/query/intents.h"

namespace giaidap {

// What a word does in a query. Courtesy says nothing about the subject; question words and filler little.
enum class WordRole { Content, Filler, Question, Courtesy };

struct QueryTables {
  Agencies agencies;
  Vocabulary vocabulary;
  // Stop words of one language each, as a toneless "can" or "the" is a stop word only in English; their ids
  // are WordRoles.
  PhraseSet vietnamese_roles;
  PhraseSet english_roles;
  Intents intents;
  Referrals referrals;
  // Stems of English words that the glossary or the stop words know.
  std::unordered_set<std::string> english_stems;
  // Vietnamese words, with and without their tones, that the tables use: no slips, though the index may not
  // have them.
  std::unordered_set<std::string> common_words;

  static Result<QueryTables> load(const std::filesystem::path& vocabulary_dir);
};

}  // namespace giaidap
