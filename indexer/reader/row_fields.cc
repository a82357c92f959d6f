#include "indexer/reader/row_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace giaidap {
namespace {

using nlohmann::json;

std::optional<std::string> list_as_text(const json& list) {
  std::string joined;
  for (const json& item : list) {
    if (!item.is_string()) return std::nullopt;
    if (!joined.empty()) joined += "; ";
    joined += item.get_ref<const std::string&>();
  }
  return joined;
}

std::optional<std::string> as_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  if (value.is_number()) return value.dump();
  if (value.is_array()) return list_as_text(value);
  return std::nullopt;
}

}  // namespace

bool is_row_column(std::string_view name) {
  return std::find(kRowColumns.begin(), kRowColumns.end(), name) != kRowColumns.end();
}

Result<RowFields> fields_of_json(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  if (object.is_discarded()) return Error{ErrorCode::BadInput, "không phải JSON mã UTF-8", ""};
  if (!object.is_object()) return Error{ErrorCode::BadInput, "không phải một đối tượng JSON", ""};
  RowFields fields;
  for (const auto& [name, value] : object.items()) {
    if (!is_row_column(name)) {
      fields.unknown.push_back(name);
      continue;
    }
    std::optional<std::string> text = as_text(value);
    if (!text) return Error{ErrorCode::BadInput, "cột \"" + name + "\" không phải chữ", ""};
    if (!text->empty()) fields.by_column.emplace(name, *std::move(text));
  }
  return fields;
}

}  // namespace giaidap
