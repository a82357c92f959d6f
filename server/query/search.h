// Search over one open index, as the contract's /api/v1/search means it. A Searcher belongs to one thread
// (Xapian::Database is not to be shared); make one per worker from the same IndexHandle.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/base/result.h"
#include "server/query/intents.h"
#include "server/query/today.h"

namespace giaidap {

struct Plan;

enum class SortOrder { Relevance, Date };

// Filters: OR within one list, AND between lists. Values are the facets' values.
struct SearchRequest {
  std::string q;  // as typed, at most kMaxQueryCharacters characters
  std::vector<std::string> agency, topic, dispatch, kind, status, year;
  std::string from, to;  // ISO dates, inclusive; empty: open
  bool exact = false;    // search for what was typed: mend no slips
  SortOrder sort = SortOrder::Relevance;
  int page = 1;       // from 1
  int per_page = 10;  // 1 to kMaxPerPage
};
inline constexpr int kMaxQueryCharacters = 2000;
inline constexpr int kMaxPerPage = 100;
inline constexpr int kMaxResultDepth = 10000;  // page * per_page reaches no further

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
};

struct Facets {
  std::vector<FacetCount> agency, topic, dispatch, kind, status, year;  // by count, then value
};

// The header of the dispatch a result stands in, as results show it.
struct DispatchBrief {
  std::string id;
  std::optional<std::string> number, date, issuer, kind, title;
  std::string signer{};  // name; may be empty
};
DispatchBrief brief_of(const Dispatch& dispatch);

struct SearchHit {
  Entry entry;
  DispatchBrief dispatch;
  std::vector<AgencyToday> today;  // its agencies and petitioners
  std::string excerpt;             // HTML-escaped, the query's words in <mark>…</mark>
  double score = 0;
  double words_held =
      0;  // of hits of a search: share of its words that the entry holds, with those around it
  std::string same_as{};  // of related entries: the name of one whose answer has nearly these words
};

// How the query was understood, for "interpreted".
struct Expansion {
  std::string from;             // as typed: "TTHC"
  std::vector<std::string> to;  // "thủ tục hành chính"
  std::string why;              // "abbreviation", "synonym", "translation", "number", "agency"
};
// A filter that the query itself suggests, with the number of results it would leave.
struct FilterOffer {
  std::string facet;  // name of the parameter: "agency"
  FacetCount value;
};
// A dispatch that a province named in the query issued, and as whom.
struct IssuedDispatch {
  std::string id;
  std::string issuer;
};
struct Interpretation {
  std::string language;  // "vi" or "en"
  std::string read_as;   // the query with the tones that were left out; empty where none were restored
  std::vector<Expansion> expansions;
  std::vector<std::string> agencies;       // recognised in the query, canonical
  std::vector<std::string> places;         // people's committees of the provinces named
  std::vector<IssuedDispatch> dispatches;  // those that these provinces issued
  std::set<Intent> asks;                   // what kind of thing is asked for
  std::vector<std::string> signatures;     // where who signed is asked: ids of the dispatches meant
  std::string date;                        // the first date in it, ISO; empty where there is none
  std::string counted;                // what is asked how many of, its first syllable, folded; may be empty
  std::vector<std::string> months;    // named in it, ISO
  std::vector<std::string> numbers;   // document numbers recognised
  std::vector<std::string> phrases;   // "…" in the query
  std::vector<std::string> excluded;  // -words
  std::vector<FilterOffer> filters;   // by what was recognised
};

// An answer to the same obstacle that says something else.
struct OtherAnswer {
  std::string entry;
  std::vector<std::string> agencies;
  std::string date;  // of its dispatch; may be empty
  std::string text;
  std::string marked;
  std::string citation;
};

// Which entry answers, and in which words.
struct Answer {
  std::string entry;
  EntryKind kind = EntryKind::Passage;
  EntryStatus status = EntryStatus::None;
  std::vector<std::string> agencies;     // who answered, is asked or responsible; of prose, else who says it
  std::vector<std::string> referred_to;  // others whose matter it is by the answer's own words
  std::vector<std::string> petitioners;  // who asked, of petitions
  std::string text;                      // sentences of the answer, word for word
  std::string marked;                    // the same for HTML, the query's words in <mark>…</mark>
  bool whole = false;                    // nothing was left out
  std::string deadline;                  // of tasks
  std::string citation;                  // one line to paste into a report
  std::string date;                      // of its dispatch; may be empty
  std::vector<OtherAnswer> others;       // newest first
};

// Entries that raise what a part of a pasted text raises, nearest first.
enum class Closeness { Same, Near, Related };
std::string to_string(Closeness closeness);  // "same", "near", "related"
struct AskedEntry {
  SearchHit hit;
  double likeness = 0;  // 0 to 1
  Closeness closeness = Closeness::Related;
};
struct AskedPart {
  std::string text;  // as pasted
  std::vector<AskedEntry> found;
};

struct SearchResponse {
  std::optional<std::string> corrected;
  Interpretation interpreted;
  std::uint64_t total = 0;
  bool total_is_estimate = false;
  bool partial = false;  // a shard of the index could not be reached
  std::optional<Answer> answer;
  std::vector<std::string>
      nearest_agencies;  // without an answer: whose matter it seems to be, the likeliest first
  std::vector<SearchHit> hits;
  Facets facets;
  std::shared_ptr<const Plan> plan;  // what was searched for, weighted; for the answer card
};

// What a text begun in the search box may become.
enum class CompletionKind { Agency, Topic, Dispatch, Document, Question };
struct Completion {
  CompletionKind kind = CompletionKind::Question;
  std::string text;    // to be searched for
  std::string target;  // facet value (agency, topic, dispatch), number of a cited document, or entry name
};

}  // namespace giaidap
