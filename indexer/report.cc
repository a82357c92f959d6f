#include "indexer/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/base/json.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestShown = 100;  // bytes of a row's text

const char* word_of(FileStatus status) {
  switch (status) {
    case FileStatus::Indexed:
      return "indexed";
    case FileStatus::Unchanged:
      return "unchanged";
    case FileStatus::Failed:
      break;
  }
  return "failed";
}

json to_json(const ReportedDispatch& reported) {
  const json whole = giaidap::to_json(reported.dispatch);
  json shown{{"counts", reported.counts},
             {"signer", {{"title", whole["signer"]["title"]}, {"name", whole["signer"]["name"]}}}};
  for (const char* field : {"number", "date", "place", "issuer", "kind", "title"})
    shown[field] = whole[field];
  return shown;
}

json to_json(const FileReport& report) {
  json shown{{"file", report.file}, {"status", word_of(report.status)}};
  shown["error"] = report.error.empty() ? json(nullptr) : json(report.error);
  shown["dispatches"] = json::array();
  for (const ReportedDispatch& dispatch : report.dispatches) shown["dispatches"].push_back(to_json(dispatch));
  shown["findings"] = json::array();
  for (const Finding& finding : report.findings) {
    shown["findings"].push_back({{"place", finding.place}, {"message", finding.message}});
  }
  return shown;
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

}  // namespace

json to_json(const std::vector<FileReport>& files) {
  json shown = json::array();
  for (const FileReport& file : files) shown.push_back(to_json(file));
  return {{"files", shown}};
}

std::string head_line(const Dispatch& dispatch) {
  const auto shown = [](const std::optional<std::string>& field) {
    return field && !field->empty() ? *field : std::string("-");
  };
  return fmt::format("{} | {} | {} | {} | {} | {}", shown(dispatch.number), shown(dispatch.date),
                     shown(dispatch.kind), shown(dispatch.issuer), shown(dispatch.title),
                     shown(dispatch.signer.name));
}

std::string row_line(const Entry& entry) {
  const std::vector<std::string>& names =
      entry.kind == EntryKind::Petition && !entry.petitioners.empty() ? entry.petitioners : entry.agencies;
  std::string question = entry.question.value_or("-");
  std::replace(question.begin(), question.end(), '\n', ' ');
  if (question.size() > kLongestShown)
    question = question.substr(0, question.rfind(' ', kLongestShown)) + " …";
  return fmt::format("{} | {} | {}", entry.item,
                     names.empty() ? "-" : fmt::format("{}", fmt::join(names, "; ")), question);
}

std::string summary(const FileReport& report) {
  std::size_t entries = 0;
  for (const ReportedDispatch& dispatch : report.dispatches) {
    for (const auto& [kind, count] : dispatch.counts) entries += static_cast<std::size_t>(count);
  }
  return counted(report.dispatches.size(), "dispatch", "dispatches") + ", " +
         counted(entries, "entry", "entries");
}

}  // namespace giaidap
