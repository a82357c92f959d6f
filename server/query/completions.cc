#include "server/query/completions.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "indexer/text/completion_key.h"
#include "indexer/text/normalize.h"
#include "server/query/completion_candidate.h"
#include "server/query/number_completions.h"
#include "server/query/question_completions.h"
#include "server/query/typed_text.h"

namespace giaidap {
namespace {

class Collector {
 public:
  Collector(std::string_view typed, std::size_t limit) : typed_(lower(squeeze(typed))), limit_(limit) {}

  void add(std::vector<CompletionCandidate> candidates) {
    std::move(candidates.begin(), candidates.end(), std::back_inserter(candidates_));
  }

  // The best, each text and each target once.
  [[nodiscard]] std::vector<CompletionCandidate> best() {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [this](const CompletionCandidate& a, const CompletionCandidate& b) {
                       return std::tuple(a.match, !has_tones(a), b.entries) <
                              std::tuple(b.match, !has_tones(b), a.entries);
                     });
    std::unordered_set<std::string> texts;
    std::unordered_set<std::string> targets;
    std::vector<CompletionCandidate> best;
    for (const CompletionCandidate& candidate : candidates_) {
      if (best.size() == limit_) break;
      if (!texts.insert(completion_key(candidate.completion.text)).second) continue;
      if (targets.insert(candidate.completion.target).second) best.push_back(candidate);
    }
    return best;
  }

  [[nodiscard]] bool full() { return best().size() == limit_; }

 private:
  // A text typed without tones stands for all; one typed with tones means them.
  [[nodiscard]] bool has_tones(const CompletionCandidate& candidate) const {
    return typed_ == fold(typed_) || lower(candidate.completion.text).find(typed_) != std::string::npos;
  }

  std::string typed_;
  std::size_t limit_;
  std::vector<CompletionCandidate> candidates_;
};

}  // namespace

std::vector<Completion> complete(const CompletionSource& source, std::string_view typed, std::size_t limit) {
  const std::string text = normalize_text(typed);
  const std::vector<TypedText> readings = readings_of(text, source.tables.vocabulary.abbreviations);
  Collector collector(text, limit);
  QuestionCompletions questions(source.db, source.snapshot.lists, source.snapshot.columns);
  if (!readings.empty()) collector.add(complete_number(source, text, limit));
  for (const TypedText& reading : readings) {
    collector.add(source.snapshot.names.find(reading, limit));
    collector.add(questions.beginning_with(reading));
  }
  for (const auto way : {&QuestionCompletions::containing, &QuestionCompletions::with_words}) {
    for (const TypedText& reading : readings) {
      if (!collector.full()) collector.add((questions.*way)(reading));
    }
  }
  std::vector<Completion> completions;
  for (CompletionCandidate& one : collector.best()) completions.push_back(std::move(one.completion));
  return completions;
}

}  // namespace giaidap
