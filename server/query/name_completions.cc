#include "server/query/name_completions.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/text/completion_key.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostLookedAt = 1000;  // beginnings; more than a hundred agencies with their spellings

// "btttt" is all of a spelling, and "bo t" as good as all of "Bộ TT"; "bo" says little of "Bộ trưởng, Chủ
// nhiệm Văn phòng Chính phủ".
bool is_last_word(std::string_view key, std::size_t typed_bytes) {
  return key.find(' ', typed_bytes) >= key.size() - 1;
}

}  // namespace

NameCompletions::NameCompletions(const Columns& columns, const Agencies& agencies) {
  add_facet(columns.facet(Facet::Agency), columns, CompletionKind::Agency);
  add_facet(columns.facet(Facet::Topic), columns, CompletionKind::Topic);
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    return std::tie(a.completion.kind, a.completion.text) < std::tie(b.completion.kind, b.completion.text);
  });
  for (std::size_t name = 0; name < names_.size(); ++name) {
    const Completion& completion = names_[name].completion;
    add_beginnings(completion.text, name);
    const Agency* agency =
        completion.kind == CompletionKind::Agency ? agencies.find(completion.target) : nullptr;
    if (agency == nullptr) continue;
    for (const std::string& spelling : agency->spellings) {
      beginnings_.push_back({completion_key(normalize_text(spelling)), name, Part::Spelling});
    }
  }
  std::sort(beginnings_.begin(), beginnings_.end(),
            [](const Beginning& a, const Beginning& b) { return a.key < b.key; });
}

void NameCompletions::add_facet(const FacetColumn& column, const Columns& columns, CompletionKind kind) {
  std::vector<std::uint64_t> counts(column.texts().size());
  for (const Xapian::docid entry : columns.newest) {
    for (const auto* value = column.begin(entry); value != column.end(entry); ++value) ++counts[*value];
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    names_.push_back({{kind, column.texts()[i], column.texts()[i]}, counts[i]});
  }
}

void NameCompletions::add_beginnings(const std::string& spelling, std::size_t name) {
  std::vector<Token> words = tokenize(spelling);
  for (Part part = Part::Name; !words.empty(); words.erase(words.begin()), part = Part::EndOfName) {
    beginnings_.push_back({completion_key(words), name, part});
  }
}

std::vector<CompletionCandidate> NameCompletions::find(const TypedText& typed, std::size_t limit) const {
  const std::string key = typed.key();
  auto at =
      std::lower_bound(beginnings_.begin(), beginnings_.end(), key,
                       [](const Beginning& one, const std::string& sought) { return one.key < sought; });
  std::map<std::size_t, bool> found;  // name → whether it begins so
  for (std::size_t i = 0; i < kMostLookedAt && at != beginnings_.end() && at->key.starts_with(key);
       ++i, ++at) {
    bool& whole = found[at->name];
    whole =
        whole || at->part == Part::Name || (at->part == Part::Spelling && is_last_word(at->key, key.size()));
  }
  std::vector<CompletionCandidate> candidates;
  candidates.reserve(found.size());
  for (const auto& [name, whole] : found) {
    candidates.push_back({names_[name].completion,
                          whole ? CompletionMatch::Begins : CompletionMatch::Contains, names_[name].entries});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const CompletionCandidate& a, const CompletionCandidate& b) {
                     return std::tie(a.match, b.entries) < std::tie(b.match, a.entries);
                   });
  candidates.resize(std::min(candidates.size(), limit));
  return candidates;
}

}  // namespace giaidap
