// Telling agency cells from text.
#pragma once

#include <string>

#include "indexer/text/agencies.h"

namespace giaidap {

// The text names one or more agencies and nothing else.
bool names_only_agencies(const std::string& text, const Agencies& agencies);

// The text may be a piece of an agency's name, cut by a page: a few words in capitals.
bool looks_like_agency_piece(const std::string& text);

}  // namespace giaidap
