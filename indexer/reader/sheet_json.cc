#include "indexer/reader/sheet_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace giaidap {
namespace {

using nlohmann::json;

}  // namespace

std::string to_json(const Result<std::vector<Sheet>>& sheets) {
  json whole;
  if (!sheets) {
    whole = {{"code", static_cast<int>(sheets.error().code)}, {"message", sheets.error().message}};
  } else {
    whole = json::array();
    for (const Sheet& sheet : sheets.value()) {
      json rows = json::array();
      for (const SheetRow& row : sheet.rows) rows.push_back({row.number, row.cells});
      whole.push_back({{"name", sheet.name}, {"rows", std::move(rows)}});
    }
  }
  return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<std::vector<Sheet>> sheets_from_json(const std::string& text) {
  const json whole = json::parse(text, nullptr, false);
  try {
    if (whole.is_object()) {
      return Error{static_cast<ErrorCode>(whole.at("code").get<int>()),
                   whole.at("message").get<std::string>(), ""};
    }
    std::vector<Sheet> sheets;
    for (const json& one : whole) {
      Sheet sheet{one.at("name").get<std::string>(), {}};
      for (const json& row : one.at("rows")) {
        sheet.rows.push_back({row.at(0).get<int>(), row.at(1).get<std::vector<std::string>>()});
      }
      sheets.push_back(std::move(sheet));
    }
    return sheets;
  } catch (const json::exception& broken) {
    return Error{ErrorCode::Internal, std::string("what was read came back broken: ") + broken.what(), ""};
  }
}

}  // namespace giaidap
