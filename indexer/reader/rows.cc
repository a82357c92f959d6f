#include "indexer/reader/rows.h"

#include <fmt/format.h>

#include <fstream>
#include <set>
#include <string>
#include <utility>

#include "indexer/reader/csv.h"
#include "indexer/reader/line_reader.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// Hands rows over and keeps what went wrong with the others.
class RowSink {
 public:
  RowSink(std::string file, const Agencies& agencies, const RowHandler& handler)
      : file_(std::move(file)), agencies_(agencies), handler_(handler) {}

  // The Error is the handler's.
  Result<Unit> take(const Result<RowFields>& fields, int line) {
    if (!fields) return refuse(line, fields.error().message);
    for (const std::string& name : fields.value().unknown) note_unknown(name, line);
    const Result<EntryRow> row = entry_of_row(fields.value(), Place{file_, std::nullopt, line}, agencies_);
    if (!row) return refuse(line, row.error().message);
    for (const std::string& remark : row.value().remarks) note(line, remark);
    ++read_.rows;
    return handler_(row.value());
  }

  Result<Unit> refuse(int line, const std::string& message) {
    note(line, "Bỏ qua dòng này: " + message + ".");
    return Unit{};
  }

  void note_unknown(const std::string& name, int line) {
    if (unknown_.insert(name).second) note(line, fmt::format("Không có cột \"{}\"; bỏ qua cột này.", name));
  }

  RowsRead finish() { return std::move(read_); }

 private:
  void note(int line, std::string message) {
    read_.findings.push_back({fmt::format("{}:{}", file_, line), std::move(message)});
  }

  std::string file_;
  const Agencies& agencies_;
  const RowHandler& handler_;
  std::set<std::string> unknown_;
  RowsRead read_;
};

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

Result<RowFields> fields_of_cells(const std::vector<std::string>& columns, const CsvRecord& record) {
  if (!record.fault.empty()) return Error{ErrorCode::BadInput, record.fault, ""};
  if (record.cells.size() != columns.size()) {
    return Error{ErrorCode::BadInput,
                 fmt::format("có {} ô, dòng tên cột có {}", record.cells.size(), columns.size()), ""};
  }
  RowFields fields;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!is_valid_utf8(record.cells[i])) return Error{ErrorCode::BadInput, "không phải UTF-8", ""};
    if (is_row_column(columns[i]) && !record.cells[i].empty()) {
      fields.by_column.emplace(columns[i], record.cells[i]);
    }
  }
  return fields;
}

Result<std::vector<std::string>> read_columns(CsvReader& records, RowSink& sink) {
  const std::optional<CsvRecord> first = records.next();
  if (!first) return std::vector<std::string>{};
  std::vector<std::string> columns;
  bool has_content = false;
  for (const std::string& cell : first->cells) {
    columns.push_back(lower(squeeze(cell)));
    has_content = has_content || columns.back() == "question" || columns.back() == "text";
    if (!is_row_column(columns.back())) sink.note_unknown(columns.back(), first->line);
  }
  if (has_content) return columns;
  return Error{
      ErrorCode::BadInput,
      fmt::format("the first line must name the columns, one of them question or text; the names are {}",
                  fmt::join(kRowColumns, ", ")),
      ""};
}

Result<Unit> read_csv(std::istream& in, RowSink& sink) {
  CsvReader records(in, kMaxRowBytes);
  const Result<std::vector<std::string>> columns = read_columns(records, sink);
  if (!columns) return columns.error();
  while (const std::optional<CsvRecord> record = records.next()) {
    const Result<Unit> taken = sink.take(fields_of_cells(columns.value(), *record), record->line);
    if (!taken) return taken;
  }
  return Unit{};
}

// Zero bytes are in no text of ours, but in archives, programs and UTF-16.
bool looks_binary(std::istream& in) {
  std::string head(4096, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  return head.find('\0') != std::string::npos;
}

bool has_extension(const std::filesystem::path& path, const char* extension) {
  return lower(path.extension().string()) == extension;
}

}  // namespace

bool is_row_file(const std::filesystem::path& path) {
  return has_extension(path, ".jsonl") || has_extension(path, ".csv");
}

Result<RowsRead> read_rows(const std::filesystem::path& path, const Agencies& agencies,
                           const RowHandler& handler) {
  const auto failed = [&](const std::string& message) {
    return Error{ErrorCode::BadInput, message, path.string()};
  };
  std::ifstream in(path, std::ios::binary);
  if (!in) return failed("cannot be read");
  if (looks_binary(in)) return failed("is no UTF-8 text, whatever its name says");
  RowSink sink(path.filename().string(), agencies, handler);
  const Result<Unit> read = has_extension(path, ".csv") ? read_csv(in, sink) : read_jsonl(in, sink);
  if (!read && read.error().place.empty()) return failed(read.error().message);
  if (!read) return read.error();
  if (in.bad()) return failed("cannot be read to its end");
  RowsRead rows = sink.finish();
  if (rows.rows > 0) return rows;
  if (rows.findings.empty()) return failed("holds no rows");
  return failed("holds no row that can be read: " + rows.findings.front().place + " " +
                rows.findings.front().message);
}

}  // namespace giaidap
