#include "indexer/reader/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cmath>
#include <map>
#include <utility>

#include "indexer/reader/contained.h"
#include "indexer/reader/sheet_json.h"
#include "indexer/reader/table_grid.h"
#include "indexer/reader/xml.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostRepeatedBytes = 2000;  // longer merged cells stand in their first row only

// What the sheets of a book share.
struct Book {
  std::vector<std::string> strings;
  std::vector<bool> is_date;  // by cell style
  bool from_1904 = false;
  std::size_t cells = 0;
};

Result<XmlDocument> part(const ZipArchive& archive, const std::string& name) {
  const Result<std::string> bytes = archive.read(name);
  if (!bytes) return bytes.error();
  return parse_xml(bytes.value());
}

template <typename Take>
void each_child(const xmlNode* parent, std::string_view name, Take take) {
  if (parent == nullptr) return;
  for (const xmlNode* at = parent->children; at != nullptr; at = at->next) {
    if (name_of(*at) == name) take(at);
  }
}

// The text of a string item: plain, or in runs; readings of East Asian scripts are left out.
std::string item_text(const xmlNode* item) {
  std::string text = text_of(child(item, "t"));
  each_child(item, "r", [&](const xmlNode* run) { text += text_of(child(run, "t")); });
  return normalize_text(text);
}

std::vector<std::string> shared_strings(const ZipArchive& archive) {
  std::vector<std::string> strings;
  const Result<XmlDocument> document = part(archive, "xl/sharedStrings.xml");
  if (document) {
    each_child(root_of(document.value()), "si",
               [&](const xmlNode* item) { strings.push_back(item_text(item)); });
  }
  return strings;
}

// Excel's own formats 14 to 22 and 45 to 47 show dates and times.
bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
}

// A format of the book's own: d, m or y outside of quotes and brackets.
bool is_date_code(const std::string& code) {
  char closing = '\0';
  for (const char c : code) {
    if (closing != '\0') {
      if (c == closing) closing = '\0';
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (std::string_view("dmyDMY").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::vector<bool> date_styles(const ZipArchive& archive) {
  const Result<XmlDocument> document = part(archive, "xl/styles.xml");
  if (!document) return {};
  const xmlNode* const root = root_of(document.value());
  std::map<int, bool> own;
  each_child(child(root, "numFmts"), "numFmt", [&](const xmlNode* format) {
    own[number_attribute(format, "numFmtId", -1)] = is_date_code(attribute(format, "formatCode"));
  });
  std::vector<bool> styles;
  each_child(child(root, "cellXfs"), "xf", [&](const xmlNode* style) {
    const int id = number_attribute(style, "numFmtId", 0);
    const auto found = own.find(id);
    styles.push_back(found != own.end() ? found->second : is_date_format(id));
  });
  return styles;
}

// Days since 30 December 1899 (or 1 January 1904) → 25/08/2023.
std::string date_text(double days, bool from_1904) {
  using namespace std::chrono;
  const sys_days zero = from_1904 ? sys_days{year{1904} / January / 1} : sys_days{year{1899} / December / 30};
  const year_month_day date{zero + std::chrono::days{static_cast<int>(days)}};
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                     static_cast<int>(date.year()));
}

std::string number_text(const std::string& written, bool is_date, bool from_1904) {
  char* end = nullptr;
  const double number = std::strtod(written.c_str(), &end);
  if (end != written.c_str() + written.size() || !std::isfinite(number)) return written;
  if (is_date && number >= 1 && number < 2'958'466) return date_text(number, from_1904);
  if (std::abs(number) < 1e15 && std::floor(number) == number) return fmt::format("{:.0f}", number);
  return written;
}

std::string cell_text(const xmlNode* cell, const Book& book) {
  const std::string type = attribute(cell, "t");
  if (type == "inlineStr") return item_text(child(cell, "is"));
  const std::string value = text_of(child(cell, "v"));
  if (type == "s") {
    const int index = std::atoi(value.c_str());
    const bool known = index >= 0 && static_cast<std::size_t>(index) < book.strings.size();
    return known ? book.strings[static_cast<std::size_t>(index)] : std::string{};
  }
  if (type == "str" || type == "e" || type == "b") return normalize_text(value);
  const auto style = static_cast<std::size_t>(std::max(number_attribute(cell, "s", 0), 0));
  return number_text(value, style < book.is_date.size() && book.is_date[style], book.from_1904);
}

// "BC12" → column 54, row 12, both from 0; column kMostColumns for what is none.
std::pair<std::size_t, int> place_of(const std::string& reference) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && at < 4 && std::isalpha(static_cast<unsigned char>(reference[at])) != 0;
       ++at) {
    column = column * 26 +
             static_cast<std::size_t>(std::toupper(static_cast<unsigned char>(reference[at])) - 'A') + 1;
  }
  return {column == 0 ? kMostColumns : column - 1, std::atoi(reference.c_str() + at)};
}

// "A2:A5": the text of the first cell for all rows.
void fill_merged(Sheet& sheet, const std::string& range) {
  const std::size_t colon = range.find(':');
  if (colon == std::string::npos) return;
  const auto [column, first] = place_of(range.substr(0, colon));
  const auto [last_column, last] = place_of(range.substr(colon + 1));
  std::string text;
  for (SheetRow& row : sheet.rows) {
    if (row.number < first || row.number > last || column >= kMostColumns || last_column >= kMostColumns)
      continue;
    if (row.number == first && column < row.cells.size()) text = row.cells[column];
    if (row.number == first || text.empty() || text.size() > kMostRepeatedBytes) continue;
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = text;
  }
}

bool holds_text(const SheetRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return !squeeze(cell).empty(); });
}

void read_rows(const xmlNode* root, Book& book, Sheet& sheet) {
  each_child(child(root, "sheetData"), "row", [&](const xmlNode* node) {
    SheetRow row;
    row.number = number_attribute(node, "r", sheet.rows.empty() ? 1 : sheet.rows.back().number + 1);
    if (row.number < 1) row.number = 1;
    each_child(node, "c", [&](const xmlNode* cell) {
      const std::string reference = attribute(cell, "r");
      const std::size_t column = reference.empty() ? row.cells.size() : place_of(reference).first;
      if (column >= kMostColumns || ++book.cells > kMostCells) return;
      if (row.cells.size() <= column) row.cells.resize(column + 1);
      row.cells[column] = cell_text(cell, book);
    });
    if (holds_text(row)) sheet.rows.push_back(std::move(row));
  });
  each_child(child(root, "mergeCells"), "mergeCell",
             [&](const xmlNode* merge) { fill_merged(sheet, attribute(merge, "ref")); });
}

// Relationship ids → parts.
std::map<std::string, std::string> targets_of(const ZipArchive& archive) {
  std::map<std::string, std::string> targets;
  const Result<XmlDocument> document = part(archive, "xl/_rels/workbook.xml.rels");
  if (!document) return targets;
  each_child(root_of(document.value()), "Relationship", [&](const xmlNode* relationship) {
    const std::string target = attribute(relationship, "Target");
    targets[attribute(relationship, "Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  });
  return targets;
}

}  // namespace

bool is_xlsx(const ZipArchive& archive) { return archive.has("xl/workbook.xml"); }

Result<std::vector<Sheet>> read_xlsx(const ZipArchive& archive) {
  const Result<XmlDocument> workbook = part(archive, "xl/workbook.xml");
  if (!workbook) return workbook.error();
  const xmlNode* const root = root_of(workbook.value());
  Book book;
  book.strings = shared_strings(archive);
  book.is_date = date_styles(archive);
  const std::string from = attribute(child(root, "workbookPr"), "date1904");
  book.from_1904 = from == "1" || from == "true";
  const std::map<std::string, std::string> targets = targets_of(archive);
  std::vector<Sheet> sheets;
  std::optional<Error> broken;
  each_child(child(root, "sheets"), "sheet", [&](const xmlNode* node) {
    const auto target = targets.find(attribute(node, "id"));
    const std::string state = attribute(node, "state");
    if (target == targets.end() || state == "hidden" || state == "veryHidden") return;
    const Result<XmlDocument> document = part(archive, target->second);
    if (!document) {
      broken = document.error();
      return;
    }
    Sheet sheet{attribute(node, "name"), {}};
    read_rows(root_of(document.value()), book, sheet);
    sheets.push_back(std::move(sheet));
  });
  if (book.cells > kMostCells) {
    return Error{ErrorCode::TooLarge, "has more than " + std::to_string(kMostCells) + " cells", ""};
  }
  if (sheets.empty() && broken) return *broken;
  return sheets;
}

Result<std::vector<Sheet>> read_xlsx_contained(std::string_view bytes) {
  const Result<std::string> read = run_contained(
      [&] {
        const Result<ZipArchive> archive = ZipArchive::open(bytes);
        return to_json(archive ? read_xlsx(archive.value()) : Result<std::vector<Sheet>>(archive.error()));
      },
      limits_for(bytes.size()));
  if (!read) return read.error();
  return sheets_from_json(read.value());
}

}  // namespace giaidap
