#include "server/api/sheet.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "indexer/base/file.h"
#include "server/api/labels.h"

namespace giaidap {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaxCellCharacters = 32'000;
constexpr std::size_t kMaxSheetName = 31;  // characters
constexpr double kUsualWidth = 18;
constexpr std::uintmax_t kMaxWorkbookBytes = 256U << 20U;

// Also in the wide forms that East Asian spreadsheets take for the same.
bool starts_formula(std::string_view cell) {
  constexpr auto kStarts =
      std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return cell.substr(0, start.size()) == start; });
}

void append_cell(std::string& csv, std::string_view cell) {
  csv += '"';
  if (starts_formula(cell)) csv += '\'';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void append_row(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) csv += ',';
    append_cell(csv, cells[i]);
  }
  csv += kLineEnd;
}

// The library writes files only.
class TemporaryFile {
 public:
  TemporaryFile() : path_((std::filesystem::temp_directory_path() / "giaidap-XXXXXX").string()) {
    const int opened = ::mkstemp(path_.data());
    made_ = opened >= 0;
    if (made_) ::close(opened);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (made_) ::unlink(path_.c_str());
  }
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

void write_row(lxw_worksheet* page, std::size_t row, const std::vector<std::string>& cells,
               lxw_format* format) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string text =
        cells[i].size() > kMaxCellCharacters ? shortened(cells[i], kMaxCellCharacters) : cells[i];
    worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i), text.c_str(),
                           format);
  }
}

// A name that Excel allows: not all characters may stand in one.
std::string sheet_name(std::string_view title) {
  std::string name;
  for (const char c : shortened(title, kMaxSheetName - 1)) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) name += c;
  }
  return name;
}

void fill(lxw_workbook* workbook, const ExportSheet& sheet) {
  lxw_worksheet* page = workbook_add_worksheet(workbook, sheet_name(sheet.title).c_str());
  lxw_format* head = workbook_add_format(workbook);
  format_set_bold(head);
  lxw_format* cell = workbook_add_format(workbook);
  format_set_text_wrap(cell);
  format_set_align(cell, LXW_ALIGN_VERTICAL_TOP);
  const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
  for (lxw_col_t i = 0; i <= last; ++i) {
    worksheet_set_column(page, i, i, i < sheet.widths.size() ? sheet.widths[i] : kUsualWidth, nullptr);
  }
  write_row(page, 0, sheet.columns, head);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) write_row(page, row + 1, sheet.rows[row], cell);
  worksheet_freeze_panes(page, 1, 0);
  worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), last);
}

}  // namespace

std::string as_csv(const ExportSheet& sheet) {
  std::string csv(kByteOrderMark);
  append_row(csv, sheet.columns);
  for (const std::vector<std::string>& row : sheet.rows) append_row(csv, row);
  return csv;
}

Result<std::string> as_xlsx(const ExportSheet& sheet) {
  const Error failed{ErrorCode::Internal, "the workbook cannot be written", ""};
  const TemporaryFile file;
  if (!file.made()) return failed;
  lxw_workbook* workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr) return failed;
  fill(workbook, sheet);
  if (workbook_close(workbook) != LXW_NO_ERROR) return failed;
  return read_file(file.path(), kMaxWorkbookBytes);
}

}  // namespace giaidap
