// Reading files by libraries that a broken file may hang or crash, in a process of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include <sys/types.h>

#include "indexer/base/result.h"

namespace giaidap {

struct ContainedLimits {
  std::chrono::seconds time{60};         // of a processor; its result is waited for four times as long
  std::size_t memory_bytes = 2U << 30U;  // that may be taken beyond what is held already
  std::size_t result_bytes = 512U << 20U;
};

// Limits for reading a file of so many bytes: some seconds, and more for large ones.
ContainedLimits limits_for(std::size_t bytes);

// Work in a child of this process, which may do something else before it asks for the result. The child has
// no open file of its parent's but the standard streams, so that it holds no lock of it, and does not outlive
// it.
class Contained {
 public:
  // Only for programs that have no other threads when it is called.
  static Result<Contained> start(const std::function<std::string()>& work, const ContainedLimits& limits);
  Contained(Contained&& other) noexcept;
  Contained& operator=(Contained&& other) noexcept;
  ~Contained();  // ends the child, if nobody asked for its result

  // What the work returned, once. An Error where the child crashed, ran out of memory or of time.
  Result<std::string> result();

 private:
  Contained(pid_t child, int from, const ContainedLimits& limits)
      : child_(child), from_(from), limits_(limits) {}

  pid_t child_;
  int from_;  // the pipe's end, or -1 once the child is gone
  ContainedLimits limits_;
};

// Both at once.
Result<std::string> run_contained(const std::function<std::string()>& work, const ContainedLimits& limits);

}  // namespace giaidap
