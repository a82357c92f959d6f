// Whether a stretch of text holds the kind of thing that a question asks for: a figure, a day, a sum.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/text/tokens.h"
#include "server/query/intents.h"

namespace giaidap {

// A number that is neither part of a document's number nor of a date: "551.502 hồ sơ", but not "Nghị định
// số 87/2020/NĐ-CP ngày 28/7/2020".
bool holds_figure(std::string_view text);

// A number with the thing counted, its first syllable folded, right behind it: "197 đội thi", "hơn 478 nghìn
// tài khoản".
bool holds_count(const std::vector<Token>& words, std::string_view counted);

// A day, or a month, quarter or year with its number: "trước ngày 15/02/2024", "quý II/2024", "năm 2023".
bool holds_date(std::string_view text);

// A number followed by a unit of money: "50.000 đồng", "2 tỷ".
bool holds_money(const std::vector<Token>& words);

// What the intents ask for; true of intents that ask for nothing that can be told so.
bool holds_all(std::string_view text, const std::set<Intent>& asks);

}  // namespace giaidap
