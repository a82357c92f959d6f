// Files in their order, the next ones of which are being read while one is analysed and written.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/indexing.h"

namespace giaidap {

class ReadingAhead {
 public:
  // At most so many processes are at work at once, this one among them, and no more than eight. Where the
  // system has none left, those that are at work end before files are read one by one. `indexing` must
  // outlive the object.
  ReadingAhead(const Indexing& indexing, std::vector<std::filesystem::path> files, unsigned workers);

  // The next file, to be given to Indexing::index() before next() is called again; none after the last one.
  std::optional<StartedFile> next();

 private:
  const Indexing& indexing_;
  std::vector<std::filesystem::path> files_;
  std::size_t at_once_;
  std::size_t begun_ = 0;  // of files_
  std::deque<StartedFile> started_;
};

}  // namespace giaidap
