#include "server/api/desk_view.h"

#include <algorithm>

#include "server/api/urls.h"

namespace giaidap {
namespace {

using nlohmann::json;

// The plot's own units.
constexpr std::uint64_t kPlotHeight = 100;
constexpr int kDayWidth = 20;
constexpr int kBarWidth = 14;

// A bar from the ground: what it stands for as a share of the greatest; at least a line for anything.
json bar(std::uint64_t count, std::uint64_t greatest) {
  const std::uint64_t height = count == 0 ? 0 : std::max<std::uint64_t>(1, count * kPlotHeight / greatest);
  return {{"y", std::to_string(kPlotHeight - height)}, {"height", std::to_string(height)}};
}

json plot(const std::vector<DayOfSearches>& days, const Texts& texts) {
  std::uint64_t greatest = 1;
  for (const DayOfSearches& day : days) greatest = std::max(greatest, day.searches);
  json bars = json::array();
  for (std::size_t i = 0; i < days.size(); ++i) {
    bars.push_back({{"x", std::to_string(static_cast<int>(i) * kDayWidth)},
                    {"all", bar(days[i].searches, greatest)},
                    {"nothing", bar(days[i].found_nothing, greatest)},
                    {"day", texts.date(days[i].day)},
                    {"searches", days[i].searches},
                    {"found_nothing", days[i].found_nothing}});
  }
  return {{"bars", bars},
          {"bar_width", std::to_string(kBarWidth)},
          {"width", std::to_string(static_cast<int>(days.size()) * kDayWidth)},
          {"height", std::to_string(kPlotHeight)},
          {"greatest", greatest},
          {"first_day", days.empty() ? "" : texts.date(days.front().day)},
          {"last_day", days.empty() ? "" : texts.date(days.back().day)}};
}

json query_rows(const std::vector<AskedQuery>& queries, const Texts& texts) {
  json rows = json::array();
  for (const AskedQuery& asked : queries) {
    rows.push_back({{"query", asked.query},
                    {"times", asked.times},
                    {"last", texts.date(asked.last_day)},
                    {"url", "/" + query_string({{"q", asked.query}})}});
  }
  return rows;
}

json vote_rows(const std::vector<EntryVotes>& voted) {
  json rows = json::array();
  for (const EntryVotes& one : voted) {
    rows.push_back(
        {{"entry", one.entry}, {"right", one.right}, {"wrong", one.wrong}, {"url", entry_url(one.entry)}});
  }
  return rows;
}

ExportSheet query_sheet(const char* title, const std::vector<AskedQuery>& queries, const Texts& texts) {
  ExportSheet sheet{.title = texts[title],
                    .columns = {texts["desk.query"], texts["desk.times"], texts["desk.last"]},
                    .rows = {}};
  for (const AskedQuery& asked : queries) {
    sheet.rows.push_back({asked.query, std::to_string(asked.times), texts.date(asked.last_day)});
  }
  return sheet;
}

}  // namespace

json desk_view(const DeskReport& report, const Texts& texts) {
  return {{"page_title", texts["desk.title"]},
          {"lead", report.since.empty() ? texts["desk.none"]
                                        : filled(texts["desk.lead"], {{"from", texts.date(report.since)}})},
          {"searches", report.searches},
          {"found_nothing", report.found_nothing},
          {"without_answer", report.without_answer},
          {"votes_right", report.votes_right},
          {"votes_wrong", report.votes_wrong},
          {"plot", plot(report.days, texts)},
          {"nothing_list", query_rows(report.nothing_found, texts)},
          {"has_nothing", !report.nothing_found.empty()},
          {"most_list", query_rows(report.most_asked, texts)},
          {"has_most", !report.most_asked.empty()},
          {"vote_list", vote_rows(report.voted)},
          {"has_votes", !report.voted.empty()}};
}

ExportSheet nothing_found_sheet(const DeskReport& report, const Texts& texts) {
  return query_sheet("desk.unanswered", report.nothing_found, texts);
}

ExportSheet most_asked_sheet(const DeskReport& report, const Texts& texts) {
  return query_sheet("desk.most_asked", report.most_asked, texts);
}

ExportSheet votes_sheet(const DeskReport& report, const Texts& texts) {
  ExportSheet sheet{.title = texts["desk.voted"],
                    .columns = {texts["desk.entry"], texts["vote.yes"], texts["vote.no"]},
                    .rows = {}};
  for (const EntryVotes& one : report.voted) {
    sheet.rows.push_back({one.entry, std::to_string(one.right), std::to_string(one.wrong)});
  }
  return sheet;
}

}  // namespace giaidap
