#include "server/query/question_completions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/text/completion_key.h"
#include "indexer/text/normalize.h"
#include "server/query/intersect.h"
#include "server/query/statistics.h"
#include "server/query/stored_entry.h"

namespace giaidap {
namespace {

namespace completion = schema::completion;

constexpr std::size_t kMostOfOneKind = 24;    // records read for one reading and way to match
constexpr std::size_t kMostFound = 240;       // of which these are chosen
constexpr std::size_t kMostEndings = 8;       // of an unfinished word
constexpr std::size_t kMostCharacters = 120;  // of a completion

std::string word_term(const std::string& word) { return schema::term(completion::kWord, word); }

std::string pair_term(const std::string& first, const std::string& second) {
  return schema::pair_term(prefix(schema::Field::Body, schema::Channel::FoldedPair), first, second);
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Words [begin, end) of a question.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// As much of a question as a completion may show, words whole.
class Shown {
 public:
  Shown(std::string_view text, const std::vector<Token>& words) : text_(text), words_(words) {}

  // With these words in it: from the question's beginning, or that of their sentence, or from them to their
  // sentence's end. Empty where they stand too far apart.
  [[nodiscard]] std::string around(const WordRange& range) const {
    if (fits(0, range.end)) return cut({0, words_.size()});
    const WordRange sentence = sentence_at(range.begin);
    const std::size_t end = std::max(sentence.end, range.end);
    if (fits(sentence.begin, range.end)) return cut({sentence.begin, end});
    return fits(range.begin, range.end) ? cut({range.begin, end}) : "";
  }

 private:
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return text_.substr(words_[begin].byte_begin, words_[end - 1].byte_end - words_[begin].byte_begin);
  }
  [[nodiscard]] bool fits(std::size_t begin, std::size_t end) const {
    return count_characters(between(begin, end)) <= kMostCharacters;
  }

  [[nodiscard]] WordRange sentence_at(std::size_t word) const {
    const std::uint32_t at = words_[word].byte_begin;
    for (const ByteRange& sentence : sentences(text_)) {
      if (sentence.byte_end > at) return {first_from(sentence.byte_begin), first_from(sentence.byte_end)};
    }
    return {0, words_.size()};
  }
  [[nodiscard]] std::size_t first_from(std::uint32_t byte) const {
    const auto found = std::find_if(words_.begin(), words_.end(),
                                    [byte](const Token& word) { return word.byte_begin >= byte; });
    return static_cast<std::size_t>(found - words_.begin());
  }

  [[nodiscard]] std::string cut(WordRange range) const {
    std::size_t end = range.begin + 1;
    while (end < range.end && fits(range.begin, end + 1)) ++end;
    return squeeze(between(range.begin, end));
  }

  std::string_view text_;
  const std::vector<Token>& words_;
};

// Where the words stand for whose sake a question is offered; nullopt where it is not.
std::optional<WordRange> matched(const std::vector<Token>& words, const TypedText& typed,
                                 CompletionMatch match) {
  if (match != CompletionMatch::HasWords) {
    const auto at = typed.find_in(words);
    if (!at || (match == CompletionMatch::Begins && *at != 0)) return std::nullopt;
    return WordRange{*at, *at + typed.words.size()};
  }
  WordRange range{words.size(), 0};
  for (std::size_t i = 0; i < typed.words.size(); ++i) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Token& word) { return typed.is_word(i, word.folded); });
    if (found == words.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - words.begin());
    range = {std::min(range.begin, at), std::max(range.end, at + 1)};
  }
  return range;
}

}  // namespace

void QuestionCompletions::read(Xapian::docid entry, const TypedText& typed, CompletionCandidate candidate,
                               std::vector<CompletionCandidate>& out) {
  if (records_left_ == 0) return;
  --records_left_;
  const std::optional<Entry> record = read_entry(db_, entry);
  if (!record || !record->question) return;
  const std::vector<Token> words = tokenize(*record->question);
  const std::optional<WordRange> found = matched(words, typed, candidate.match);
  if (!found) return;
  std::string shown = Shown(*record->question, words).around(*found);
  if (shown.empty() || completion_key(shown) == typed.key() + ' ') return;  // nothing, or nothing new
  candidate.completion = {CompletionKind::Question, std::move(shown), record->name};
  out.push_back(std::move(candidate));
}

// The newest of them: document numbers would tell by how the index is cut into shards.
std::vector<Xapian::docid> QuestionCompletions::newest(std::vector<Xapian::docid> entries) const {
  std::sort(entries.begin(), entries.end(),
            [&](Xapian::docid a, Xapian::docid b) { return columns_.place(a) < columns_.place(b); });
  entries.resize(std::min(entries.size(), kMostOfOneKind));
  return entries;
}

std::vector<CompletionCandidate> QuestionCompletions::beginning_with(const TypedText& typed) {
  const std::string key = typed.key();
  const std::string beginning = schema::term(completion::kStart, cut_key(key, completion::kStartBytes));
  std::vector<CompletionCandidate> candidates;
  for (const auto& term : TermStatistics(db_).commonest(beginning, kMostOfOneKind)) {
    const std::vector<Xapian::docid> entries =
        newest(intersect(db_, lists_, {term.text}, kMostFound, postings_left_));
    if (entries.empty()) continue;
    read(entries.front(), typed, {{}, CompletionMatch::Begins, term.entries}, candidates);
  }
  return candidates;
}

std::vector<CompletionCandidate> QuestionCompletions::with_all(std::vector<std::string> terms,
                                                               const TypedText& typed,
                                                               CompletionMatch match) {
  std::vector<CompletionCandidate> candidates;
  for (const Xapian::docid entry :
       newest(intersect(db_, lists_, std::move(terms), kMostFound, postings_left_))) {
    read(entry, typed, {{}, match, 1}, candidates);
  }
  return candidates;
}

// The unfinished word may become any of the terms that begin so: the most common ones, one after the other.
std::vector<CompletionCandidate> QuestionCompletions::with_endings(const std::vector<std::string>& terms,
                                                                   const std::string& beginning,
                                                                   const TypedText& typed,
                                                                   CompletionMatch match) {
  std::vector<CompletionCandidate> candidates;
  for (const auto& ending : TermStatistics(db_).commonest(beginning, kMostEndings)) {
    if (candidates.size() >= kMostOfOneKind) break;
    std::vector<std::string> all = terms;
    all.push_back(ending.text);
    for (CompletionCandidate& found : with_all(std::move(all), typed, match)) {
      candidates.push_back(std::move(found));
    }
  }
  return candidates;
}

std::vector<CompletionCandidate> QuestionCompletions::containing(const TypedText& typed) {
  const std::vector<std::string>& words = typed.words;
  if (words.size() == 1) return with_words(typed);
  std::vector<std::string> terms;
  const std::size_t whole = words.size() - (typed.last_open ? 1 : 0);
  for (std::size_t i = 0; i < whole; ++i) {
    terms.push_back(word_term(words[i]));
    if (i > 0) terms.push_back(pair_term(words[i - 1], words[i]));
  }
  if (!typed.last_open) return with_all(std::move(terms), typed, CompletionMatch::Contains);
  const std::string last_pair = pair_term(words[words.size() - 2], words.back());
  return with_endings(terms, last_pair, typed, CompletionMatch::Contains);
}

std::vector<CompletionCandidate> QuestionCompletions::with_words(const TypedText& typed) {
  const CompletionMatch match =
      typed.words.size() == 1 ? CompletionMatch::Contains : CompletionMatch::HasWords;
  std::vector<std::string> terms;
  for (const std::string& word : typed.words) terms.push_back(word_term(word));
  if (!typed.last_open) return with_all(std::move(terms), typed, match);
  const std::string beginning = std::move(terms.back());
  terms.pop_back();
  return with_endings(terms, beginning, typed, match);
}

}  // namespace giaidap
