// Runs that are killed at moments all over their course. How many: GIAIDAP_KILLS in the environment, 24
// without.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <thread>

namespace giaidap {

inline int kills() {
  const char* const wanted = std::getenv("GIAIDAP_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 24;
}

// Without so many kills that met a run alive, and so many runs whose work was shown, nothing was tested.
// KillMoments makes it twice as many.
inline int least_met() { return kills() / 3; }
inline int least_shown() { return kills() / 6; }

// When the next run is killed. The moments lie evenly from its beginning to half a run past its end, however
// many there are, so that most kills meet it alive and some runs come to their end. How long a run takes is
// learnt on the way: sanitizers make it ten times as long, other work on the machine twice.
class KillMoments {
 public:
  using Clock = std::chrono::steady_clock;

  // One whole run took so long.
  explicit KillMoments(Clock::duration whole_run) : whole_run_(whole_run) {}

  // Waits for the moment to kill a run that has begun just now, or for its end, which ended() tells.
  template <typename Ended>
  void wait(Ended ended) {
    constexpr double kGoldenRatio = 0.6180339887498949;  // its multiples leave no gap
    constexpr double kRange = 1.5;                       // of a whole run
    const auto begun = Clock::now();
    const double part = kRange * std::fmod(++count_ * kGoldenRatio, 1.0);
    const auto moment = std::chrono::duration_cast<Clock::duration>(part * whole_run_);
    while (!ended()) {
      if (Clock::now() - begun >= moment) {
        whole_run_ = std::max(whole_run_, moment);
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    whole_run_ = Clock::now() - begun;
  }

 private:
  Clock::duration whole_run_;
  int count_ = 0;
};

}  // namespace giaidap
