// Whether a sentence holds the kind of thing that a question asks for: a figure, a count, a day, a sum.
// Numbers of documents ("Nghị định số 87/2020/NĐ-CP", "Đề án 06"), of list items and of dates are no figures.
#pragma once

#include <set>
#include <string_view>

#include "server/query/intents.h"

namespace giaidap {

// "551.502 hồ sơ", "39,48%"
bool holds_figure(std::string_view sentence);

// A figure with the thing counted, its first syllable folded, right behind it: "197 đội thi", "hơn 478 nghìn
// tài khoản".
bool holds_count(std::string_view sentence, std::string_view counted);

// A day, or a month, quarter or year with its number: "trước ngày 15/02/2024", "quý II/2024", "năm 2023".
bool holds_date(std::string_view sentence);

// A figure of money: "50.000 đồng", "2 tỷ đồng", "kinh phí 2 tỷ".
bool holds_money(std::string_view sentence);

// What the intents ask for; true of intents that ask for nothing that can be told so.
bool holds_all(std::string_view sentence, const std::set<Intent>& asks);

}  // namespace giaidap
