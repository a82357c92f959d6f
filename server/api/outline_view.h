// A dispatch's outline as the way to its entries.
#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "server/api/texts.h"

namespace giaidap {

// An outline by its paths. The outline must outlive it.
class Headings {
 public:
  explicit Headings(const std::vector<OutlineItem>& outline);

  // The heading that an entry stands under: the longest path of the outline that its item begins with, "II.2"
  // for "II.2.3/4" and for "II.2.1"; nullptr before the first heading.
  [[nodiscard]] const OutlineItem* of(std::string_view item) const;

 private:
  std::map<std::string_view, const OutlineItem*> by_path_;
};

// What a page shows of a dispatch's entries, and what it knows of the others.
struct DispatchPage {
  const Dispatch& dispatch;
  const std::vector<std::string>& items;  // of its first entries, as many as are known
  const std::vector<Entry>& shown;
  std::size_t begin;  // the place of the first one shown among all
  std::size_t per_page;
};

// [{path, heading, url, anchor}]: each heading's url leads to its first entry, on whichever page that is, and
// is empty where that is not among those known; anchor is set where the page has no group of that heading, so
// that its address still leads there.
nlohmann::json outline_rows(const DispatchPage& page);

// [{heading, path, anchor, entries: [...]}]: the entries shown, by heading.
nlohmann::json entry_groups(const DispatchPage& page, const Texts& texts);

}  // namespace giaidap
