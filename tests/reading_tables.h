// The vocabulary tables that reading needs, loaded once.
#pragma once

#include <gtest/gtest.h>

#include "indexer/dispatch/read.h"

namespace giaidap {

inline const ReadingTables& tables() {
  static const Result<ReadingTables> kLoaded = ReadingTables::load("corpus/vocabulary");
  EXPECT_TRUE(kLoaded.ok()) << (kLoaded.ok() ? "" : kLoaded.error().place + ": " + kLoaded.error().message);
  return kLoaded.value();
}

}  // namespace giaidap
