// Who it is today, as the API and the pages tell it beside the agencies of then.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "server/api/texts.h"
#include "server/query/today.h"

namespace giaidap {

// [{"agency", "now", "since", "matter", "note"}, ...]
nlohmann::json today_json(const std::vector<AgencyToday>& today);

// Of the agencies, or of the petitioners: "nay là Bộ Khoa học và Công nghệ", with the name of then before it
// where the list has several names; empty where all are what they were.
std::string today_text(const std::vector<AgencyToday>& today, const std::vector<std::string>& names,
                       const Texts& texts);

}  // namespace giaidap
