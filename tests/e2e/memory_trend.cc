#include "tests/e2e/memory_trend.h"

#include <algorithm>

namespace giaidap::e2e {
namespace {

long median(std::vector<long> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

}  // namespace

MemoryTrend::MemoryTrend(const std::vector<long>& samples) {
  const auto quarter = static_cast<std::ptrdiff_t>(samples.size() / 4);
  third_quarter = median({samples.end() - 2 * quarter, samples.end() - quarter});
  last_quarter = median({samples.end() - quarter, samples.end()});
}

}  // namespace giaidap::e2e
