#include "indexer/reader/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "indexer/base/file.h"
#include "indexer/reader/csv.h"
#include "indexer/reader/encoding.h"
#include "indexer/reader/file_type.h"
#include "indexer/reader/legacy_text.h"
#include "indexer/reader/line_reader.h"
#include "indexer/reader/row_sink.h"
#include "indexer/reader/sheet_header.h"
#include "indexer/reader/xlsx_reader.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

Result<Unit> read_jsonl(std::istream& in, RowSink& sink) {
  LineReader lines(in, kMaxRowBytes);
  while (const std::optional<NumberedLine> line = lines.next()) {
    if (line->text.find_first_not_of(" \t") == std::string::npos && !line->too_long) continue;
    const Result<Unit> taken = line->too_long ? sink.refuse(line->number, "dài quá 1 MB")
                                              : sink.take(fields_of_json(line->text), line->number);
    if (!taken) return taken;
  }
  return Unit{};
}

constexpr std::uintmax_t kMaxBookBytes = 64U << 20U;
constexpr std::size_t kHeaderWithin = 20;  // rows; titles may stand above the names of columns

std::size_t filled_cells(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](const std::string& cell) { return !squeeze(cell).empty(); }));
}

bool is_damaged(const CsvRecord& record) {
  return std::any_of(record.cells.begin(), record.cells.end(),
                     [](const std::string& cell) { return !is_valid_utf8(cell); });
}

std::string joined(const CsvRecord& record) {
  std::string line;
  for (const std::string& cell : record.cells) line += cell + ' ';
  return line;
}

Result<RowFields> fields_of_cells(const SheetHeader& header, const CsvRecord& record) {
  if (!record.fault.empty()) return Error{ErrorCode::BadInput, record.fault, ""};
  if (header.by_names() && record.cells.size() != header.size()) {
    return Error{ErrorCode::BadInput,
                 fmt::format("có {} ô, dòng tên cột có {}", record.cells.size(), header.size()), ""};
  }
  if (is_damaged(record) && damaged_lines(joined(record)).empty())
    return Error{ErrorCode::BadInput, "không phải UTF-8", ""};
  return header.fields(record.cells);
}

Error unnamed_columns() {
  return Error{
      ErrorCode::BadInput,
      fmt::format("the first line must name the columns, one of them question or text; the names are {}",
                  fmt::join(kRowColumns, ", ")),
      ""};
}

// The header row, wherever titles end; rows before it are passed over.
Result<std::optional<SheetHeader>> read_header(CsvReader& records, const ColumnWords& words, RowSink& sink) {
  for (std::size_t i = 0; i < kHeaderWithin; ++i) {
    const std::optional<CsvRecord> record = records.next();
    if (!record) {
      if (i == 0) return std::optional<SheetHeader>{};
      break;
    }
    std::optional<SheetHeader> header = SheetHeader::of(record->cells, words);
    if (!header) continue;
    for (const std::string& name : header->unknown()) sink.note_unknown(name, record->line);
    return header;
  }
  return unnamed_columns();
}

Result<Unit> read_csv(std::istream& in, const ColumnWords& words, RowSink& sink) {
  CsvReader records(in, kMaxRowBytes);
  const Result<std::optional<SheetHeader>> header = read_header(records, words, sink);
  if (!header) return header.error();
  if (!header.value()) return Unit{};
  while (const std::optional<CsvRecord> record = records.next()) {
    const Result<RowFields> fields = fields_of_cells(*header.value(), *record);
    if (fields && is_damaged(*record))
      sink.note(record->line, "Có byte hỏng, không phải UTF-8; chữ mất được thay bằng \"\uFFFD\".");
    const bool sheet = fields && !header.value()->by_names();
    const Result<Unit> taken =
        sheet ? sink.take_sheet_row(fields.value(), filled_cells(record->cells), record->line)
              : sink.take(fields, record->line);
    if (!taken) return taken;
  }
  return Unit{};
}

// False where the sheet has no header of questions and answers.
Result<bool> read_sheet(const Sheet& sheet, const ColumnWords& words, RowSink& sink) {
  std::optional<SheetHeader> header;
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    const SheetRow& row = sheet.rows[i];
    if (!header) {
      if (i >= kHeaderWithin) return false;
      header = SheetHeader::of(row.cells, words);
      continue;
    }
    if (SheetHeader::of(row.cells, words)) continue;  // repeated on each printed page
    const Result<Unit> taken =
        sink.take_sheet_row(header->fields(row.cells), filled_cells(row.cells), row.number);
    if (!taken) return taken.error();
  }
  return header.has_value();
}

Result<Unit> read_book(const std::filesystem::path& path, const ColumnWords& words, RowSink& sink) {
  const Result<std::string> bytes = read_file(path, kMaxBookBytes);
  if (!bytes) return bytes.error();
  const Result<std::vector<Sheet>> sheets = read_xlsx_contained(bytes.value());
  if (!sheets) return sheets.error();
  bool any = false;
  for (const Sheet& sheet : sheets.value()) {
    const Result<bool> read = read_sheet(sheet, words, sink);
    if (!read) return read.error();
    any = any || read.value();
  }
  if (any) return Unit{};
  return Error{ErrorCode::NotFound, "has no sheet of questions and answers", ""};
}

constexpr std::size_t kHeadBytes = 4096;

std::string head_of(std::istream& in) {
  std::string head(kHeadBytes, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  return head;
}

// Excel saves "Unicode text" as UTF-16, and older programs in the encodings before Unicode: such a file is
// converted whole. Empty where the head is UTF-8 or can't be told.
std::string converted_whole(const std::filesystem::path& path, const std::string& head) {
  const bool utf8 = is_valid_utf8(head) || !damaged_lines(head).empty();  // the head may end within a letter
  const LegacyText legacy(utf8 ? head : to_utf8(head, ""));
  const bool odd = !utf8 && legacy.kind() != LegacyText::Kind::None;
  if (!is_utf16(head) && !odd) return {};
  const Result<std::string> bytes = read_file(path, kMaxBookBytes);
  return bytes ? legacy.mend(to_utf8(bytes.value(), "")) : std::string{};
}

bool has_extension(const std::filesystem::path& path, const char* extension) {
  return lower(path.extension().string()) == extension;
}

bool is_book(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path, kMaxBookBytes);
  if (!bytes) return false;
  const Result<ZipArchive> archive = ZipArchive::open(bytes.value());
  return archive && is_xlsx(archive.value());
}

Result<Unit> read_any(const std::filesystem::path& path, std::istream& in, const ColumnWords& words,
                      RowSink& sink) {
  const std::string head = head_of(in);
  if (file_type(head) == FileType::Zip && is_book(path)) return read_book(path, words, sink);
  std::istringstream whole(converted_whole(path, head));
  const bool converted = !whole.str().empty();
  if (!converted && head.find('\0') != std::string::npos) {
    return Error{ErrorCode::BadInput, "is no UTF-8 text, whatever its name says", ""};
  }
  std::istream& text = converted ? static_cast<std::istream&>(whole) : in;
  return has_extension(path, ".jsonl") ? read_jsonl(text, sink) : read_csv(text, words, sink);
}

}  // namespace

bool is_row_file(const std::filesystem::path& path) {
  if (has_extension(path, ".jsonl") || has_extension(path, ".csv")) return true;
  std::ifstream in(path, std::ios::binary);
  return in && file_type(head_of(in)) == FileType::Zip && is_book(path);
}

Result<RowsRead> read_rows(const std::filesystem::path& path, const Agencies& agencies,
                           const ColumnWords& words, const RowHandler& handler) {
  const auto failed = [&](const std::string& message, ErrorCode code = ErrorCode::BadInput) {
    return Error{code, message, path.string()};
  };
  std::ifstream in(path, std::ios::binary);
  if (!in) return failed("cannot be read");
  RowSink sink(path.filename().string(), in, agencies, handler);
  const Result<Unit> read = read_any(path, in, words, sink);
  if (!read && read.error().place.empty()) return failed(read.error().message, read.error().code);
  if (!read) return read.error();
  if (in.bad()) return failed("cannot be read to its end");
  RowsRead rows = sink.finish();
  if (rows.rows > 0) return rows;
  if (rows.findings.empty()) return failed("holds no rows");
  return failed("holds no row that can be read: " + rows.findings.front().place + " " +
                rows.findings.front().message);
}

}  // namespace giaidap
