// Typed queries and pasted letters → what they mean and its other wordings.
#include "indexer/text/normalize.h"
#include "server/query/expand.h"
#include "server/query/letter_parts.h"
#include "server/query/search.h"
#include "server/query/understand.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

namespace {

const giaidap::QueryTables& tables() {
  static const auto kTables = giaidap::QueryTables::load("corpus/vocabulary");
  require(kTables.ok(), "the vocabulary is read (start from the project's folder)");
  return kTables.value();
}

void check_words(const std::vector<giaidap::QueryWord>& words, const std::string& text) {
  for (const giaidap::QueryWord& word : words) {
    require(word.byte_begin < word.byte_end && word.byte_end <= text.size(), "words stand in the text");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view typed = giaidap::fuzz::bytes_of(data, size);
  const giaidap::UnderstoodQuery query = giaidap::understand(typed, tables());
  require(giaidap::is_valid_utf8(query.text), "the query is UTF-8");
  check_words(query.words, query.text);
  for (const auto* groups : {&query.phrases, &query.excluded}) {
    for (const auto& words : *groups) {
      require(!words.empty(), "phrases have words");
      check_words(words, query.text);
    }
  }
  const giaidap::ExpandedQuery expanded = giaidap::expand(query, tables(), giaidap::Abbreviations::of({}));
  for (const giaidap::Segment& segment : expanded.segments) {
    require(segment.model < segment.wordings.size(), "the model is one of the wordings");
  }
  const auto parts = giaidap::letter_parts(giaidap::normalize_text(typed));
  require(parts.size() <= giaidap::kMaxLetterParts, "letters have a bounded number of parts");
  return 0;
}
