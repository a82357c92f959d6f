#include "server/api/answer_cache.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace giaidap {
namespace {

// Values cannot hold the separators: they come decoded, without control characters.
std::string key_of(const Searcher::Health& index, const SearchRequest& request) {
  return fmt::format(
      "{} {} {} {}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{} {} {} {} {} {}", index.revision, index.reopenings,
      index.entries, index.partial, request.q, fmt::join(request.agency, "\x1f"),
      fmt::join(request.topic, "\x1f"), fmt::join(request.dispatch, "\x1f"), fmt::join(request.kind, "\x1f"),
      fmt::join(request.status, "\x1f"), fmt::join(request.year, "\x1f"), request.from, request.to,
      request.exact, static_cast<int>(request.sort), request.page, request.per_page);
}

// About; an entry's texts stand in it twice or thrice.
std::size_t bytes_of(const SearchAnswered& answered) {
  constexpr std::size_t kOfAnswer = 16'384;  // plan, facets, how the query was understood
  constexpr std::size_t kOfHit = 1024;
  std::size_t bytes = kOfAnswer;
  for (const SearchHit& hit : answered.response.hits)
    bytes += kOfHit + 3 * hit.entry.text.size() + hit.excerpt.size();
  return bytes;
}

}  // namespace

std::shared_ptr<const SearchAnswered> AnswerCache::find(const Searcher::Health& index,
                                                        const SearchRequest& request) {
  return kept_.find(key_of(index, request));
}

void AnswerCache::keep(const Searcher::Health& index, std::shared_ptr<const SearchAnswered> answered) {
  const std::size_t bytes = bytes_of(*answered);
  const std::string key = key_of(index, answered->request);
  kept_.keep(key, std::move(answered), bytes);
}

}  // namespace giaidap
