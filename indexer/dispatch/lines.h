// What a single line of a dispatch looks like.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// Has letters and no small one: "KT. TỔ TRƯỞNG".
bool is_upper_case(std::string_view text);
// "Số: 1165 /TCTTKĐA": the number line of a letterhead.
bool is_number_line(std::string_view text);
// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", and what the Party's documents bear
// there.
bool is_motto(std::string_view text);
// "Nơi nhận:" opens the list of recipients.
bool is_recipients_line(std::string_view text);
// Two to seven words, each with a capital: a person's name.
bool is_person_name(std::string_view text);

}  // namespace giaidap
