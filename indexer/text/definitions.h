// Abbreviations that a text defines itself: "thủ tục hành chính (TTHC)", "dịch vụ công trực tuyến (sau đây
// gọi tắt là DVCTT)", "TTHC (thủ tục hành chính)".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"

namespace giaidap {

// In order, each once; the expansion in lower case where the first letters of its words spell the
// abbreviation
// ("về", "và", "của" may be left out, a number stands for itself). The text must be normalize_text()ed.
std::vector<Abbreviation> definitions_in(std::string_view text);

}  // namespace giaidap
