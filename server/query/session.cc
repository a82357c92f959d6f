#include "server/query/session.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/text/digits.h"
#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "server/query/asked_before.h"
#include "server/query/boosts.h"
#include "server/query/completions.h"
#include "server/query/excerpt.h"
#include "server/query/expand.h"
#include "server/query/interpretation.h"
#include "server/query/intersect.h"
#include "server/query/letter_parts.h"
#include "server/query/offers.h"
#include "server/query/planner.h"
#include "server/query/related.h"
#include "server/query/rerank.h"
#include "server/query/signers.h"
#include "server/query/slips.h"
#include "server/query/stored_entry.h"
#include "server/query/tones.h"
#include "server/query/understand.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

constexpr std::size_t kExcerptCharacters = 300;
constexpr std::size_t kMostLikely = 20;  // best hits of a pasted text that are compared with it word by word
constexpr std::size_t kMostAsked = 5;    // of these that are told

bool asks_nothing(const UnderstoodQuery& query) {
  return query.words.empty() && query.excluded.empty() && query.numbers.empty() &&
         squeeze(query.text).empty();
}

void tell_excerpt(SearchHit& shown, const PassageScorer& scorer) {
  const std::string& source = answering_text(shown.entry);
  const CodedText words = coded(analyse(source));
  shown.excerpt = excerpt(whole_text(source, words), scorer, kExcerptCharacters);
}

// What of the query the hit holds, and its excerpt, by the numbers of all its words.
void tell_words(SearchHit& shown, const CodedEntry& known, const PassageScorer& scorer) {
  shown.words_held = scorer.coverage(known.text, known.around).words;
  if (const auto part = part_of_text(shown.entry.text, known.text, answering_text(shown.entry))) {
    shown.excerpt = excerpt(*part, scorer, kExcerptCharacters);
  } else {
    tell_excerpt(shown, scorer);
  }
}

}  // namespace

UnderstoodQuery Session::understood(const SearchRequest& request, SearchResponse& response) const {
  UnderstoodQuery query = understand(request.q, tables_);
  if (request.exact) return query;
  const TermStatistics statistics(db_, snapshot_.frequencies.get());
  response.corrected = mend_slips(query, snapshot_.lexicon, statistics, tables_);
  if (response.corrected) query = understand(*response.corrected, tables_);
  return restore_tones(std::move(query), snapshot_.lexicon, statistics, tables_);
}

Plan Session::plan_for(const UnderstoodQuery& query, Interpretation* interpretation) const {
  ExpandedQuery expanded = expand(query, tables_, snapshot_.defined);
  const TermStatistics statistics(db_, snapshot_.frequencies.get());
  Plan plan = make_plan(query, expanded, statistics);
  add_signers(plan, query, statistics, snapshot_.dispatches);
  add_boosts(plan, query, statistics, snapshot_.dispatches);
  if (interpretation != nullptr)
    *interpretation = interpret(query, std::move(expanded.expansions), snapshot_.dispatches);
  return plan;
}

std::optional<SearchHit> Session::hit(Xapian::docid id, double score) const {
  const std::shared_ptr<const Entry> entry = snapshot_.shown->get(db_, id);
  if (entry == nullptr) return std::nullopt;
  SearchHit hit;
  hit.dispatch = snapshot_.brief(entry->dispatch_id);
  hit.today = everybody_today(tables_.vocabulary.successors, *entry, hit.dispatch.date);
  hit.entry = *entry;
  hit.score = score;
  return hit;
}

Result<SearchResponse> Session::search(const SearchRequest& request) const {
  SearchResponse response;
  response.partial = partial_;
  const UnderstoodQuery query = understood(request, response);
  const bool browsing = asks_nothing(query);
  auto plan = std::make_shared<const Plan>(plan_for(query, &response.interpreted));
  const auto per_page = static_cast<std::size_t>(std::clamp(request.per_page, 1, kMaxPerPage));
  const std::size_t first = (static_cast<std::size_t>(std::max(request.page, 1)) - 1) * per_page;
  Found found = browsing ? newest_passing(request, first + per_page, snapshot_.columns)
                         : finder_.hits(*plan, {request, std::max(kReranked, first + per_page)});
  const PassageScorer scorer(*plan);
  ReadEntries read;
  if (request.sort == SortOrder::Date) {
    newest_first(found.hits, snapshot_.columns);
  } else if (!browsing) {
    read = rerank(found.hits, db_, *snapshot_.entries, scorer, response.interpreted);
  }
  response.total = found.total;
  response.total_is_estimate = found.is_estimate;
  response.facets = std::move(found.facets);
  response.interpreted.filters = offered_filters(query, request, response.facets);
  for (std::size_t i = first; i < std::min(first + per_page, found.hits.size()); ++i) {
    std::optional<SearchHit> shown = hit(found.hits[i].entry, found.hits[i].score);
    if (!shown) continue;
    if (const auto known = read.find(found.hits[i].entry); known != read.end()) {
      tell_words(*shown, *known->second, scorer);
    } else if (browsing) {
      tell_excerpt(*shown, scorer);
    } else {
      tell_words(*shown, coded(shown->entry), scorer);
    }
    response.hits.push_back(std::move(*shown));
  }
  response.plan = std::move(plan);
  return response;
}

Result<std::vector<Completion>> Session::complete(std::string_view typed, std::size_t limit) const {
  return giaidap::complete({db_, snapshot_, tables_}, typed, limit);
}

Result<SearchHit> Session::entry(std::string_view name) const {
  const std::string term = schema::term(filter::kName, normalize_text(name));
  const auto found = db_.postlist_begin(term);
  std::optional<SearchHit> whole;
  if (found != db_.postlist_end(term)) whole = hit(*found, 0);
  if (!whole) return missing("no such entry", std::string(name));
  return std::move(*whole);
}

Plan Session::plan_of_text(std::string_view text) const {
  UnderstoodQuery query = understand(text, tables_);
  query.phrases.clear();
  query.excluded.clear();
  query.numbers.clear();
  query.may_continue = false;
  return plan_for(query, nullptr);
}

AskedPart Session::asked_part(std::string text) const {
  AskedPart part{std::move(text), {}};
  const Plan plan = plan_of_text(part.text);
  const PassageScorer scorer(plan);
  const std::vector<Token> words = tokenize(part.text);
  for (const Scored& scored : finder_.near(plan, kMostLikely, "")) {
    std::optional<SearchHit> found = hit(scored.entry, scored.score);
    if (!found || found->entry.kind == EntryKind::Task) continue;
    const std::string& asked = found->entry.question.value_or(found->entry.text);
    const Plan plan_asked = plan_of_text(asked);
    const double likeness =
        likeness_of(scorer.coverage(tokenize(asked)), PassageScorer(plan_asked).coverage(words));
    const auto closeness = closeness_of(likeness);
    const bool prose = found->entry.kind == EntryKind::Passage;  // plans and reports touch on much
    if (closeness && !(prose && *closeness == Closeness::Related))
      part.found.push_back({std::move(*found), likeness, *closeness});
  }
  std::stable_sort(part.found.begin(), part.found.end(),
                   [](const AskedEntry& a, const AskedEntry& b) { return a.likeness > b.likeness; });
  part.found.resize(std::min(part.found.size(), kMostAsked));
  return part;
}

Result<std::vector<AskedPart>> Session::asked_before(std::string_view letter) const {
  std::vector<AskedPart> parts;
  for (std::string& text : letter_parts(cut_to_characters(normalize_text(letter), kMaxLetterCharacters)))
    parts.push_back(asked_part(std::move(text)));
  return parts;
}

Result<std::vector<SearchHit>> Session::related(const Entry& entry, int limit) const {
  const Plan plan = plan_of_text(entry.question.value_or(entry.text));
  const std::vector<Scored> near =
      finder_.near(plan, static_cast<std::size_t>(std::max(limit, 0)) * 4, entry.dispatch_id);
  std::vector<SearchHit> hits;
  for (const Scored& scored : near) {
    if (std::optional<SearchHit> found = hit(scored.entry, scored.score)) hits.push_back(std::move(*found));
  }
  return arrange_related(entry, std::move(hits), static_cast<std::size_t>(std::max(limit, 0)));
}

Result<std::vector<SearchHit>> Session::other_answers(const Entry& entry) const {
  std::vector<SearchHit> others;
  if (entry.kind != EntryKind::Qa || !entry.question) return others;
  for (AskedEntry& asked : asked_part(*entry.question).found) {
    const bool same = asked.closeness != Closeness::Related && asked.hit.entry.name != entry.name;
    if (same && answers_differ(entry, asked.hit.entry)) others.push_back(std::move(asked.hit));
  }
  std::stable_sort(others.begin(), others.end(), [](const SearchHit& a, const SearchHit& b) {
    return a.dispatch.date.value_or("") > b.dispatch.date.value_or("");
  });
  return others;
}

Searcher::Listed Session::listed(const Dispatch& dispatch) const {
  Searcher::Listed listed{dispatch, {}};
  const auto counts = snapshot_.counts.find(dispatch.id);
  if (counts == snapshot_.counts.end()) return listed;
  for (const auto& [kind, count] : counts->second) listed.counts.push_back({kind, count});
  return listed;
}

Result<std::vector<Searcher::Listed>> Session::dispatches() const {
  std::vector<Searcher::Listed> all;
  for (const Dispatch& dispatch : snapshot_.dispatches) all.push_back(listed(dispatch));
  return all;
}

Result<Searcher::Listed> Session::dispatch(std::string_view number) const {
  const std::string id = normalize_text(number);
  if (const Dispatch* found = snapshot_.dispatch(id)) return listed(*found);
  const std::string key = number_key(id);
  for (const Dispatch& dispatch : snapshot_.dispatches) {
    if (dispatch.number && number_key(*dispatch.number) == key) return listed(dispatch);
  }
  return missing("no such dispatch", id);
}

Error Session::missing(const char* what, std::string name) const {
  if (!partial_) return Error{ErrorCode::NotFound, what, std::move(name)};
  return Error{ErrorCode::Incomplete,
               std::string(what) + " in the parts of the index that can be reached now", std::move(name)};
}

Result<std::vector<Entry>> Session::entries_of(std::string_view dispatch_id, int offset, int limit) const {
  const std::string term = schema::term(filter::kDispatch, dispatch_id);
  const std::vector<Xapian::docid> all = all_with(db_, snapshot_.lists, term);
  const auto first = static_cast<std::size_t>(std::max(offset, 0));
  const std::size_t end = std::min(all.size(), first + static_cast<std::size_t>(std::max(limit, 0)));
  std::vector<Entry> entries;
  for (std::size_t i = first; i < end; ++i) {
    if (std::optional<Entry> entry = read_entry(db_, all[i])) entries.push_back(std::move(*entry));
  }
  return entries;
}

Result<std::vector<std::string>> Session::items_of(std::string_view dispatch_id, int limit) const {
  const std::string term = schema::term(filter::kDispatch, dispatch_id);
  std::vector<std::string> items;
  for (const Xapian::docid entry : all_with(db_, snapshot_.lists, term)) {
    if (items.size() >= static_cast<std::size_t>(std::max(limit, 0))) break;
    items.push_back(read_item(db_, entry));
  }
  return items;
}

Result<std::vector<SearchHit>> Session::citing_digits(std::string_view number, int limit) const {
  const std::string key = number_key(number);
  const std::string term = schema::term(filter::kCitesDigits, leading_digits(key));
  std::vector<Scored> found;
  for (const Xapian::docid entry : all_with(db_, snapshot_.lists, term)) found.push_back({entry, 0});
  newest_first(found, snapshot_.columns);
  found.resize(std::min(found.size(), static_cast<std::size_t>(std::max(limit, 0))));
  std::vector<SearchHit> hits;
  for (const Scored& scored : found) {
    if (std::optional<SearchHit> cited = hit(scored.entry, 0)) hits.push_back(std::move(*cited));
  }
  return hits;
}

Result<Searcher::Health> Session::health() const {
  return Searcher::Health{snapshot_.columns.newest.size(), snapshot_.revision, 0, partial_};
}

// Past what is kept in memory, as what was read once says nothing of the files now. Xapian keeps the block
// that it read last, so that each time reads elsewhere; with time, everywhere.
Result<Searcher::Health> Session::health_as_read() const {
  const std::vector<Xapian::docid>& all = snapshot_.columns.newest;
  if (all.empty()) return health();
  static std::atomic<std::uint64_t> times = 0;
  constexpr std::uint64_t kGoldenSection = 0x9E3779B9U;  // of 2^32: steps that never fall close together
  const std::uint64_t place = times++ * kGoldenSection & UINT32_MAX;
  const Xapian::docid looked_at = all[place * all.size() >> 32U];
  const std::optional<Entry> entry = read_entry(db_, looked_at);
  if (!entry) throw Xapian::DatabaseCorruptError("an entry cannot be read");
  constexpr std::size_t kMostOfOneName = 64;  // shards that hold the same dispatch
  std::size_t postings_left = 4 * kMostOfOneName;
  const std::vector<Xapian::docid> listed = intersect(
      db_, snapshot_.lists,
      {schema::term(filter::kDispatch, entry->dispatch_id), schema::term(filter::kName, entry->name)},
      kMostOfOneName, postings_left);
  if (std::find(listed.begin(), listed.end(), looked_at) == listed.end())
    throw Xapian::DatabaseCorruptError("an entry is not listed by its dispatch");
  return health();
}

}  // namespace giaidap
