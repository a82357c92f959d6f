// Reading files by libraries that a broken file may hang or crash, in a process of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "indexer/base/result.h"

namespace giaidap {

struct ContainedLimits {
  std::chrono::seconds time{60};         // by the clock
  std::size_t memory_bytes = 2U << 30U;  // that may be taken beyond what is held already
  std::size_t result_bytes = 512U << 20U;
};

// Limits for reading a file of so many bytes: some seconds, and more for large ones.
ContainedLimits limits_for(std::size_t bytes);

// What `work` returns, done in a child of this process. An Error where the child crashed, ran out of memory
// or of time. Only for programs that have no other threads when it is called.
Result<std::string> run_contained(const std::function<std::string()>& work, const ContainedLimits& limits);

}  // namespace giaidap
