#include "indexer/reading_ahead.h"

#include <algorithm>
#include <utility>

namespace giaidap {
namespace {

constexpr unsigned kMostAtOnce = 8;  // each may take the memory that contained.h allows

}  // namespace

ReadingAhead::ReadingAhead(const Indexing& indexing, std::vector<std::filesystem::path> files,
                           unsigned workers)
    : indexing_(indexing), files_(std::move(files)), at_once_(std::clamp(workers, 1U, kMostAtOnce)) {}

std::optional<StartedFile> ReadingAhead::next() {
  while (begun_ < files_.size() && started_.size() < at_once_) {
    StartedFile file = indexing_.start(files_[begun_]);
    if (!file.is_begun) at_once_ = 1;                // a later one would take what this one needs
    if (!file.is_begun && !started_.empty()) break;  // it is begun once those are done
    ++begun_;
    started_.push_back(std::move(file));
  }
  if (started_.empty()) return std::nullopt;
  StartedFile file = std::move(started_.front());
  started_.pop_front();
  return file;
}

}  // namespace giaidap
