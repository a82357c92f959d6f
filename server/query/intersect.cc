#include "server/query/intersect.h"

#include <algorithm>
#include <utility>

namespace giaidap {
namespace {

// Postings of one term, of which one is looked at.
struct Cursor {
  Xapian::PostingIterator at;
  Xapian::PostingIterator end;
  Xapian::doccount entries = 0;
};

// One cursor a term, the rarest first; empty where a term has no entries.
std::vector<Cursor> open_cursors(const Xapian::Database& db, std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<Cursor> cursors;
  for (const std::string& term : terms) {
    cursors.push_back({db.postlist_begin(term), db.postlist_end(term), db.get_termfreq(term)});
    if (cursors.back().at == cursors.back().end) return {};
  }
  std::sort(cursors.begin(), cursors.end(),
            [](const Cursor& a, const Cursor& b) { return a.entries < b.entries; });
  return cursors;
}

// Weights that are all 0 leave the order to the document ids, of which the first ones are enough.
std::vector<Xapian::docid> matched(const Xapian::Database& db, const std::vector<std::string>& terms,
                                   std::size_t limit) {
  if (terms.empty()) return {};
  Xapian::Enquire enquire(db);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  std::vector<Xapian::docid> entries;
  for (auto entry = found.begin(); entry != found.end(); ++entry) entries.push_back(*entry);
  return entries;
}

}  // namespace

std::vector<Xapian::docid> intersect(const Xapian::Database& db, ListsAre lists,
                                     std::vector<std::string> terms, std::size_t limit,
                                     std::size_t& postings_left) {
  if (lists == ListsAre::Remote) return matched(db, terms, limit);
  std::vector<Xapian::docid> found;
  std::vector<Cursor> cursors = open_cursors(db, std::move(terms));
  if (cursors.empty()) return found;
  Xapian::docid sought = 1;
  std::size_t agreed = 0;  // cursors that stand at `sought`, one after the other
  for (std::size_t i = 0; found.size() < limit && postings_left > 0; i = (i + 1) % cursors.size()) {
    Cursor& cursor = cursors[i];
    --postings_left;
    cursor.at.skip_to(sought);
    if (cursor.at == cursor.end) break;
    agreed = *cursor.at == sought ? agreed + 1 : 1;
    sought = *cursor.at;
    if (agreed < cursors.size()) continue;
    found.push_back(sought++);
    agreed = 0;
  }
  return found;
}

std::vector<Xapian::docid> all_with(const Xapian::Database& db, ListsAre lists, const std::string& term) {
  if (lists == ListsAre::Remote) return matched(db, {term}, db.get_doccount());
  return {db.postlist_begin(term), db.postlist_end(term)};
}

}  // namespace giaidap
