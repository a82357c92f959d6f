#include "indexer/dispatch/row_labels.h"

#include <cctype>

#include "indexer/dispatch/numbering.h"
#include "indexer/text/normalize.h"

namespace giaidap {

std::string join(const CellText& cell) {
  std::string text;
  for (const std::string& paragraph : cell) append_text(text, paragraph);
  return text;
}

std::vector<std::string> texts_of(const Block& block) {
  std::vector<std::string> texts;
  for (const CellText& cell : block.cells) texts.push_back(join(cell));
  return texts;
}

std::string number_of(const std::string& text) {
  std::string number = text.substr(0, text.find_first_of(".)"));
  const bool digits =
      !number.empty() && number.size() <= 4 && number.find_first_not_of("0123456789") == std::string::npos;
  return digits && number.size() + 1 >= text.size() ? number : std::string{};
}

std::optional<RowGroup> group_of(const std::vector<std::string>& cells) {
  std::vector<std::string> filled;
  for (const std::string& cell : cells) {
    if (!cell.empty()) filled.push_back(cell);
  }
  if (filled.size() == 2 && filled.front() == cells.front()) {
    const std::string label = filled[0].substr(0, filled[0].find_first_of(".:)"));
    const bool letter = label.size() == 1 && std::isupper(static_cast<unsigned char>(label[0])) != 0;
    if (roman_value(label) > 0 || letter) return RowGroup{label, filled[1]};
  }
  if (filled.size() != 1) return std::nullopt;
  const std::optional<ListMark> mark = leading_mark(filled[0]);
  if (!mark || (mark->kind != MarkKind::Roman && mark->kind != MarkKind::Letter)) return std::nullopt;
  return RowGroup{mark->labels.front(), squeeze(filled[0].substr(mark->byte_end))};
}

}  // namespace giaidap
