// The fields that single lines of a head hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

// Some lines of a head read as one: converters wrap them in odd places.
struct JoinedLines {
  std::string text;
  std::size_t count = 0;  // 0: there is no such field here
};

// "Số: 06 /BC-TCTĐA06" → "06/BC-TCTĐA06", also where text follows on the line, and "66-NQ/TW"; nullopt where
// the number itself is left blank.
std::optional<std::string> number_in(std::string_view line);

// The number line at `at` ("Số:" and the number, "Luật số: ..."), its number perhaps in the next line.
JoinedLines number_lines(const std::vector<Block>& blocks, std::size_t at);

// "Hà Nội, ngày 26 tháng 11 năm 2025", also with the date left blank.
JoinedLines date_lines(const std::vector<Block>& blocks, std::size_t at);

// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc".
JoinedLines motto_lines(const std::vector<Block>& blocks, std::size_t at);

// The line at `at` goes on with the one before: no blank line parts them, or it begins with a small letter.
bool goes_on_with(const std::vector<Block>& blocks, std::size_t at);

// The text cannot end here: a comma, a dash or a word that joins ("của").
bool needs_more(const std::string& text);

std::string without_final_stop(std::string text);

}  // namespace giaidap
