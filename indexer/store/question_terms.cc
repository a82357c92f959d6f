#include "indexer/store/question_terms.h"

#include <vector>

#include "indexer/schema/schema.h"
#include "indexer/text/completion_key.h"

namespace giaidap {
namespace {

namespace completion = schema::completion;

constexpr std::size_t kMostWords = 200;  // nobody types what stands further on

}  // namespace

void add_question_terms(Xapian::Document& document, std::string_view question) {
  std::vector<Token> words = tokenize(question);
  if (words.empty()) return;
  if (words.size() > kMostWords) words.resize(kMostWords);
  const std::string key = completion_key(words);
  document.add_boolean_term(schema::term(completion::kStart, cut_key(key, completion::kStartBytes)));
  for (const Token& word : words) document.add_boolean_term(schema::term(completion::kWord, word.folded));
}

}  // namespace giaidap
