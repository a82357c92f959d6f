// One request's work on one open database: what Searcher's methods do once the database is fresh. All
// functions throw Xapian's exceptions; the Searcher retries or turns them into errors.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/facets.h"
#include "server/query/find.h"
#include "server/query/index.h"
#include "server/query/index_handle.h"
#include "server/query/passage_score.h"
#include "server/query/plan.h"
#include "server/query/understand.h"

namespace giaidap {

// What a session works on; all must outlive it.
struct SessionSource {
  const Xapian::Database& db;
  const Snapshot& snapshot;
  const QueryTables& tables;
  Workspace& workspace;
  bool partial = false;  // some shards are left out
};

class Session {
 public:
  explicit Session(const SessionSource& source)
      : db_(source.db),
        snapshot_(source.snapshot),
        tables_(source.tables),
        finder_(source.db, source.snapshot, source.workspace),
        partial_(source.partial) {}

  Result<SearchResponse> search(const SearchRequest& request) const;
  Result<std::vector<Completion>> complete(std::string_view typed, std::size_t limit) const;
  Result<SearchHit> entry(std::string_view name) const;
  Result<std::vector<AskedPart>> asked_before(std::string_view letter) const;
  Result<std::vector<SearchHit>> related(const Entry& entry, int limit) const;
  Result<std::vector<SearchHit>> other_answers(const Entry& entry) const;
  Result<std::vector<Searcher::Listed>> dispatches() const;
  Result<Searcher::Listed> dispatch(std::string_view number) const;
  Result<std::vector<Entry>> entries_of(std::string_view dispatch_id, int offset, int limit) const;
  Result<std::vector<std::string>> items_of(std::string_view dispatch_id, int limit) const;
  Result<std::vector<SearchHit>> citing_digits(std::string_view number, int limit) const;
  Result<Searcher::Health> health() const;
  Result<Searcher::Health> health_as_read() const;

 private:
  // As typed, or with its slips mended, which `response` then tells.
  [[nodiscard]] UnderstoodQuery understood(const SearchRequest& request, SearchResponse& response) const;
  // Of a text that is no query: nothing in it is a phrase, an exclusion or unfinished.
  [[nodiscard]] Plan plan_of_text(std::string_view text) const;
  [[nodiscard]] AskedPart asked_part(std::string text) const;
  [[nodiscard]] Plan plan_for(const UnderstoodQuery& query, Interpretation* interpretation) const;
  [[nodiscard]] std::optional<SearchHit> hit(Xapian::docid id, double score) const;
  [[nodiscard]] Searcher::Listed listed(const Dispatch& dispatch) const;
  // NotFound; where shards are left out, which may hold it, Incomplete.
  [[nodiscard]] Error missing(const char* what, std::string name) const;

  const Xapian::Database& db_;
  const Snapshot& snapshot_;
  const QueryTables& tables_;
  Finder finder_;
  bool partial_;
};

}  // namespace giaidap
