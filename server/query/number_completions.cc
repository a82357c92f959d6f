#include "server/query/number_completions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema/schema.h"
#include "indexer/text/digits.h"
#include "indexer/text/document_kinds.h"
#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "server/query/intersect.h"
#include "server/query/statistics.h"
#include "server/query/stored_entry.h"

namespace giaidap {
namespace {

namespace filter = schema::filter;

constexpr std::size_t kMostNumbers = 100;  // that begin alike, to choose from
constexpr std::size_t kMostCiting = 8;     // entries that show how a number is written
constexpr std::size_t kMostOfNumber = 16;  // postings of a number until an entry is met: records come before

struct BegunNumber {
  std::string key;   // number_key() of what is there
  std::string kind;  // "ND" of "nghị định 87"; empty where none is named
};

// Abbreviation as in number keys; nullopt where the words are no kind of document that has numbers.
std::optional<std::string> kind_key(std::string_view folded) {
  for (const DocumentKind& kind : kDocumentKinds) {
    if (kind.cited == Cited::Name) continue;
    if (fold(kind.name) == folded || fold(kind.abbreviation) == folded) return number_key(kind.abbreviation);
  }
  return std::nullopt;
}

std::optional<BegunNumber> begun_number(std::string_view text) {
  const std::vector<Token> words = tokenize(text);
  BegunNumber number;
  std::size_t at = 0;
  std::string name;
  for (std::size_t i = 0; i < std::min(words.size(), kLongestKindWords); ++i) {
    name.append(i == 0 ? "" : " ").append(words[i].folded);
    const std::optional<std::string> kind = kind_key(name);
    if (!kind) continue;
    number.kind = *kind;
    at = i + 1;
  }
  if (at < words.size() && words[at].folded == "so") ++at;
  if (at == words.size() || !is_digit(text[words[at].byte_begin])) return std::nullopt;
  number.key = number_key(text.substr(words[at].byte_begin));
  return number;
}

struct FoundNumber {
  std::string key;
  bool own = false;  // of a dispatch in the index
  Xapian::doccount entries = 0;
  CompletionMatch match = CompletionMatch::Begins;
};

// "87/2020/ND-CP" is of the kind "ND", "52-NQ/TW" of "NQ", all are of none.
bool is_of_kind(const std::string& key, const std::string& kind) {
  if (kind.empty()) return true;
  return key.find('/' + kind + '-') != std::string::npos || key.find('-' + kind + '/') != std::string::npos;
}

// "1552/BTTTT-THH" for "1552", where "15520/VPCP" only begins with the same digits.
bool has_whole_part(const std::string& key, const std::string& part) {
  return key.size() == part.size() || !is_digit(key[part.size()]);
}

// The best first: those meant, then the common ones; those of the index's own dispatches where equal.
std::vector<FoundNumber> find_numbers(const Xapian::Database& db, const BegunNumber& begun) {
  const TermStatistics statistics(db);
  std::vector<FoundNumber> found;
  for (const bool own : {true, false}) {
    const std::string_view prefix = own ? filter::kOwnNumber : filter::kCites;
    for (const auto& term : statistics.commonest(schema::term(prefix, begun.key), kMostNumbers)) {
      found.push_back({term.text.substr(prefix.size()), own, term.entries, {}});
    }
  }
  for (FoundNumber& number : found) {
    const bool as_meant = has_whole_part(number.key, begun.key) && is_of_kind(number.key, begun.kind);
    number.match = as_meant ? CompletionMatch::Begins : CompletionMatch::Contains;
  }
  std::stable_sort(found.begin(), found.end(), [](const FoundNumber& a, const FoundNumber& b) {
    return std::tie(a.match, b.entries) < std::tie(b.match, a.entries);
  });
  return found;
}

// The dispatch whose entries bear the number.
std::optional<Completion> own_number(const CompletionSource& source, const std::string& key) {
  const std::string term = schema::term(filter::kOwnNumber, key);
  const FacetColumn& dispatches = source.snapshot.columns.facet(Facet::Dispatch);
  std::size_t looked_at = kMostOfNumber;
  const std::vector<Xapian::docid> entries =
      intersect(source.db, source.snapshot.lists, {term, schema::kEntryTerm}, 1, looked_at);
  if (entries.empty() || dispatches.begin(entries[0]) == dispatches.end(entries[0])) return std::nullopt;
  const std::string& id = dispatches.texts()[*dispatches.begin(entries[0])];
  return Completion{CompletionKind::Dispatch, source.snapshot.brief(id).number.value_or(id), id};
}

// The number in the shortest of the ways in which entries cite it: others are those with blanks in them.
std::optional<Completion> cited_number(const CompletionSource& source, const std::string& key) {
  std::size_t looked_at = kMostCiting;
  std::string shortest;
  for (const Xapian::docid citing : intersect(source.db, source.snapshot.lists,
                                              {schema::term(filter::kCites, key)}, kMostCiting, looked_at)) {
    const std::optional<Entry> entry = read_entry(source.db, citing);
    if (!entry) continue;
    for (const std::string& cited : entry->cites) {
      if (number_key(cited) != key) continue;
      if (shortest.empty() || std::pair(cited.size(), cited) < std::pair(shortest.size(), shortest))
        shortest = cited;
    }
  }
  if (shortest.empty()) return std::nullopt;
  return Completion{CompletionKind::Document, shortest, shortest};
}

}  // namespace

std::vector<CompletionCandidate> complete_number(const CompletionSource& source, std::string_view text,
                                                 std::size_t limit) {
  std::vector<CompletionCandidate> candidates;
  const std::optional<BegunNumber> begun = begun_number(text);
  if (!begun) return candidates;
  for (const FoundNumber& found : find_numbers(source.db, *begun)) {
    if (candidates.size() == limit) break;
    std::optional<Completion> completion =
        found.own ? own_number(source, found.key) : cited_number(source, found.key);
    if (completion) {
      candidates.push_back({std::move(*completion), found.match, found.entries});
    }
  }
  return candidates;
}

}  // namespace giaidap
