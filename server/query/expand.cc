#include "server/query/expand.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

#include "indexer/text/normalize.h"
#include "server/query/language.h"

namespace giaidap {
namespace {

// Chosen by measurement on judged queries: worth against a word of the subject.
constexpr double kQuestionFactor = 0.15;     // of question words
constexpr double kFillerFactor = 0.2;        // of filler
constexpr double kUncertainFactor = 0.4;     // of a toneless word that may be a stop word
constexpr double kOtherWordingFactor = 0.9;  // of abbreviations, synonyms and names against the words typed
constexpr double kLaterTranslation = 0.9;    // of each further translation against the one before
constexpr double kUntranslatedFactor = 0.3;  // of an English word that the glossary lacks and that is no name

constexpr std::size_t kTellingShortForm = 3;  // bytes of an abbreviation that means one thing

// Another way of saying some words of the query.
struct OtherWording {
  std::string text;
  std::string why;
  double factor = 1;
  [[nodiscard]] bool equal() const { return why == "abbreviation" || why == "agency"; }
};

// What the vocabulary knows of a stretch of the query.
struct Known {
  std::size_t words = 0;
  std::vector<OtherWording> others;
  bool replaces = false;  // what was typed is no Vietnamese and is not searched for
};

// By the place of the stretch's first word; the longest stretch wins.
using KnownAt = std::map<std::size_t, Known>;

void note_known(KnownAt& known, std::size_t begin, std::size_t end, OtherWording other,
                bool replaces = false) {
  Known& here = known[begin];
  if (end - begin < here.words) return;
  if (end - begin > here.words) here = {end - begin, {}, replaces};
  here.others.push_back(std::move(other));
}

// Abbreviations of phrases in the query that can hardly mean anything else: "TTHC", not "HS"; those of single
// words are chat, which dispatches do not speak.
std::vector<OtherForm> telling_short_forms(const std::vector<Token>& tokens,
                                           const Abbreviations& abbreviations) {
  std::vector<OtherForm> forms = abbreviations.short_forms_in(tokens);
  const auto vague = [&](const OtherForm& form) {
    return form.token_end - form.token_begin == 1 || form.text.size() < kTellingShortForm ||
           abbreviations.expansions(form.text).size() > 1;
  };
  forms.erase(std::remove_if(forms.begin(), forms.end(), vague), forms.end());
  return forms;
}

KnownAt know_vietnamese(const std::vector<Token>& tokens, const Vocabulary& vocabulary,
                        const Abbreviations& defined) {
  KnownAt known;
  const auto note_all = [&](const std::vector<OtherForm>& forms, const char* why) {
    for (const OtherForm& form : forms) {
      // One toneless syllable has too many readings; "dkks" is none.
      if (!form.exact_tones && form.token_end - form.token_begin == 1 &&
          may_be_vietnamese_syllable(tokens[form.token_begin].folded))
        continue;
      note_known(known, form.token_begin, form.token_end, {form.text, why, kOtherWordingFactor});
    }
  };
  for (const Abbreviations* abbreviations : {&vocabulary.abbreviations, &defined}) {
    note_all(abbreviations->expansions_in(tokens), "abbreviation");
    note_all(telling_short_forms(tokens, *abbreviations), "abbreviation");
  }
  note_all(vocabulary.synonyms.in(tokens), "synonym");
  return known;
}

KnownAt know_english(const std::vector<Token>& tokens, const Vocabulary& vocabulary) {
  KnownAt known;
  for (const Translation& translation : vocabulary.glossary.translate(tokens)) {
    double factor = 1;
    for (const std::string& text : translation.entry->vietnamese) {
      note_known(known, translation.token_begin, translation.token_end, {text, "translation", factor}, true);
      factor *= kLaterTranslation;
    }
  }
  return known;
}

bool same_words(const std::vector<QueryWord>& a, const std::vector<QueryWord>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const QueryWord& x, const QueryWord& y) {
    return x.marked && y.marked ? x.toned == y.toned : x.folded == y.folded;
  });
}

class Expander {
 public:
  Expander(const UnderstoodQuery& query, const QueryTables& tables, const Abbreviations& defined)
      : query_(query) {
    const std::vector<Token> tokens = tokens_of(query.words);
    known_ = query.english ? know_english(tokens, tables.vocabulary)
                           : know_vietnamese(tokens, tables.vocabulary, defined);
    for (const AgencyMention& agency : query.agencies) know_agency(agency);
  }

  ExpandedQuery run() {
    for (std::size_t at = 0; at < query_.words.size();) {
      const auto known = known_.find(at);
      at += known == known_.end() || in_number(query_.words[at]) ? take_plain(at)
                                                                 : take_known(at, known->second);
    }
    return std::move(expanded_);
  }

 private:
  void know_agency(const AgencyMention& agency) {
    const auto& words = query_.words;
    const auto first = std::find_if(words.begin(), words.end(), [&](const QueryWord& word) {
      return word.byte_begin == agency.byte_begin;
    });
    const auto last = std::find_if(first, words.end(),
                                   [&](const QueryWord& word) { return word.byte_end > agency.byte_end; });
    if (first == last) return;
    note_known(known_, static_cast<std::size_t>(first - words.begin()),
               static_cast<std::size_t>(last - words.begin()), {agency.name, "agency", kOtherWordingFactor});
  }

  // Both make a segment of the words from `at` and return how many they took.
  std::size_t take_plain(std::size_t at) {
    const QueryWord& word = query_.words[at];
    const double factor = factor_of(word);
    if (factor > 0) expanded_.segments.push_back({{Wording{{word}, 1, false}}, factor});
    return 1;
  }

  std::size_t take_known(std::size_t at, const Known& known) {
    const auto begin = query_.words.begin() + static_cast<std::ptrdiff_t>(at);
    const std::vector<QueryWord> typed(begin, begin + static_cast<std::ptrdiff_t>(known.words));
    Segment segment;
    segment.as_typed = !known.replaces;
    if (segment.as_typed) segment.wordings.push_back({typed, 1, known.others.front().equal()});
    for (const OtherWording& other : known.others) add_wording(segment, typed, other);
    // "không" is a question word by whatever other name.
    segment.factor = 0;
    for (const QueryWord& word : typed)
      segment.factor =
          std::max(segment.factor, known.replaces && word.role == WordRole::Content ? 1 : factor_of(word));
    const bool shortened = typed.size() == 1 && known.others.front().equal();
    segment.model = shortened && segment.wordings.size() > 1 ? 1 : 0;
    if (segment.factor > 0 && !segment.wordings.empty()) expanded_.segments.push_back(std::move(segment));
    return known.words;
  }

  void add_wording(Segment& segment, const std::vector<QueryWord>& typed, const OtherWording& other) {
    Wording wording{words_of(normalize_text(other.text)), other.factor, other.equal()};
    const bool there = std::any_of(segment.wordings.begin(), segment.wordings.end(),
                                   [&](const Wording& w) { return same_words(w.words, wording.words); });
    if (wording.words.empty() || there) return;
    for (QueryWord& word : wording.words)
      word.marked = word.exact = true;  // the vocabulary writes what it means
    segment.wordings.push_back(std::move(wording));
    tell(query_.text.substr(typed.front().byte_begin, typed.back().byte_end - typed.front().byte_begin),
         other);
  }

  void tell(std::string from, const OtherWording& other) {
    auto& told = expanded_.expansions;
    const auto known = std::find_if(told.begin(), told.end(), [&](const Expansion& expansion) {
      return expansion.from == from && expansion.why == other.why;
    });
    if (known == told.end()) {
      told.push_back({std::move(from), {other.text}, other.why});
    } else if (std::find(known->to.begin(), known->to.end(), other.text) == known->to.end()) {
      known->to.push_back(other.text);
    }
  }

  [[nodiscard]] double factor_of(const QueryWord& word) const {
    if (!word.role_certain) return kUncertainFactor;
    switch (word.role) {
      case WordRole::Courtesy:
        return 0;
      case WordRole::Question:
        return kQuestionFactor;
      case WordRole::Filler:
        return kFillerFactor;
      case WordRole::Content:
        break;
    }
    return query_.english && !is_name(word) ? kUntranslatedFactor : 1;
  }

  [[nodiscard]] bool in_number(const QueryWord& word) const {
    return std::any_of(query_.numbers.begin(), query_.numbers.end(), [&](const DocumentNumber& number) {
      return word.byte_begin >= number.byte_begin && word.byte_end <= number.byte_end;
    });
  }

  // Within an English question: written with a capital, a digit or a diacritic.
  [[nodiscard]] bool is_name(const QueryWord& word) const {
    if (word.marked) return true;
    const std::string_view written(query_.text.data() + word.byte_begin, word.byte_end - word.byte_begin);
    return std::any_of(written.begin(), written.end(), [](unsigned char c) {
      return c < 0x80 && (std::isupper(c) != 0 || std::isdigit(c) != 0);
    });
  }

  const UnderstoodQuery& query_;
  KnownAt known_;
  ExpandedQuery expanded_;
};

}  // namespace

ExpandedQuery expand(const UnderstoodQuery& query, const QueryTables& tables, const Abbreviations& defined) {
  return Expander(query, tables, defined).run();
}

}  // namespace giaidap
