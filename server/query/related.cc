#include "server/query/related.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/text/tokens.h"
#include "server/query/word_code.h"

namespace giaidap {
namespace {

constexpr double kNearlyAlike = 0.8;    // likeness of answers that say the same
constexpr double kSameQuestion = 0.5;   // likeness of obstacles that are the same in other words
constexpr double kSameObstacle = 0.75;  // of the best hit's score

// Each once, ascending.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  for (const WordCode code : codes_of(tokenize(text))) words.push_back(toned_part(code));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Lower comes first. Tasks and prose are no obstacles; what is near them stays in order.
int rank_for(const Entry& entry, const Entry& other) {
  if (entry.kind != EntryKind::Petition && entry.kind != EntryKind::Qa) return 0;
  if (other.kind == EntryKind::Qa) return entry.kind == EntryKind::Petition ? 0 : 1;
  return other.kind == EntryKind::Petition ? 1 : 2;
}

bool answer_alike(const Entry& a, const Entry& b) {
  return a.answer && b.answer && !a.answer->empty() && likeness(*a.answer, *b.answer) >= kNearlyAlike;
}

void newest_answers_first(std::vector<SearchHit>& hits) {
  if (hits.empty()) return;
  const double least = kSameObstacle * hits.front().score;
  const auto last =
      std::find_if(hits.begin(), hits.end(), [&](const SearchHit& hit) { return hit.score < least; });
  std::stable_sort(hits.begin(), last, [](const SearchHit& a, const SearchHit& b) {
    return a.dispatch.date.value_or("") > b.dispatch.date.value_or("");
  });
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  const std::vector<std::uint64_t> left = words_of(a);
  const std::vector<std::uint64_t> right = words_of(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  const std::size_t all = left.size() + right.size() - both.size();
  return all > 0 ? static_cast<double>(both.size()) / static_cast<double>(all) : 0;
}

bool answers_differ(const Entry& a, const Entry& b) {
  const auto answered = [](const Entry& entry) {
    return entry.kind == EntryKind::Qa && entry.question && entry.answer && !entry.answer->empty();
  };
  return answered(a) && answered(b) && !answer_alike(a, b);
}

// Questions first: they are shorter, and seldom the same.
bool answered_otherwise(const Entry& a, const Entry& b) {
  return a.question && b.question && likeness(*a.question, *b.question) >= kSameQuestion &&
         answers_differ(a, b);
}

std::vector<SearchHit> arrange_related(const Entry& entry, std::vector<SearchHit> hits, std::size_t limit) {
  if (entry.kind == EntryKind::Petition || entry.kind == EntryKind::Qa) newest_answers_first(hits);
  std::stable_sort(hits.begin(), hits.end(), [&](const SearchHit& a, const SearchHit& b) {
    return rank_for(entry, a.entry) < rank_for(entry, b.entry);
  });
  std::vector<SearchHit> arranged;
  for (SearchHit& hit : hits) {
    if (answer_alike(entry, hit.entry)) hit.same_as = entry.name;
    auto place = arranged.end();
    for (auto at = arranged.begin(); at != arranged.end() && hit.same_as.empty(); ++at) {
      if (!at->same_as.empty() || !answer_alike(at->entry, hit.entry)) continue;
      hit.same_as = at->entry.name;
      place = at + 1;
      break;
    }
    arranged.insert(place, std::move(hit));
  }
  arranged.resize(std::min(arranged.size(), limit));
  return arranged;
}

}  // namespace giaidap
