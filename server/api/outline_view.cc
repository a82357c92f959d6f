#include "server/api/outline_view.h"

#include <set>

#include "server/api/labels.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

// Where an entry stands: "II.2.3/4" in "II.2.3", the row "II.4" in "II".
std::string_view section_of(std::string_view item) {
  const std::size_t slash = item.find('/');
  if (slash != std::string_view::npos) return item.substr(0, slash);
  const std::size_t dot = item.rfind('.');
  return dot == std::string_view::npos ? item : item.substr(0, dot);
}

// Calls use(path) for "II.2.3", then for "II.2" and "II", until it returns true.
template <typename Use>
void each_enclosing(std::string_view path, Use use) {
  while (!use(path)) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return;
    path = path.substr(0, dot);
  }
}

std::string anchor_of(const std::string& path) { return "muc-" + path; }

// Where the first entry under a heading stands, and the heading that itself stands under.
struct FirstEntry {
  std::size_t place = 0;
  const OutlineItem* group = nullptr;
};
using FirstEntries = std::map<std::string_view, FirstEntry>;  // by path

void note(FirstEntries& firsts, const Headings& headings, std::string_view item, std::size_t place) {
  const OutlineItem* group = headings.of(item);
  if (group == nullptr) return;
  // Whoever has noted a path has noted those around it.
  each_enclosing(group->path, [&](std::string_view path) {
    return !firsts.try_emplace(path, FirstEntry{place, group}).second;
  });
}

FirstEntries first_entries(const DispatchPage& page, const Headings& headings) {
  FirstEntries firsts;
  for (std::size_t i = 0; i < page.items.size(); ++i) note(firsts, headings, page.items[i], i);
  for (std::size_t i = 0; i < page.shown.size(); ++i)
    note(firsts, headings, page.shown[i].item, page.begin + i);
  return firsts;
}

std::string url_of(const DispatchPage& page, const FirstEntry& first) {
  const std::string fragment = '#' + percent_encode(anchor_of(first.group->path));
  if (first.place >= page.begin && first.place < page.begin + page.shown.size()) return fragment;
  return dispatch_url(page.dispatch.id) +
         query_string({{"page", std::to_string(first.place / page.per_page + 1)}}) + fragment;
}

// The headings that the entries shown stand under directly.
std::set<std::string_view> shown_headings(const DispatchPage& page, const Headings& headings) {
  std::set<std::string_view> paths;
  for (const Entry& entry : page.shown) {
    if (const OutlineItem* heading = headings.of(entry.item)) paths.insert(heading->path);
  }
  return paths;
}

}  // namespace

Headings::Headings(const std::vector<OutlineItem>& outline) {
  for (const OutlineItem& heading : outline) by_path_.try_emplace(heading.path, &heading);
}

const OutlineItem* Headings::of(std::string_view item) const {
  const OutlineItem* found = nullptr;
  each_enclosing(section_of(item), [&](std::string_view path) {
    const auto heading = by_path_.find(path);
    if (heading != by_path_.end()) found = heading->second;
    return found != nullptr;
  });
  return found;
}

json outline_rows(const DispatchPage& page) {
  const Headings headings(page.dispatch.outline);
  const std::set<std::string_view> shown = shown_headings(page, headings);
  const FirstEntries firsts = first_entries(page, headings);
  json rows = json::array();
  for (const OutlineItem& heading : page.dispatch.outline) {
    const auto first = firsts.find(heading.path);
    rows.push_back({{"path", heading.path},
                    {"heading", heading.heading},
                    {"url", first == firsts.end() ? "" : url_of(page, first->second)},
                    {"anchor", shown.contains(heading.path) ? "" : anchor_of(heading.path)}});
  }
  return rows;
}

json entry_groups(const DispatchPage& page, const Texts& texts) {
  const Headings headings(page.dispatch.outline);
  json groups = json::array();
  std::set<std::string> anchored;
  const OutlineItem* current = nullptr;
  for (const Entry& entry : page.shown) {
    const OutlineItem* heading = headings.of(entry.item);
    if (groups.empty() || heading != current) {
      const bool first = heading != nullptr && anchored.insert(heading->path).second;
      groups.push_back({{"heading", heading == nullptr ? "" : heading->heading},
                        {"path", heading == nullptr ? "" : heading->path},
                        {"anchor", first ? anchor_of(heading->path) : ""},
                        {"entries", json::array()}});
      current = heading;
    }
    groups.back()["entries"].push_back(entry_row(entry, brief_of(page.dispatch), texts));
  }
  return groups;
}

}  // namespace giaidap
