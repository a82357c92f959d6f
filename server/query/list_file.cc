#include "server/query/list_file.h"

#include <mutex>

namespace giaidap {

void ListFile::keep(const std::string& term, const PostingList& list) {
  if (list.bytes() < least_ || holds(term)) return;
  const auto parts = list.memory();
  const auto begin = file_.append(parts);
  if (!begin) return;
  const std::unique_lock lock(mutex_);
  places_.try_emplace(term, Place{*begin, list.form()});
}

std::optional<PostingList> ListFile::find(const std::string& term) const {
  const std::optional<Place> place = place_of(term);
  if (!place) return std::nullopt;
  PostingList list(place->form);
  std::uint64_t begin = place->begin;
  for (const std::span<std::byte> part : list.memory()) {
    if (!file_.read(begin, part)) return std::nullopt;
    begin += part.size();
  }
  return list;
}

std::optional<ListFile::Place> ListFile::place_of(const std::string& term) const {
  const std::shared_lock lock(mutex_);
  const auto found = places_.find(term);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace giaidap
