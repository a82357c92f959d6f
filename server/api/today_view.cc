#include "server/api/today_view.h"

#include <algorithm>

namespace giaidap {

nlohmann::json today_json(const std::vector<AgencyToday>& today) {
  nlohmann::json rows = nlohmann::json::array();
  for (const AgencyToday& row : today) {
    rows.push_back({{"agency", row.agency},
                    {"now", row.now},
                    {"since", row.since},
                    {"matter", row.matter.empty() ? nlohmann::json(nullptr) : nlohmann::json(row.matter)},
                    {"note", row.note}});
  }
  return rows;
}

std::string today_text(const std::vector<AgencyToday>& today, const std::vector<std::string>& names,
                       const Texts& texts) {
  std::string text;
  for (const AgencyToday& row : today) {
    if (std::find(names.begin(), names.end(), row.agency) == names.end()) continue;
    if (!text.empty()) text += "; ";
    if (names.size() > 1) text += row.agency + ' ';
    if (!row.matter.empty()) text += filled(texts["today.matter"], {{"matter", row.matter}}) + ' ';
    text += texts["today.is"] + ' ' + row.now;
  }
  return text;
}

}  // namespace giaidap
