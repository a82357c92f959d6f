#include "indexer/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/base/file.h"
#include "indexer/base/split.h"
#include "indexer/dispatch/cites.h"
#include "indexer/store/content_hash.h"
#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".fix.tsv";

// The table beside the file; empty without one.
fs::path table_beside(const fs::path& file) {
  for (const fs::path& name : {file.filename(), file.stem()}) {
    fs::path table = file.parent_path() / (name.string() + std::string(kSuffix));
    std::error_code failure;
    if (fs::is_regular_file(table, failure)) return table;
  }
  return {};
}

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    plain += line ? '\n' : text[i];
    if (line) ++i;
  }
  return plain;
}

std::vector<std::string> names_in(const std::string& value, const Agencies& agencies) {
  std::vector<std::string> names;
  for (const std::string_view part : split(value, ';')) {
    const std::string name = squeeze(part);
    if (!name.empty()) names.push_back(agencies.canonical(name).value_or(name));
  }
  return names;
}

// A field as text, to read and to set.
struct Field {
  std::string now;
  std::function<void(const std::string&)> set;
};

Field plain(std::string& text) {
  return {text, [&text](const std::string& value) { text = value; }};
}

Field optional(std::optional<std::string>& text) {
  return {text.value_or(""),
          [&text](const std::string& value) { text = value.empty() ? std::nullopt : std::optional(value); }};
}

Field list(std::vector<std::string>& names, const Agencies& agencies) {
  return {fmt::format("{}", fmt::join(names, "; ")),
          [&](const std::string& value) { names = names_in(value, agencies); }};
}

std::optional<Field> field_of(Dispatch& dispatch, std::string_view name, const Agencies& agencies) {
  if (name == "number") return optional(dispatch.number);
  if (name == "date") return optional(dispatch.date);
  if (name == "place") return optional(dispatch.place);
  if (name == "issuer") return optional(dispatch.issuer);
  if (name == "kind") return optional(dispatch.kind);
  if (name == "title") return optional(dispatch.title);
  if (name == "addressed_to") return list(dispatch.addressed_to, agencies);
  if (name == "signer.name") return plain(dispatch.signer.name);
  if (name == "signer.title") return plain(dispatch.signer.title);
  if (name == "signer.rank") return plain(dispatch.signer.rank);
  return std::nullopt;
}

// What is part of the entry's whole text is corrected there too.
Field within_text(Entry& entry, std::optional<std::string>& part) {
  return {part.value_or(""), [&entry, &part](const std::string& value) {
            const std::size_t at = part && !part->empty() ? entry.text.find(*part) : std::string::npos;
            if (at != std::string::npos) {
              entry.text.replace(at, part->size(), value);
            } else {
              entry.text += (entry.text.empty() ? "" : "\n") + value;
            }
            part = value.empty() ? std::nullopt : std::optional(value);
          }};
}

std::optional<Field> field_of(Entry& entry, std::string_view name, const Agencies& agencies) {
  if (name == "question") return within_text(entry, entry.question);
  if (name == "answer") return within_text(entry, entry.answer);
  if (name == "deadline") return within_text(entry, entry.deadline);
  if (name == "basis") return within_text(entry, entry.basis);
  if (name == "result") return within_text(entry, entry.result);
  if (name == "text") return plain(entry.text);
  if (name == "title") return plain(entry.title);
  if (name == "topic") return plain(entry.topic);
  if (name == "agencies") return list(entry.agencies, agencies);
  if (name == "petitioners") return list(entry.petitioners, agencies);
  return std::nullopt;
}

std::string shown(const std::string& text) {
  constexpr std::size_t kMost = 80;  // bytes
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

bool Overlay::is_overlay(const fs::path& file) { return file.filename().string().ends_with(kSuffix); }

std::string Overlay::hash_for(const fs::path& file) {
  const fs::path table = table_beside(file);
  if (table.empty()) return {};
  const Result<std::string> hash = content_hash(table);
  return hash ? hash.value() : "unreadable";
}

Overlay::Overlay(const fs::path& file) {
  const fs::path path = table_beside(file);
  if (path.empty()) return;
  name_ = path.filename().string();
  const Result<Table> table = read_table(path);
  const auto column = [&](std::string_view name) {
    const std::vector<std::string>& columns = table.value().columns;
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
  };
  if (!table) {
    faults_.push_back({name_, "Không đọc được bảng sửa: " + table.error().message});
    return;
  }
  const std::array<std::size_t, 3> at{column("entry"), column("field"), column("value")};
  if (std::any_of(at.begin(), at.end(), [&](std::size_t i) { return i >= table.value().columns.size(); })) {
    faults_.push_back({name_, "Dòng đầu của bảng sửa phải là tên ba cột: entry, field, value."});
    return;
  }
  int row = 0;
  for (const std::vector<std::string>& cells : table.value().rows) {
    corrections_.push_back({++row, normalize_text(squeeze(cells[at[0]])), squeeze(cells[at[1]]),
                            unescaped(normalize_text(cells[at[2]])), "", false, false});
  }
}

void Overlay::correct_dispatch(Dispatch& dispatch, const Agencies& agencies) {
  const std::string id = dispatch.id;
  for (Correction& correction : corrections_) {
    const bool meant =
        correction.entry.empty() || correction.entry == id || number_key(correction.entry) == number_key(id);
    if (!meant || correction.entry.find('#') != std::string::npos) continue;
    const std::optional<Field> field = field_of(dispatch, correction.field, agencies);
    correction.unknown_field = !field;
    if (!field) continue;
    correction.before = field->now;
    field->set(correction.value);
    correction.made = true;
    if (correction.field == "number") dispatch.id = dispatch.number.value_or(id);
  }
}

void Overlay::correct_entry(Entry& entry, const Dispatch& dispatch, const Agencies& agencies) {
  for (Correction& correction : corrections_) {
    if (correction.entry.empty() || (correction.entry != entry.name && correction.entry != entry.item))
      continue;
    const std::optional<Field> field = field_of(entry, correction.field, agencies);
    correction.unknown_field = !field;
    if (!field) continue;
    correction.before = field->now;
    field->set(correction.value);
    correction.made = true;
    entry.cites = cited_numbers(entry.text);
  }
  const std::string before = entry.dispatch_id + "#";
  if (entry.dispatch_id == dispatch.id) return;
  if (entry.name.starts_with(before)) entry.name = dispatch.id + "#" + entry.name.substr(before.size());
  entry.dispatch_id = dispatch.id;
}

void Overlay::apply(ReadDispatch& read, const Agencies& agencies) {
  if (corrections_.empty()) return;
  correct_dispatch(read.dispatch, agencies);
  for (Entry& entry : read.entries) correct_entry(entry, read.dispatch, agencies);
}

void Overlay::apply(Entry& entry, Dispatch& dispatch, const Agencies& agencies) {
  if (corrections_.empty()) return;
  correct_dispatch(dispatch, agencies);
  correct_entry(entry, dispatch, agencies);
}

std::vector<Finding> Overlay::findings() const {
  std::vector<Finding> findings = faults_;
  for (const Correction& correction : corrections_) {
    const std::string place = fmt::format("{}:{}", name_, correction.row);
    if (correction.made) {
      findings.push_back(
          {place, fmt::format("Đã sửa {} của \"{}\": \"{}\" → \"{}\".", correction.field, correction.entry,
                              shown(correction.before), shown(correction.value))});
    } else if (correction.unknown_field) {
      findings.push_back({place, fmt::format("Không có trường \"{}\"; không sửa.", correction.field)});
    } else {
      findings.push_back({place, fmt::format("Không có mục \"{}\" trong tệp; không sửa.", correction.entry)});
    }
  }
  return findings;
}

}  // namespace giaidap
