// Scores of all entries, in memory that one search needs and the next one uses again: at a million entries
// these are megabytes, which the system would have to find and clear each time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace giaidap {

// Of one thread.
struct Workspace {
  std::vector<float> scores;   // by document id
  std::vector<float> wording;  // of one wording of a concept; all 0 between two
  std::vector<float> best;     // of the best of its wordings; all 0 between two

  // Of what is added up there it leaves 0 again, however it ends.
  class Cleared {
   public:
    explicit Cleared(std::vector<float>& sums) : sums_(sums) {}
    ~Cleared() { std::fill(sums_.begin(), sums_.end(), 0.0F); }
    Cleared(const Cleared&) = delete;
    Cleared& operator=(const Cleared&) = delete;

   private:
    std::vector<float>& sums_;
  };

  void make_room_for_wordings(std::size_t documents) {
    wording.resize(documents);
    best.resize(documents);
  }
};

}  // namespace giaidap
