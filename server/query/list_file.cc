#include "server/query/list_file.h"

#include <array>
#include <span>

namespace giaidap {

void ListFile::keep(const PostingList& list) {
  if (list.bytes() < least_) return;
  {
    const std::lock_guard lock(mutex_);
    if (!places_.try_emplace(list.content_hash()).second) return;
  }
  const auto begin = file_.append(list.memory());
  const std::lock_guard lock(mutex_);
  if (begin)
    places_[list.content_hash()] = Place{*begin, list.form()};
  else
    places_.erase(list.content_hash());
}

bool ListFile::holds(std::uint64_t content) const {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(content);
  return found != places_.end() && found->second;
}

std::optional<PostingList> ListFile::find(std::uint64_t content) {
  std::optional<Place> place;
  {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(content);
    if (found == places_.end() || !found->second) return std::nullopt;
    place = found->second;
  }
  auto list =
      PostingList::refilled(place->form, [&](std::array<std::span<std::byte>, PostingList::kParts> parts) {
        std::uint64_t begin = place->begin;
        for (const std::span<std::byte> part : parts) {
          if (!file_.read(begin, part)) return false;
          begin += part.size();
        }
        return true;
      });
  if (!list) {
    const std::lock_guard lock(mutex_);
    places_.erase(content);
  }
  return list;
}

}  // namespace giaidap
