// How the pages name things.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "indexer/base/entry.h"
#include "server/api/texts.h"
#include "server/query/search.h"

namespace giaidap {

// Up to max_characters of the text, cut between words, with an ellipsis where something is left out.
std::string shortened(std::string_view text, std::size_t max_characters);

// What a reader clicks on: the question, else the nearest heading, else the dispatch's title.
std::string entry_title(const Entry& entry, const DispatchBrief& dispatch);

// "công văn 1165/TCTTKĐA"; "báo cáo không số" without a number.
std::string dispatch_label(const DispatchBrief& dispatch, const Texts& texts);

// One row of a list of entries, as the template "result" shows it: name, item, kind, kind_label, title,
// agencies, topic, snippet (of entries without a question), url; every other member of such a row is there
// and empty.
nlohmann::json entry_row(const Entry& entry, const DispatchBrief& dispatch, const Texts& texts);
// The same with the dispatch it stands in and who is responsible today.
nlohmann::json hit_row(const SearchHit& hit, const Texts& texts);
nlohmann::json hit_rows(const std::vector<SearchHit>& hits, const Texts& texts);

// The dispatch an entry stands in: label, date, url.
nlohmann::json source_row(const DispatchBrief& dispatch, const Texts& texts);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace giaidap
