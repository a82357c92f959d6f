#include "indexer/text/successors.h"

#include <optional>

#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr const char* kProvincesSince = "2025-07-01";
constexpr const char* kProvincesBasis = "Nghị quyết 202/2025/QH15";

// "báo chí: Bộ Văn hóa, Thể thao và Du lịch"; nullopt without a colon.
std::optional<MovedMatter> moved_matter(const std::string& text) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string::npos) return std::nullopt;
  return MovedMatter{text.substr(0, colon), text.substr(colon + 2)};
}

std::optional<Error> load_ministries(const std::filesystem::path& path,
                                     std::unordered_map<std::string, Successor>& out) {
  auto loaded = VocabularyTable::load(path, {"then", "today", "since", "basis", "matters"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    Successor successor{table.cell(row, 0), table.cell(row, 1), table.cell(row, 2), table.cell(row, 3), {}};
    if (successor.today.empty()) return table.error(row, "names no agency of today");
    for (const std::string& text : split_list(table.cell(row, 4))) {
      auto matter = moved_matter(text);
      if (!matter) return table.error(row, "needs the form matter: agency, not " + text);
      successor.moved.push_back(std::move(*matter));
    }
    const std::string then = successor.then;
    if (!out.emplace(then, std::move(successor)).second) return table.error(row, then + " stands here twice");
  }
  return std::nullopt;
}

std::optional<Error> load_provinces(const std::filesystem::path& path,
                                    std::unordered_map<std::string, Successor>& out) {
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
  if (auto error = load_ministries(vocabulary_dir / "successors.tsv", successors.by_name_)) return *error;
  if (auto error = load_provinces(vocabulary_dir / "places.tsv", successors.by_name_)) return *error;
  return successors;
}

const Successor* Successors::of(std::string_view agency) const {
  const auto found = by_name_.find(std::string(agency));
  return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace giaidap
