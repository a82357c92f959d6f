#include "indexer/reader/row_entry.h"

#include <string_view>

#include "indexer/base/trimmed.h"
#include "indexer/text/dates.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// A field that may run over several lines; nullopt where there is nothing in it.
std::optional<std::string> long_field(const RowFields& fields, std::string_view column) {
  const auto found = fields.by_column.find(column);
  if (found == fields.by_column.end()) return std::nullopt;
  std::string text(trimmed(normalize_text(found->second)));
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string> short_field(const RowFields& fields, std::string_view column) {
  std::optional<std::string> text = long_field(fields, column);
  if (text) text = squeeze(*text);
  return text;
}

std::vector<std::string> names(const RowFields& fields, std::string_view column, const Agencies& agencies) {
  std::vector<std::string> found;
  std::string rest = short_field(fields, column).value_or("") + ";";
  for (std::size_t end = rest.find(';'); end != std::string::npos; end = rest.find(';')) {
    const std::string name(trimmed(rest.substr(0, end)));
    rest.erase(0, end + 1);
    if (!name.empty()) found.push_back(agencies.canonical(name).value_or(name));
  }
  return found;
}

bool is_iso_date(const std::string& text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (text[at] < '0' || text[at] > '9') return false;
  }
  return text.size() == 10 || text[10] == 'T' || text[10] == ' ';
}

// "2023-08-25", also with a time behind it, is turned around for find_date, which knows real dates.
std::optional<std::string> date_of(const std::string& text) {
  if (!is_iso_date(text)) return find_date(text);
  return find_date(text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4));
}

EntryKind default_kind(const Entry& entry, bool has_text) {
  if (entry.answer) return EntryKind::Qa;
  return has_text ? EntryKind::Passage : EntryKind::Petition;
}

EntryStatus status_of(EntryKind kind) {
  if (kind == EntryKind::Qa) return EntryStatus::Answered;
  return kind == EntryKind::Passage ? EntryStatus::None : EntryStatus::Open;
}

// All of the row as plain text: its text, before it those of question and answer that it does not repeat.
std::string whole_text(const Entry& entry, const std::string& text) {
  std::string whole;
  for (const auto* part : {&entry.question, &entry.answer}) {
    if (*part && text.find(**part) == std::string::npos) whole += **part + "\n";
  }
  return std::string(trimmed(whole + text));
}

void set_kind(EntryRow& row, const RowFields& fields, bool has_text) {
  row.entry.kind = default_kind(row.entry, has_text);
  if (const auto word = short_field(fields, "kind")) {
    const std::optional<EntryKind> kind = entry_kind_from(lower(*word));
    if (kind) row.entry.kind = *kind;
    if (!kind)
      row.remarks.push_back("Không có loại \"" + *word +
                            "\" (chỉ có qa, petition, task, passage); bỏ qua loại này.");
  }
  row.entry.status = status_of(row.entry.kind);
}

void set_date(EntryRow& row, const RowFields& fields) {
  const auto date = short_field(fields, "date");
  if (!date) return;
  row.date = date_of(*date);
  if (!row.date) row.remarks.push_back("Không đọc được ngày \"" + *date + "\"; bỏ qua ngày này.");
}

void set_dispatch(EntryRow& row, const RowFields& fields, const Place& place) {
  row.dispatch.file = place.file;
  row.dispatch.id = place.file;
  if (const auto number = short_field(fields, "dispatch")) {
    row.dispatch.id = *number;
    row.dispatch.number = number;
    row.dispatch.date = row.date;
    row.dispatch.title = short_field(fields, "title");
  }
  row.entry.dispatch_id = row.dispatch.id;
}

// An id is given back as it was given, byte for byte.
void set_name(Entry& entry, const RowFields& fields) {
  entry.item = short_field(fields, "item").value_or("");
  const auto id = fields.by_column.find("id");
  entry.name = id == fields.by_column.end() ? "" : trimmed(id->second);
  if (!entry.name.empty()) return;
  entry.name = entry.dispatch_id + "#" +
               (entry.item.empty() ? std::to_string(entry.place.line.value_or(0)) : entry.item);
}

}  // namespace

Result<EntryRow> entry_of_row(const RowFields& fields, const Place& place, const Agencies& agencies) {
  EntryRow row;
  Entry& entry = row.entry;
  entry.place = place;
  entry.question = long_field(fields, "question");
  entry.answer = long_field(fields, "answer");
  const std::optional<std::string> text = long_field(fields, "text");
  if (!entry.question && !text) return Error{ErrorCode::BadInput, "không có question lẫn text", ""};
  entry.text = whole_text(entry, text.value_or(""));
  entry.title = short_field(fields, "title").value_or("");
  entry.topic = short_field(fields, "topic").value_or("");
  entry.agencies = names(fields, "agency", agencies);
  entry.petitioners = names(fields, "petitioner", agencies);
  set_kind(row, fields, text.has_value());
  set_date(row, fields);
  set_dispatch(row, fields, place);
  set_name(entry, fields);
  return row;
}

}  // namespace giaidap
