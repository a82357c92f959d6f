#include "server/api/outline_view.h"

#include <optional>
#include <set>

#include "server/api/labels.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

// "II" of "II.2.3" and of "II", but not of "III".
bool is_under(std::string_view path, std::string_view heading) {
  return path.substr(0, heading.size()) == heading &&
         (path.size() == heading.size() || path[heading.size()] == '.');
}

// Where an entry stands: "II.2.3/4" in "II.2.3", the row "II.4" in "II".
std::string_view section_of(std::string_view item) {
  const std::size_t slash = item.find('/');
  if (slash != std::string_view::npos) return item.substr(0, slash);
  const std::size_t dot = item.rfind('.');
  return dot == std::string_view::npos ? item : item.substr(0, dot);
}

std::string anchor_of(const std::string& path) { return "muc-" + path; }

// The first entry under a heading.
std::optional<std::size_t> first_under(const DispatchPage& page, const OutlineItem& heading) {
  for (std::size_t i = 0; i < page.entries.size(); ++i) {
    const OutlineItem* own = heading_of(page.dispatch.outline, page.entries[i].item);
    if (own != nullptr && is_under(own->path, heading.path)) return i;
  }
  return std::nullopt;
}

std::string url_of(const DispatchPage& page, std::size_t entry) {
  const OutlineItem* group = heading_of(page.dispatch.outline, page.entries[entry].item);
  const std::string fragment = '#' + percent_encode(anchor_of(group->path));
  if (entry >= page.begin && entry < page.end) return fragment;
  return dispatch_url(page.dispatch.id) +
         query_string({{"page", std::to_string(entry / page.per_page + 1)}}) + fragment;
}

// The headings that the entries shown stand under directly.
std::set<std::string> shown_headings(const DispatchPage& page) {
  std::set<std::string> paths;
  for (std::size_t i = page.begin; i < page.end; ++i) {
    const OutlineItem* heading = heading_of(page.dispatch.outline, page.entries[i].item);
    if (heading != nullptr) paths.insert(heading->path);
  }
  return paths;
}

}  // namespace

const OutlineItem* heading_of(const std::vector<OutlineItem>& outline, std::string_view item) {
  const std::string_view section = section_of(item);
  const OutlineItem* best = nullptr;
  for (const OutlineItem& heading : outline) {
    if (is_under(section, heading.path) && (best == nullptr || heading.path.size() > best->path.size())) {
      best = &heading;
    }
  }
  return best;
}

json outline_rows(const DispatchPage& page) {
  const std::set<std::string> shown = shown_headings(page);
  json rows = json::array();
  for (const OutlineItem& heading : page.dispatch.outline) {
    const std::optional<std::size_t> first = first_under(page, heading);
    rows.push_back({{"path", heading.path},
                    {"heading", heading.heading},
                    {"url", first ? url_of(page, *first) : ""},
                    {"anchor", shown.contains(heading.path) ? "" : anchor_of(heading.path)}});
  }
  return rows;
}

json entry_groups(const DispatchPage& page, const Texts& texts) {
  json groups = json::array();
  std::set<std::string> anchored;
  const OutlineItem* current = nullptr;
  for (std::size_t i = page.begin; i < page.end; ++i) {
    const Entry& entry = page.entries[i];
    const OutlineItem* heading = heading_of(page.dispatch.outline, entry.item);
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
