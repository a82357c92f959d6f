#include "server/api/suggest.h"

#include "indexer/text/normalize.h"
#include "server/api/labels.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxSuggestions = 8;
constexpr int kQuestions = 8;
constexpr std::size_t kMaxCharacters = 120;

// True where the words typed, tones aside, stand in the text at the beginning of a word.
bool begins_like(const std::string& folded_text, const std::string& folded_typed) {
  for (std::size_t at = folded_text.find(folded_typed); at != std::string::npos;
       at = folded_text.find(folded_typed, at + 1)) {
    if (at == 0 || folded_text[at - 1] == ' ') return true;
  }
  return false;
}

class Collector {
 public:
  explicit Collector(const std::string& typed) : typed_(squeeze(fold(normalize_text(typed)))) {}

  void offer_facet(const std::vector<FacetCount>& values, const std::string& name) {
    for (const FacetCount& value : values) {
      if (begins_like(squeeze(fold(value.value)), typed_)) {
        add({value.value, name, "/" + query_string({{name, value.value}})});
      }
    }
  }

  void offer_question(const SearchHit& hit) {
    const std::string& question = hit.entry.question.value_or("");
    if (!question.empty()) add({shortened(question, kMaxCharacters), "question", entry_url(hit.entry.name)});
  }

  [[nodiscard]] std::vector<Suggestion> take() && { return std::move(suggestions_); }

 private:
  void add(Suggestion suggestion) {
    if (suggestions_.size() < kMaxSuggestions) suggestions_.push_back(std::move(suggestion));
  }

  std::string typed_;
  std::vector<Suggestion> suggestions_;
};

}  // namespace

Result<std::vector<Suggestion>> suggest(App& app, const std::string& typed) {
  if (squeeze(typed).empty()) return std::vector<Suggestion>{};
  const auto searcher = app.searchers.borrow();
  SearchRequest everything;
  everything.per_page = 1;
  const Result<SearchResponse> all = searcher->search(everything);
  if (!all) return all.error();
  SearchRequest same_words;
  same_words.q = typed;
  same_words.per_page = kQuestions;
  const Result<SearchResponse> found = searcher->search(same_words);
  if (!found) return found.error();

  Collector collector(typed);
  collector.offer_facet(all.value().facets.dispatch, "dispatch");
  collector.offer_facet(all.value().facets.agency, "agency");
  collector.offer_facet(all.value().facets.topic, "topic");
  for (const SearchHit& hit : found.value().hits) collector.offer_question(hit);
  return std::move(collector).take();
}

}  // namespace giaidap
