// How far each term can lift each entry, roughly and in memory: what tells, before a list of postings is
// asked, that an entry cannot be among the best. Taken from the lists when their terms are asked for the
// first time, and kept while there is room.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace giaidap {

// Bounds of one term's Bm25::share().
class Impact {
 public:
  // Of a list of postings; `lengths` by document id.
  static Impact read(const Xapian::Database& db, const std::string& term,
                     const std::vector<std::uint32_t>& lengths, double average_length);

  // Anywhere in the index.
  [[nodiscard]] double most() const { return most_; }

  // In this entry: 0 where it does not hold the term, else between step() * (that - 1) and step() * that.
  // `hint` is 0 at first and makes it quick to ask about entries in ascending order.
  [[nodiscard]] unsigned steps(Xapian::docid entry, std::size_t& hint) const {
    return steps_.empty() ? steps_of_few(entry, hint) : steps_of(entry);
  }
  [[nodiscard]] double step() const { return step_; }

  [[nodiscard]] std::size_t bytes() const {
    return sizeof(*this) + steps_.size() + few_.size() * sizeof(few_.front()) + few_steps_.size();
  }

 private:
  [[nodiscard]] unsigned steps_of(Xapian::docid entry) const {
    const std::size_t place = entry / 2;
    if (place >= steps_.size()) return kSteps;
    return (entry % 2 == 0 ? steps_[place] : steps_[place] >> 4U) & kSteps;
  }
  [[nodiscard]] unsigned steps_of_few(Xapian::docid entry, std::size_t& hint) const;

  static constexpr unsigned kSteps = 15;
  static constexpr unsigned kStepsOfFew = 255;
  double most_ = 0;
  double step_ = 0;  // a part of most_, rounded up
  // Of a term that many entries hold: half a byte an entry, by document id. Else a byte for each that holds
  // it.
  std::vector<std::uint8_t> steps_;
  std::vector<Xapian::docid> few_;
  std::vector<std::uint8_t> few_steps_;
};

// Of one index revision. Thread-safe.
class Impacts {
 public:
  std::shared_ptr<const Impact> of(const Xapian::Database& db, const std::string& term,
                                   const std::vector<std::uint32_t>& lengths, double average_length);

 private:
  static constexpr std::size_t kMostBytes = 96U << 20U;

  void make_room(std::size_t bytes);

  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Impact>> known_;
  std::size_t bytes_ = 0;
};

}  // namespace giaidap
