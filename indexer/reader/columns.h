// What the columns of a table hold, told by the words of its header row.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

enum class ColumnRole {
  Number,
  Question,
  Agency,
  Answer,
  Petitioner,
  Task,
  Basis,
  Unit,
  Deadline,
  Result,
  Topic,
  Date,
  Dispatch,
  Other  // remarks, and what no word of the vocabulary names
};

// Header words of each role, from corpus/vocabulary/columns.tsv.
class ColumnWords {
 public:
  static Result<ColumnWords> load(const std::filesystem::path& vocabulary_dir);

  // The role that a header cell names; of several phrases found in it the longest decides.
  [[nodiscard]] std::optional<ColumnRole> role_of(std::string_view header_cell) const;

  // The roles of a row of cells if it is a header row (at least two roles, all cells short), else empty.
  // Cells that name no role are nullopt.
  [[nodiscard]] std::vector<std::optional<ColumnRole>> header_roles(
      const std::vector<std::string>& cells) const;

  // The roles named in a header that wrapped text has run together: "Số TT Bộ, ngành, địa phương kiến nghị
  // Nội dung đề xuất". In order of place; empty unless it begins with the number column.
  [[nodiscard]] std::vector<ColumnRole> roles_in_line(std::string_view line) const;

 private:
  std::vector<std::pair<std::string, ColumnRole>> phrases_;  // folded, longest first
};

}  // namespace giaidap
