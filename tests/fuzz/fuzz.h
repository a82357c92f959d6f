// A fuzz target: one function over bytes that must hold what it checks for every input. Under the fuzz preset
// libFuzzer drives it; in other builds replay.cc runs it over the inputs in tests/data/fuzz.
//   build/fuzz/fuzz_read_dispatches -max_len=8192 build/found tests/data/fuzz/dispatches
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace giaidap::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the program where a promise is broken.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace giaidap::fuzz
