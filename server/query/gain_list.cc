#include "server/query/gain_list.h"

#include <algorithm>
#include <cmath>

#include "server/query/wide_vectors.h"

namespace giaidap {
namespace {

constexpr std::size_t kDenseFrom = 3;  // one of so many entries scores something: a byte each is not more

}  // namespace

GainList::GainList(const std::vector<float>& scores, double largest) {
  const auto scored = std::count_if(scores.begin(), scores.end(), [](float score) { return score > 0; });
  size_ = static_cast<std::size_t>(scored);
  if (size_ * kDenseFrom > scores.size()) dense_.resize(scores.size(), 0);
  for (std::size_t entry = 0; entry < scores.size(); ++entry) {
    if (scores[entry] <= 0) continue;
    const double steps =
        std::clamp(std::ceil(kSteps * static_cast<double>(scores[entry]) / largest), 1.0, kSteps);
    most_ = std::max(most_, steps);
    if (dense_.empty())
      packed_.add(static_cast<Xapian::docid>(entry), static_cast<std::uint32_t>(steps));
    else
      dense_[entry] = static_cast<std::uint8_t>(steps);
  }
  packed_.finish();
}

GainList::GainList(const Form& form)
    : size_(form.size), most_(form.most), dense_(form.dense), packed_(form.packed, form.blocks) {}

GainList::Form GainList::form() const {
  return {size_, most_, hash(), dense_.size(), packed_.packed().size(), packed_.blocks()};
}

std::array<std::span<std::byte>, GainList::kParts> GainList::memory() {
  const auto [bytes, blocks] = packed_.memory();
  return {std::as_writable_bytes(std::span(dense_)), bytes, blocks};
}

std::array<std::span<const std::byte>, GainList::kParts> GainList::memory() const {
  const auto [bytes, blocks] = packed_.memory();
  return {std::as_bytes(std::span(dense_)), bytes, blocks};
}

std::uint64_t GainList::hash() const { return hash_of_memory(memory(), size_); }

GIAIDAP_WIDE_VECTORS void GainList::add(float weight, std::vector<float>& scores) const {
  const auto step = weight / static_cast<float>(kSteps);
  packed_.each(
      [&](Xapian::docid entry, std::uint32_t steps) { scores[entry] += step * static_cast<float>(steps); });
  for (std::size_t entry = 0; entry < dense_.size(); ++entry)
    scores[entry] += step * static_cast<float>(dense_[entry]);
}

}  // namespace giaidap
