#include "server/query/gain_lists.h"

#include <algorithm>
#include <bit>

#include "server/query/best_wording.h"

namespace giaidap {
namespace {

constexpr std::uint64_t kFewPostings = 100'000;
constexpr std::size_t kFewOf = 8;

}  // namespace

GainLists::GainLists(std::size_t documents, const ListRoom& room)
    : few_postings_(std::max<std::uint64_t>(kFewPostings, documents / kFewOf)),
      filed_(room.gains_file, room.filed_from),
      kept_(room.gains_memory, [this](std::uint64_t key, const GainList& list) { filed_.keep(key, list); }) {}

std::shared_ptr<const GainList> GainLists::of(std::uint64_t key, const ScoreUnit& unit, double largest,
                                              const std::vector<float>& damping, Workspace& workspace) {
  if (auto kept = kept_.find(key)) return kept;
  if (auto filed = filed_.find(key)) {
    auto list = std::make_shared<const GainList>(*std::move(filed));
    return kept_.keep(key, list, list->bytes());
  }
  if (!is_time_to_make(key)) return nullptr;
  workspace.make_room_for_wordings(damping.size());
  const Workspace::Cleared cleared(workspace.best);  // also where memory runs out
  find_best_wording(unit, damping, workspace.wording, workspace.best);
  auto list = std::make_shared<const GainList>(workspace.best, largest);
  return kept_.keep(key, list, list->bytes());
}

bool GainLists::is_time_to_make(std::uint64_t key) {
  const std::lock_guard lock(mutex_);
  if (asked_.size() >= kMostKnown) asked_.clear();
  const std::uint32_t times = ++asked_[key];
  return std::has_single_bit(times);
}

}  // namespace giaidap
