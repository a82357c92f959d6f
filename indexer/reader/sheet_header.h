// What the columns of a sheet of questions and answers hold, told by its header row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/reader/columns.h"
#include "indexer/reader/row_fields.h"

namespace giaidap {

class SheetHeader {
 public:
  // A row that names columns, one of them the question or the text: by the contract's names ("question"), or
  // in words
  // ("Nội dung vướng mắc", "Cơ quan trả lời"), in any order. nullopt for any other row.
  static std::optional<SheetHeader> of(const std::vector<std::string>& cells, const ColumnWords& words);

  // The columns are named as the contract names them: rows must have as many cells.
  [[nodiscard]] bool by_names() const { return by_names_; }
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  // Names of columns that are no field.
  [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }
  // The cells by their fields; empty ones are left out.
  [[nodiscard]] RowFields fields(const std::vector<std::string>& cells) const;

 private:
  static std::optional<SheetHeader> of_names(const std::vector<std::string>& cells);
  static std::optional<SheetHeader> of_words(const std::vector<std::string>& cells, const ColumnWords& words);

  std::vector<std::string> fields_;  // by column; empty: none
  std::vector<std::string> unknown_;
  bool by_names_ = false;
};

}  // namespace giaidap
