#include "indexer/reader/row_sink.h"

#include <fmt/format.h>

#include <cctype>
#include <optional>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestLabel = 6;  // bytes of "VIII."

using Columns = std::map<std::string, std::string, std::less<>>;

// The title of a row that heads a group; nullopt for all other rows.
std::optional<std::string> group_title(const Columns& columns, std::size_t filled) {
  if (columns.contains("text")) return std::nullopt;
  if (filled == 1 && columns.size() == 1) return squeeze(columns.begin()->second);
  const auto label = columns.find("item");
  if (filled != 2 || columns.size() != 2 || label == columns.end()) return std::nullopt;
  const std::string mark = squeeze(label->second);
  const bool capital = !mark.empty() && std::isupper(static_cast<unsigned char>(mark.front())) != 0;
  if (!capital || mark.size() > kLongestLabel) return std::nullopt;
  return squeeze(label == columns.begin() ? std::next(label)->second : columns.begin()->second);
}

}  // namespace

RowSink::RowSink(std::string file, std::istream& in, const Agencies& agencies, const RowHandler& handler)
    : file_(std::move(file)), in_(in), agencies_(agencies), handler_(handler) {}

// tellg() would fail at the end.
std::uintmax_t RowSink::bytes_read() const {
  const std::streamoff at = in_.rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in);
  return at < 0 ? 0 : static_cast<std::uintmax_t>(at);
}

Result<Unit> RowSink::take(const Result<RowFields>& fields, int line) {
  if (!fields) return refuse(line, fields.error().message);
  for (const std::string& name : fields.value().unknown) note_unknown(name, line);
  Result<EntryRow> row = entry_of_row(fields.value(), Place{file_, std::nullopt, line}, agencies_);
  if (!row) return refuse(line, row.error().message);
  for (const std::string& remark : row.value().remarks) note(line, remark);
  row.value().bytes_read = bytes_read();
  ++read_.rows;
  return handler_(row.value());
}

Result<Unit> RowSink::take_sheet_row(RowFields fields, std::size_t filled, int line) {
  Columns& columns = fields.by_column;
  if (std::optional<std::string> title = group_title(columns, filled)) {
    group_ = *std::move(title);
    return Unit{};
  }
  if (columns.contains("item") && !items_.insert(columns["item"]).second) columns.erase("item");
  if (!group_.empty()) columns.emplace("topic", group_);
  return take(fields, line);
}

Result<Unit> RowSink::refuse(int line, const std::string& message) {
  note(line, "Bỏ qua dòng này: " + message + ".");
  return Unit{};
}

void RowSink::note_unknown(const std::string& name, int line) {
  if (unknown_.insert(name).second) note(line, fmt::format("Không có cột \"{}\"; bỏ qua cột này.", name));
}

void RowSink::note(int line, std::string message) {
  read_.findings.push_back({fmt::format("{}:{}", file_, line), std::move(message)});
}

}  // namespace giaidap
