#include "server/query/understand.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/normalize.h"
#include "server/query/language.h"
#include "server/query/search.h"

namespace giaidap {
namespace {

constexpr double kMostlyMarkedShare = 0.4;  // of words with diacritics; running Vietnamese has about 0.75

struct Quoted {
  ByteRange range;  // between the quotation marks
  bool excluded = false;
};

// Quotation marks that open, each with the ones that close it.
struct QuoteMarks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<QuoteMarks, 4> kQuoteMarks = {{{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}}};

std::uint32_t offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

bool minus_before(std::string_view text, std::size_t at) {
  return at > 0 && text[at - 1] == '-' && (at == 1 || text[at - 2] == ' ' || text[at - 2] == '\n');
}

// The quoted ranges of the text; an unclosed quotation mark is no mark.
std::vector<Quoted> find_quoted(std::string_view text) {
  std::vector<Quoted> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto* marks =
        std::find_if(std::begin(kQuoteMarks), std::end(kQuoteMarks),
                     [&](const QuoteMarks& m) { return text.substr(at, m.open.size()) == m.open; });
    if (marks == std::end(kQuoteMarks)) {
      ++at;
      continue;
    }
    const std::size_t begin = at + marks->open.size();
    const std::size_t end = text.find(marks->close, begin);
    if (end == std::string_view::npos) {
      at = begin;
      continue;
    }
    found.push_back({{offset(begin), offset(end)}, minus_before(text, at)});
    at = end + marks->close.size();
  }
  return found;
}

bool inside(const QueryWord& word, const ByteRange& range) {
  return word.byte_begin >= range.byte_begin && word.byte_end <= range.byte_end;
}

// A range of the query that its writer set apart; words that share a group stand or fall together.
struct Groups {
  std::vector<std::vector<QueryWord>> phrases;
  std::vector<std::vector<QueryWord>> excluded;
  std::vector<QueryWord> plain;
};

Groups sort_words(std::string_view text, const std::vector<QueryWord>& words) {
  const std::vector<Quoted> quoted = find_quoted(text);
  Groups groups;
  std::vector<std::vector<QueryWord>> of_quote(quoted.size());
  bool excluding = false;
  for (const QueryWord& word : words) {
    const auto quote =
        std::find_if(quoted.begin(), quoted.end(), [&](const Quoted& q) { return inside(word, q.range); });
    if (quote != quoted.end()) {
      of_quote[static_cast<std::size_t>(quote - quoted.begin())].push_back(word);
      if (!quote->excluded) groups.plain.push_back(word);
      continue;
    }
    const bool glued = !groups.excluded.empty() && excluding && word.byte_begin > 0 &&
                       text[word.byte_begin - 1] != ' ' && text[word.byte_begin - 1] != '\n';
    excluding = glued || minus_before(text, word.byte_begin);
    if (glued) {
      groups.excluded.back().push_back(word);
    } else if (excluding) {
      groups.excluded.push_back({word});
    } else {
      groups.plain.push_back(word);
    }
  }
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (of_quote[i].empty()) continue;
    (quoted[i].excluded ? groups.excluded : groups.phrases).push_back(std::move(of_quote[i]));
  }
  return groups;
}

void tell_roles(std::vector<QueryWord>& words, const PhraseSet& roles) {
  for (const PhraseMatch& match : roles.find_all(tokens_of(words))) {
    for (std::size_t i = match.token_begin; i < match.token_end; ++i) {
      words[i].role = static_cast<WordRole>(match.id);
      words[i].role_certain = match.exact_tones || match.token_end - match.token_begin > 1;
    }
  }
}

// A query of nothing but courtesy and question words asks for these words.
void keep_some_subject(std::vector<QueryWord>& words) {
  const bool subject = std::any_of(words.begin(), words.end(),
                                   [](const QueryWord& word) { return word.role == WordRole::Content; });
  if (subject) return;
  for (QueryWord& word : words) word.role = WordRole::Content;
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// English has no tones to tell "Hai Phong" by, but capitals.
void trust_capitals(UnderstoodQuery& query) {
  for (PlaceMention& place : query.places) {
    const std::string_view name =
        std::string_view(query.text).substr(place.byte_begin, place.byte_end - place.byte_begin);
    bool starts = true;
    place.sure = place.sure || std::all_of(name.begin(), name.end(), [&](char letter) {
                   const bool good = !starts || is_capital(letter);
                   starts = letter == ' ' || letter == '-';
                   return good;
                 });
  }
}

bool ends_in_word(const UnderstoodQuery& query) {
  return !query.words.empty() && query.words.back().byte_end == query.text.size();
}

}  // namespace

std::vector<QueryWord> words_of(std::string_view normalized) {
  std::vector<QueryWord> words;
  for (Token& token : tokenize(normalized)) {
    QueryWord word;
    word.marked = token.toned != token.folded;
    static_cast<Token&>(word) = std::move(token);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Token> tokens_of(const std::vector<QueryWord>& words) { return {words.begin(), words.end()}; }

UnderstoodQuery understand(std::string_view typed, const QueryTables& tables) {
  UnderstoodQuery query;
  query.text = cut_to_characters(normalize_text(typed), kMaxQueryCharacters);
  Groups groups = sort_words(query.text, words_of(query.text));
  query.words = std::move(groups.plain);
  query.phrases = std::move(groups.phrases);
  query.excluded = std::move(groups.excluded);
  query.numbers = find_document_numbers(query.text);
  query.agencies = tables.agencies.mentions(query.text);
  query.places = tables.agencies.places(query.text);
  query.english = is_english(query.words, tables);
  if (query.english) trust_capitals(query);
  query.asks = tables.intents.of(tokens_of(query.words), query.english);
  if (!query.english) query.counted = tables.intents.counted(tokens_of(query.words));
  const auto marked = std::count_if(query.words.begin(), query.words.end(),
                                    [](const QueryWord& word) { return word.marked; });
  query.mostly_marked =
      static_cast<double>(marked) >= kMostlyMarkedShare * static_cast<double>(query.words.size());
  for (QueryWord& word : query.words) word.exact = word.marked || query.mostly_marked;
  query.may_continue = ends_in_word(query);
  tell_roles(query.words, query.english ? tables.english_roles : tables.vietnamese_roles);
  keep_some_subject(query.words);
  return query;
}

}  // namespace giaidap
