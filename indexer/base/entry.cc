#include "indexer/base/entry.h"

#include <array>
#include <utility>

namespace giaidap {
namespace {

constexpr std::array<std::pair<EntryKind, const char*>, 4> kKinds{{{EntryKind::Qa, "qa"},
                                                                   {EntryKind::Petition, "petition"},
                                                                   {EntryKind::Task, "task"},
                                                                   {EntryKind::Passage, "passage"}}};

constexpr std::array<std::pair<EntryStatus, const char*>, 3> kStatuses{
    {{EntryStatus::Answered, "answered"}, {EntryStatus::Open, "open"}, {EntryStatus::None, "none"}}};

template <typename Table, typename Key>
std::string word_of(const Table& table, Key key) {
  for (const auto& [value, word] : table) {
    if (value == key) return word;
  }
  return {};
}

}  // namespace

std::string to_string(EntryKind kind) { return word_of(kKinds, kind); }
std::string to_string(EntryStatus status) { return word_of(kStatuses, status); }

std::optional<EntryKind> entry_kind_from(const std::string& word) {
  for (const auto& [value, name] : kKinds) {
    if (word == name) return value;
  }
  return std::nullopt;
}

std::optional<EntryStatus> entry_status_from(const std::string& word) {
  for (const auto& [value, name] : kStatuses) {
    if (word == name) return value;
  }
  return std::nullopt;
}

std::map<std::string, int> count_kinds(const std::vector<Entry>& entries) {
  std::map<std::string, int> counts;
  for (const Entry& entry : entries) ++counts[to_string(entry.kind)];
  return counts;
}

}  // namespace giaidap
