// What a result says of why it is there.
#pragma once

#include <nlohmann/json.hpp>

#include "server/answer/why.h"
#include "server/api/texts.h"

namespace giaidap {

// {rows: [{label, text}]}; null where there is nothing to say, as in a list that nobody searched for.
nlohmann::json why_view(const Why& why, const Texts& texts);

}  // namespace giaidap
