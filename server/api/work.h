// What a request asks of us.
#pragma once

#include <cstddef>

namespace giaidap {

// Requests wait in a queue for each, and have workers of their own.
enum class Work {
  Search,  // what may have to search
  Watch,   // how the index is, which may have to be read for it
  Light    // what is answered at once, however many search or watch
};
inline constexpr std::size_t kKindsOfWork = 3;

}  // namespace giaidap
