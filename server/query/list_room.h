// How much room there is for lists.
#pragma once

#include <cstddef>
#include <cstdint>

namespace giaidap {

// In bytes. What memory has no room for goes to files.
struct ListRoom {
  std::size_t memory = 185U << 20U;
  std::uint64_t file = 1U << 30U;
  std::size_t filed_from = 4U << 10U;  // smaller lists are left out there
  std::size_t gains_memory = 40U << 20U;
  std::uint64_t gains_file = 512U << 20U;
};

}  // namespace giaidap
