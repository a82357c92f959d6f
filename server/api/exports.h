// Results to take away: the list of a search or a selection of entries as a file, or as a feed.
#pragma once

#include "server/api/app.h"

namespace giaidap {

// "/xuat/giai-dap.csv", ".xlsx" or ".html" (for Word), with the parameters of a search; the entries that
// "muc" names, which may repeat, or else all results, at most kMaxExported.
inline constexpr std::size_t kMaxExported = 1000;
Result<Reply> export_results(App& app, const Call& call);

// The newest results of a search as an Atom feed (RFC 4287).
Result<Reply> atom_feed(App& app, const Call& call);

// Its address for a search.
std::string feed_url(const SearchRequest& request);

}  // namespace giaidap
