// Errors as the one line that the person at the terminal reads.
#pragma once

#include <fmt/core.h>

#include <cstdio>
#include <string>

#include "indexer/base/result.h"
#include "indexer/options.h"

namespace giaidap {

inline std::string in_words(const Error& error) {
  return error.place.empty() ? error.message : error.place + ": " + error.message;
}

inline ExitStatus unusable(const Error& error) {
  fmt::print(stderr, "giaidap-index: {}\n", in_words(error));
  return kUnusable;
}

}  // namespace giaidap
