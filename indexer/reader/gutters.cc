#include "indexer/reader/gutters.h"

#include <algorithm>

namespace giaidap {

void SpanCoverage::add(const PdfLine& line) {
  for (const PdfWord& word : line.words) add(Span{word.box.left, word.box.right});
}

void SpanCoverage::add(Span span) {
  auto at = std::find_if(covered_.begin(), covered_.end(),
                         [&](const Span& known) { return known.right >= span.left; });
  while (at != covered_.end() && at->left <= span.right) {
    span = {std::min(span.left, at->left), std::max(span.right, at->right)};
    at = covered_.erase(at);
  }
  covered_.insert(at, span);
}

std::vector<Span> SpanCoverage::gutters(double narrowest) const {
  std::vector<Span> gutters;
  for (std::size_t i = 1; i < covered_.size(); ++i) {
    const Span free{covered_[i - 1].right, covered_[i].left};
    if (free.width() >= narrowest) gutters.push_back(free);
  }
  return gutters;
}

Span SpanCoverage::widest_free(double begin, double end) const {
  Span widest{begin, begin};
  double free = begin;
  const auto take = [&](double until) {
    if (until - free > widest.width()) widest = {free, until};
  };
  for (const Span& span : covered_) {
    if (span.right < begin) continue;
    if (span.left > end) break;
    take(std::max(free, span.left));
    free = std::max(free, span.right);
  }
  take(end);
  return widest;
}

bool SpanCoverage::parts(const std::vector<double>& places, double narrowest) const {
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (widest_free(places[i - 1], places[i]).width() < narrowest) return false;
  }
  return true;
}

double Gaps::next(const PdfLine& line) {
  const double gap = begun_ ? line.box.top - bottom_ : 0;
  bottom_ = begun_ ? std::max(bottom_, line.box.bottom) : line.box.bottom;
  begun_ = true;
  return gap;
}

}  // namespace giaidap
