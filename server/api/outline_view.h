// A dispatch's outline as the way to its entries.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "server/api/texts.h"

namespace giaidap {

// The heading that an entry stands under: the longest path of the outline that its item begins with, "II.2"
// for "II.2.3/4" and for "II.2.1"; nullptr before the first heading.
const OutlineItem* heading_of(const std::vector<OutlineItem>& outline, std::string_view item);

// Entries of one dispatch in order, some of which a page shows.
struct DispatchPage {
  const Dispatch& dispatch;
  const std::vector<Entry>& entries;  // all
  std::size_t begin, end;             // those shown
  std::size_t per_page;
};

// [{path, heading, url, anchor}]: each heading's url leads to its first entry, on whichever page that is;
// anchor is set where the page has no group of that heading, so that its address still leads there.
nlohmann::json outline_rows(const DispatchPage& page);

// [{heading, path, anchor, entries: [...]}]: the entries shown, by heading.
nlohmann::json entry_groups(const DispatchPage& page, const Texts& texts);

}  // namespace giaidap
