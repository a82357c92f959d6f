#include "indexer/reader/sheet_header.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestHeading = 120;  // bytes

// The field that holds what a column of such a role does; empty for roles of task tables.
std::string field_of(ColumnRole role) {
  static constexpr std::array<std::pair<ColumnRole, std::string_view>, 8> kFields{
      {{ColumnRole::Number, "item"},
       {ColumnRole::Question, "question"},
       {ColumnRole::Agency, "agency"},
       {ColumnRole::Answer, "answer"},
       {ColumnRole::Petitioner, "petitioner"},
       {ColumnRole::Topic, "topic"},
       {ColumnRole::Date, "date"},
       {ColumnRole::Dispatch, "dispatch"}}};
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(), [&](const auto& pair) { return pair.first == role; });
  return found == kFields.end() ? std::string{} : std::string(found->second);
}

bool holds(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

}  // namespace

std::optional<SheetHeader> SheetHeader::of(const std::vector<std::string>& cells, const ColumnWords& words) {
  if (std::optional<SheetHeader> named = of_names(cells)) return named;
  return of_words(cells, words);
}

std::optional<SheetHeader> SheetHeader::of_names(const std::vector<std::string>& cells) {
  SheetHeader named;
  for (const std::string& cell : cells) {
    const std::string name = lower(squeeze(cell));
    named.fields_.push_back(is_row_column(name) ? name : "");
    if (!is_row_column(name)) named.unknown_.push_back(name);
  }
  if (!holds(named.fields_, "question") && !holds(named.fields_, "text")) return std::nullopt;
  named.by_names_ = true;
  return named;
}

std::optional<SheetHeader> SheetHeader::of_words(const std::vector<std::string>& cells,
                                                 const ColumnWords& words) {
  SheetHeader worded;
  std::ptrdiff_t known = 0;
  for (const std::string& cell : cells) {
    if (cell.size() > kLongestHeading) return std::nullopt;
    const std::optional<ColumnRole> role = words.role_of(cell);
    std::string field = role ? field_of(*role) : "";
    if (holds(worded.fields_, field)) field.clear();  // the first of two columns alike
    if (field.empty() && !squeeze(cell).empty()) worded.unknown_.push_back(squeeze(cell));
    known += field.empty() || field == "item" ? 0 : 1;
    worded.fields_.push_back(std::move(field));
  }
  if (!holds(worded.fields_, "question") || known < 2) return std::nullopt;
  return worded;
}

RowFields SheetHeader::fields(const std::vector<std::string>& cells) const {
  RowFields fields;
  for (std::size_t i = 0; i < fields_.size() && i < cells.size(); ++i) {
    if (!fields_[i].empty() && !cells[i].empty()) fields.by_column.emplace(fields_[i], cells[i]);
  }
  return fields;
}

}  // namespace giaidap
