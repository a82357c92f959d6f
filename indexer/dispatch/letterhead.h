// The issuing agency, told by the lines above the number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/dispatch/casing.h"
#include "indexer/dispatch/header_words.h"
#include "indexer/text/agencies.h"

namespace giaidap {

// `lines` are in capitals: the agency that the issuer belongs to, then the issuer, either over several lines.
// The canonical name, or for a body that the vocabulary does not know its name as the text writes it, with
// the place of the people's committee above it ("Sở Y tế tỉnh Phú Yên"). nullopt where no line names a body.
std::optional<std::string> letterhead_issuer(const std::vector<std::string>& lines, const Agencies& agencies,
                                             const HeaderWords& words, const Casing& casing);

}  // namespace giaidap
