// What a planner needs to know of the index: how common a feature is, and what a begun word may become.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "server/query/plan.h"
#include "server/query/term_memo.h"

namespace giaidap {

// A view of one open database; throws Xapian's exceptions, which the searcher turns into errors.
class TermStatistics {
 public:
  // `known`, if any, remembers what was asked and must outlive it.
  explicit TermStatistics(const Xapian::Database& db, TermFrequencies* known = nullptr)
      : db_(db), known_(known), entries_(db.get_doccount()) {}

  // Documents of the index.
  [[nodiscard]] Xapian::doccount entries() const { return entries_; }
  // Of their terms with all occurrences.
  [[nodiscard]] double average_length() const { return db_.get_avlength(); }
  // Entries that hold a term.
  [[nodiscard]] Xapian::doccount frequency(const std::string& term) const;
  // Entries that hold the feature in their body or, if more, in their context.
  [[nodiscard]] Xapian::doccount frequency(const Feature& feature) const;
  // Inverse document frequency as BM25 has it in Xapian; largest for features that no entry holds.
  [[nodiscard]] double information(const Feature& feature) const;

  // Of what no entry holds, the largest there is.
  [[nodiscard]] double most_information() const;

  // The most frequent terms that begin with `beginning`, at most `limit`; of a very short beginning only the
  // first ones are looked at.
  struct Term {
    std::string text;
    Xapian::doccount entries = 0;
  };
  [[nodiscard]] std::vector<Term> commonest(const std::string& beginning, std::size_t limit) const;

  // The most frequent body terms that begin like the feature's last syllable, as features; at most `limit`.
  [[nodiscard]] std::vector<Feature> continuations(const Feature& begun, std::size_t limit) const;

  // Boolean terms of the index that begin with `prefix`, at most `limit`.
  [[nodiscard]] std::vector<std::string> terms_with(const std::string& prefix, std::size_t limit) const;

 private:
  const Xapian::Database& db_;
  TermFrequencies* known_;
  Xapian::doccount entries_;
};

}  // namespace giaidap
