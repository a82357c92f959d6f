#include "server/api/exports.h"

#include <array>

#include "server/answer/citation.h"
#include "server/api/labels.h"
#include "server/api/page.h"
#include "server/api/parameters.h"
#include "server/api/sheet.h"
#include "server/api/today_view.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr const char* kFeedPath = "/tin.atom";
constexpr int kFeedEntries = 50;
constexpr std::size_t kMaxSummary = 600;           // characters
constexpr const char* kUnknownDay = "1970-01-01";  // a feed's entries must bear a date
constexpr const char* kMidnight = "T00:00:00+07:00";

Result<std::vector<SearchHit>> selected(Searcher& searcher, const Parameters& parameters) {
  std::vector<SearchHit> hits;
  for (const auto& [name, value] : parameters) {
    if (name != "muc" || hits.size() == kMaxExported) continue;
    Result<SearchHit> hit = searcher.entry(value);
    if (!hit) return hit.error();
    hits.push_back(std::move(hit).value());
  }
  return hits;
}

Result<std::vector<SearchHit>> all_results(Searcher& searcher, SearchRequest request) {
  std::vector<SearchHit> hits;
  request.per_page = kMaxPerPage;
  for (request.page = 1; hits.size() < kMaxExported; ++request.page) {
    Result<SearchResponse> found = searcher.search(request);
    if (!found) return found.error();
    for (SearchHit& hit : found.value().hits) hits.push_back(std::move(hit));
    if (found.value().hits.size() < static_cast<std::size_t>(request.per_page)) break;
  }
  return hits;
}

Result<std::vector<SearchHit>> exported(App& app, const Parameters& parameters) {
  const Result<SearchParameters> parsed = parse_search(parameters);
  if (!parsed) return parsed.error();
  const auto searcher = app.searchers->borrow();
  return first_value(parameters, "muc") ? selected(*searcher, parameters)
                                        : all_results(*searcher, parsed.value().request);
}

// One column of the list.
struct Column {
  const char* name;  // behind "column." in the texts
  double width;
  std::string (*cell)(const SearchHit& hit, const Texts& texts);
};

constexpr auto kColumns = std::to_array<Column>({
    {"entry", 22, [](const SearchHit& hit, const Texts&) { return hit.entry.name; }},
    {"kind", 12, [](const SearchHit& hit, const Texts& t) { return t["kind." + to_string(hit.entry.kind)]; }},
    {"status", 14,
     [](const SearchHit& hit, const Texts& t) { return t["status." + to_string(hit.entry.status)]; }},
    {"dispatch", 22, [](const SearchHit& hit, const Texts& t) { return dispatch_label(hit.dispatch, t); }},
    {"date", 12, [](const SearchHit& hit, const Texts& t) { return t.date(hit.dispatch.date.value_or("")); }},
    {"issuer", 28, [](const SearchHit& hit, const Texts&) { return hit.dispatch.issuer.value_or(""); }},
    {"agencies", 28, [](const SearchHit& hit, const Texts&) { return joined(hit.entry.agencies, "; "); }},
    {"today", 28,
     [](const SearchHit& hit, const Texts& t) { return today_text(hit.today, hit.entry.agencies, t); }},
    {"petitioners", 24,
     [](const SearchHit& hit, const Texts&) { return joined(hit.entry.petitioners, "; "); }},
    {"topic", 24, [](const SearchHit& hit, const Texts&) { return hit.entry.topic; }},
    {"question", 60,
     [](const SearchHit& hit, const Texts&) {
       return hit.entry.question ? *hit.entry.question : hit.entry.text;
     }},
    {"answer", 80, [](const SearchHit& hit, const Texts&) { return hit.entry.answer.value_or(""); }},
    {"deadline", 16, [](const SearchHit& hit, const Texts&) { return hit.entry.deadline.value_or(""); }},
    {"citation", 50, [](const SearchHit& hit, const Texts&) { return citation(hit); }},
});

ExportSheet sheet_of(const std::vector<SearchHit>& hits, const Call& call) {
  const Texts& texts = call.texts();
  ExportSheet sheet{.title = texts["export.title"], .columns = {}, .rows = {}};
  for (const Column& column : kColumns) {
    sheet.columns.push_back(texts[std::string("column.") + column.name]);
    sheet.widths.push_back(column.width);
  }
  sheet.columns.push_back(texts["column.url"]);
  for (const SearchHit& hit : hits) {
    std::vector<std::string> row;
    row.reserve(sheet.columns.size());
    for (const Column& column : kColumns) row.push_back(column.cell(hit, texts));
    row.push_back(site_address(call.asked) + entry_url(hit.entry.name));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Result<std::string> csv(const std::vector<SearchHit>& hits, const Call& call) {
  return as_csv(sheet_of(hits, call));
}

Result<std::string> xlsx(const std::vector<SearchHit>& hits, const Call& call) {
  return as_xlsx(sheet_of(hits, call));
}

Result<std::string> html(const std::vector<SearchHit>& hits, const Call& call) {
  json rows = json::array();
  for (const SearchHit& hit : hits) {
    json row = hit_row(hit, call.texts());
    row["citation"] = citation(hit);
    row["question"] = hit.entry.question ? *hit.entry.question : hit.entry.text;
    row["answer"] = hit.entry.answer.value_or("");
    row["petitioners"] = joined(hit.entry.petitioners, "; ");
    row["url"] = site_address(call.asked) + entry_url(hit.entry.name);
    rows.push_back(std::move(row));
  }
  return call.ui.templates.render("export", {{"lang", call.texts().language()}, {"entries", rows}});
}

struct Format {
  std::string_view ending;
  const char* type;
  Result<std::string> (*write)(const std::vector<SearchHit>& hits, const Call& call);
};

constexpr auto kFormats = std::to_array<Format>({
    {".csv", "text/csv; charset=utf-8", csv},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx},
    {".html", "text/html; charset=utf-8", html},
});

json feed_row(const SearchHit& hit, const Call& call) {
  json row = hit_row(hit, call.texts());
  row["url"] = site_address(call.asked) + entry_url(hit.entry.name);
  row["updated"] = hit.dispatch.date.value_or(kUnknownDay) + kMidnight;
  row["author"] = joined(hit.entry.agencies, "; ");
  if (hit.entry.agencies.empty())
    row["author"] = hit.dispatch.issuer.value_or(dispatch_label(hit.dispatch, call.texts()));
  row["summary"] = shortened(hit.entry.answer ? *hit.entry.answer : hit.entry.text, kMaxSummary);
  return row;
}

}  // namespace

Result<Reply> export_results(App& app, const Call& call) {
  constexpr std::string_view kStem = "giai-dap";
  for (const Format& format : kFormats) {
    if (call.name != std::string(kStem) + std::string(format.ending)) continue;
    const auto hits = exported(app, call.parameters);
    if (!hits) return hits.error();
    Result<std::string> written = format.write(hits.value(), call);
    if (!written) return written.error();
    return attachment(call.name, format.type, std::move(written).value());
  }
  return Error{ErrorCode::NotFound, "there is no such format", ""};
}

std::string feed_url(const SearchRequest& request) {
  return kFeedPath + query_string(to_parameters(request));
}

Result<Reply> atom_feed(App& app, const Call& call) {
  Result<SearchParameters> parsed = parse_search(call.parameters);
  if (!parsed) return parsed.error();
  SearchRequest& request = parsed.value().request;
  request.sort = SortOrder::Date;
  request.page = 1;
  request.per_page = kFeedEntries;
  const auto found = app.searchers->borrow()->search(request);
  if (!found) return found.error();
  json rows = json::array();
  for (const SearchHit& hit : found.value().hits) rows.push_back(feed_row(hit, call));
  const std::string site = site_address(call.asked);
  const std::string updated =
      rows.empty() ? std::string(kUnknownDay) + kMidnight : rows[0]["updated"].get<std::string>();
  std::string about = request.q;
  for (const auto* values : {&request.agency, &request.topic, &request.dispatch}) {
    for (const std::string& value : *values) about += (about.empty() ? "" : ", ") + value;
  }
  return Reply{.type = "application/atom+xml",
               .body = call.ui.templates.render("atom", {{"lang", call.texts().language()},
                                                         {"about", about},
                                                         {"self", site + std::string(call.asked.target)},
                                                         {"page", site + "/" + query_string(call.parameters)},
                                                         {"updated", updated},
                                                         {"entries", rows}}),
               .vary = kByLanguage};
}

}  // namespace giaidap
