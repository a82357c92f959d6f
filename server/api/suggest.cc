#include "server/api/suggest.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxSuggestions = 8;

std::string browse_url(const char* facet, const std::string& value) {
  return "/" + query_string({{facet, value}});
}

Suggestion suggestion(const Completion& completion) {
  const std::string& target = completion.target;
  switch (completion.kind) {
    case CompletionKind::Agency:
      return {completion.text, "agency", browse_url("agency", target)};
    case CompletionKind::Topic:
      return {completion.text, "topic", browse_url("topic", target)};
    case CompletionKind::Dispatch:
      return {completion.text, "dispatch", browse_url("dispatch", target)};
    case CompletionKind::Document:
      return {completion.text, "document", dispatch_url(target)};
    case CompletionKind::Question:
      break;
  }
  return {completion.text, "question", entry_url(target)};
}

}  // namespace

Result<std::vector<Suggestion>> suggest(App& app, const std::string& typed) {
  const Result<std::vector<Completion>> completions =
      app.searchers->borrow()->complete(typed, kMaxSuggestions);
  if (!completions) return completions.error();
  std::vector<Suggestion> suggestions;
  for (const Completion& completion : completions.value()) suggestions.push_back(suggestion(completion));
  return suggestions;
}

}  // namespace giaidap
