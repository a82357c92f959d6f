#include "indexer/text/successors.h"

#include <optional>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr const char* kProvincesSince = "2025-07-01";
constexpr const char* kProvincesBasis = "Nghị quyết 202/2025/QH15";

using SuccessorMap = std::unordered_map<std::string, Successor>;

std::optional<Error> load_agencies(const std::filesystem::path& path, SuccessorMap& out) {
  auto loaded = VocabularyTable::load(path, {"then", "today", "since", "basis"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& then = table.cell(row, 0);
    Successor successor{then, table.cell(row, 1), table.cell(row, 2), table.cell(row, 3), {}};
    if (successor.today.empty()) return table.error(row, "names no agency of today");
    if (!out.emplace(then, std::move(successor)).second) return table.error(row, then + " stands here twice");
  }
  return std::nullopt;
}

std::optional<Error> load_matters(const std::filesystem::path& path, SuccessorMap& out) {
  auto loaded = VocabularyTable::load(path, {"then", "matter", "today", "words"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto successor = out.find(table.cell(row, 0));
    if (successor == out.end()) return table.error(row, table.cell(row, 0) + " has no successor");
    MovedMatter matter{table.cell(row, 1), table.cell(row, 2), split_list(table.cell(row, 3))};
    if (matter.matter.empty() || matter.agency.empty() || matter.words.empty()) {
      return table.error(row, "needs a matter, its agency of today and words");
    }
    successor->second.moved.push_back(std::move(matter));
  }
  return std::nullopt;
}

std::optional<Error> load_provinces(const std::filesystem::path& path, SuccessorMap& out) {
  auto loaded = VocabularyTable::load(path, {"name", "rank", "today", "spellings"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string then = table.cell(row, 1) + " " + table.cell(row, 0);
    const std::string& today = table.cell(row, 2);
    if (today.empty()) return table.error(row, "names no province of today");
    if (then == today) continue;
    const std::string committee = "UBND " + then;
    out.emplace(committee, Successor{committee, "UBND " + today, kProvincesSince, kProvincesBasis, {}});
  }
  return std::nullopt;
}

}  // namespace

Result<Successors> Successors::load(const std::filesystem::path& vocabulary_dir) {
  Successors successors;
  if (auto error = load_agencies(vocabulary_dir / "successors.tsv", successors.by_name_)) return *error;
  if (auto error = load_matters(vocabulary_dir / "moved_matters.tsv", successors.by_name_)) return *error;
  if (auto error = load_provinces(vocabulary_dir / "places.tsv", successors.by_name_)) return *error;
  return successors;
}

const Successor* Successors::of(std::string_view agency) const {
  const auto found = by_name_.find(std::string(agency));
  return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace giaidap
