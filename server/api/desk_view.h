// What the desk's page shows, and its lists to take away.
#pragma once

#include <nlohmann/json.hpp>

#include "server/api/sheet.h"
#include "server/api/texts.h"
#include "server/desk/desk.h"

namespace giaidap {

nlohmann::json desk_view(const DeskReport& report, const Texts& texts);

ExportSheet nothing_found_sheet(const DeskReport& report, const Texts& texts);
ExportSheet most_asked_sheet(const DeskReport& report, const Texts& texts);
ExportSheet votes_sheet(const DeskReport& report, const Texts& texts);

}  // namespace giaidap
