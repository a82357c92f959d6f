// Gains for entries that cite or bear a document number of the query, or belong to an agency named in it.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "server/query/plan.h"
#include "server/query/statistics.h"
#include "server/query/understand.h"

namespace giaidap {

void add_boosts(Plan& plan, const UnderstoodQuery& query, const TermStatistics& statistics,
                const std::vector<Dispatch>& dispatches);

// Boolean terms of all cited documents that a number, whole or in part, may mean: "656/QCPH" means
// "656/QCPH-HTQTCT-CNTT-C06", "87/2020" every document 87 of 2020, "1552" alone every document 1552.
std::vector<std::string> cited_terms(const DocumentNumber& number, const TermStatistics& statistics);

// "UBND tỉnh Quảng Ngãi" → "Quảng Ngãi"
std::string_view province_of(std::string_view committee);

// By its issuer: every central dispatch is dated at Hà Nội.
bool is_from(const Dispatch& dispatch, const PlaceMention& place);

// True where a dispatch's number is the one meant, whole or in part.
bool means_number(const DocumentNumber& meant, const std::string& number);

}  // namespace giaidap
