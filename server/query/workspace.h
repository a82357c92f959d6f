// Scores of all entries, in memory that one search needs and the next one uses again: at a million entries
// these are megabytes, which the system would have to find and clear each time.
#pragma once

#include <cstddef>
#include <vector>

namespace giaidap {

// Of one thread.
struct Workspace {
  std::vector<float> scores;   // by document id
  std::vector<float> wording;  // of one wording of a concept; all 0 between two
  std::vector<float> best;     // of the best of its wordings; all 0 between two

  void make_room_for_wordings(std::size_t documents) {
    wording.resize(documents);
    best.resize(documents);
  }
};

}  // namespace giaidap
