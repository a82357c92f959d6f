// Whether the memory of a process, measured again and again, stays what it is.
#pragma once

#include <cstddef>
#include <vector>

namespace giaidap::e2e {

// The first half of the time is for caches to fill. In the other one a leak shows in the medians, which peaks
// and what an allocator keeps now and then do not move.
struct MemoryTrend {
  static constexpr std::size_t kLeastSamples = 16;  // four for each median

  // In KiB, at even distances in time, at least kLeastSamples of them.
  explicit MemoryTrend(const std::vector<long>& samples);

  // Allowed are 3 MB and a hundredth. Of 30 minutes the medians are 7.5 minutes apart, so that a leak of 1 MB
  // a minute is found in whatever takes less than 450 MB.
  [[nodiscard]] bool grows() const { return last_quarter > third_quarter + third_quarter / 100 + 3L * 1024; }

  long third_quarter, last_quarter;  // their medians
};

}  // namespace giaidap::e2e
