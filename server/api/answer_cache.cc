#include "server/api/answer_cache.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace giaidap {
namespace {

// Texts with their lengths, lists with theirs: whatever they hold, no two questions have one key.
class Key {
 public:
  template <typename Number>
  Key& number(Number value) {
    key_ += fmt::format("{} ", value);
    return *this;
  }
  Key& text(std::string_view value) {
    key_ += fmt::format("{}:{}", value.size(), value);
    return *this;
  }
  Key& texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
    return *this;
  }
  [[nodiscard]] std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

std::string key_of(const Searcher::Health& index, const SearchRequest& request) {
  Key key;
  key.number(index.revision).number(index.reopenings).number(index.entries).number(index.partial);
  key.text(request.q).text(request.from).text(request.to);
  for (const auto* values :
       {&request.agency, &request.topic, &request.dispatch, &request.kind, &request.status, &request.year})
    key.texts(*values);
  key.number(request.exact).number(static_cast<int>(request.sort));
  return key.number(request.page).number(request.per_page).take();
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
