#include "indexer/reader/csv.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace giaidap {
namespace {

bool has_open_quote(const std::string& text) { return std::count(text.begin(), text.end(), '"') % 2 != 0; }

Error fault(const char* message) { return Error{ErrorCode::BadInput, message, ""}; }

// The quoted cell that begins at `at`; `at` moves behind its closing quote.
Result<std::string> quoted_cell(const std::string& record, std::size_t& at) {
  std::string cell;
  for (++at; at < record.size(); ++at) {
    if (record[at] != '"') {
      cell += record[at];
    } else if (at + 1 < record.size() && record[at + 1] == '"') {
      cell += record[at++];
    } else {
      ++at;
      return cell;
    }
  }
  return fault("dấu ngoặc kép mở mà không đóng");
}

Result<std::string> plain_cell(const std::string& record, std::size_t& at, char separator) {
  const std::size_t end = std::min(record.find(separator, at), record.size());
  std::string cell = record.substr(at, end - at);
  if (cell.find('"') != std::string::npos) return fault("có dấu ngoặc kép giữa ô không nằm trong ngoặc kép");
  at = end;
  return cell;
}

}  // namespace

Result<std::vector<std::string>> split_csv_record(const std::string& record, char separator) {
  std::vector<std::string> cells;
  for (std::size_t at = 0;; ++at) {
    const bool quoted = at < record.size() && record[at] == '"';
    Result<std::string> cell = quoted ? quoted_cell(record, at) : plain_cell(record, at, separator);
    if (!cell) return cell.error();
    cells.push_back(std::move(cell).value());
    if (at >= record.size()) return cells;
    if (record[at] != separator) return fault("có chữ sau dấu ngoặc kép đóng ô");
  }
}

CsvReader::CsvReader(std::istream& in, std::size_t max_record_bytes)
    : lines_(in, max_record_bytes), max_record_bytes_(max_record_bytes) {}

std::optional<NumberedLine> CsvReader::next_line() {
  if (unread_.empty()) return lines_.next();
  NumberedLine line = std::move(unread_.front());
  unread_.pop_front();
  return line;
}

void CsvReader::choose_separator(const std::string& first_line) {
  const auto times = [&](char c) { return std::count(first_line.begin(), first_line.end(), c); };
  constexpr std::string_view kSeparators = ",;\t";
  separator_ = *std::max_element(kSeparators.begin(), kSeparators.end(),
                                 [&](char a, char b) { return times(a) < times(b); });
}

// Appends lines until no quote is open. Where that never happens, all but the first line stay unread.
bool CsvReader::complete(std::string& record) {
  std::deque<NumberedLine> appended;
  bool open = has_open_quote(record);
  while (open) {
    std::optional<NumberedLine> line = next_line();
    const bool fits = line && !line->too_long && record.size() + line->text.size() < max_record_bytes_;
    if (line) appended.push_back(std::move(*line));
    if (!fits) {
      unread_.insert(unread_.begin(), std::make_move_iterator(appended.begin()),
                     std::make_move_iterator(appended.end()));
      return false;
    }
    record.append("\n").append(appended.back().text);
    open = open != has_open_quote(appended.back().text);
  }
  return true;
}

std::optional<CsvRecord> CsvReader::next() {
  std::optional<NumberedLine> line = next_line();
  while (line && line->text.empty() && !line->too_long) line = next_line();
  if (!line) return std::nullopt;
  if (separator_ == '\0') choose_separator(line->text);
  CsvRecord record;
  record.line = line->number;
  if (line->too_long) {
    record.fault = "dài quá giới hạn";
  } else if (!complete(line->text)) {
    record.fault = "dấu ngoặc kép mở mà không đóng";
  } else if (auto cells = split_csv_record(line->text, separator_)) {
    record.cells = std::move(cells).value();
  } else {
    record.fault = cells.error().message;
  }
  return record;
}

}  // namespace giaidap
