#include "server/api/desk_handlers.h"

#include <array>

#include "indexer/text/normalize.h"
#include "server/api/basic_credentials.h"
#include "server/api/desk_view.h"
#include "server/api/page.h"
#include "server/api/parameters.h"

namespace giaidap {
namespace {

constexpr std::size_t kShownRows = 20;
constexpr std::size_t kExportedRows = 10'000;

// Another site's form would have the other site's origin.
bool is_our_form(const Asked& asked) {
  const std::size_t scheme_end = asked.origin.find("://");
  return asked.origin.empty() ||
         (scheme_end != std::string::npos && asked.origin.substr(scheme_end + 3) == asked.host);
}

Reply refused(const App& app, const Call& call, int status) {
  return error_page(app, call.asked, status, Error{ErrorCode::BadInput, "", ""});
}

// What the handler gives to those who know the token.
template <typename Answer>
Result<Reply> for_desk(App& app, const Call& call, Answer answer) {
  if (app.desk == nullptr) return Error{ErrorCode::NotFound, "no token is configured", ""};
  if (!same_secret(basic_password(call.asked.authorization), app.desk_token)) {
    Reply reply = refused(app, call, 401);
    reply.headers.emplace_back("WWW-Authenticate", R"(Basic realm="Giai Dap", charset="UTF-8")");
    return reply;
  }
  Result<Reply> reply = answer();
  if (reply) reply.value().cache_control = kNotKept;
  return reply;
}

struct List {
  std::string_view name;
  ExportSheet (*sheet)(const DeskReport& report, const Texts& texts);
};
constexpr auto kLists = std::to_array<List>({
    {"khong-thay.csv", nothing_found_sheet},
    {"hoi-nhieu.csv", most_asked_sheet},
    {"danh-gia.csv", votes_sheet},
});

}  // namespace

Result<Reply> vote(App& app, const Call& call) {
  if (!is_our_form(call.asked)) return refused(app, call, 403);
  const std::string right = first_value(call.parameters, "dung").value_or("");
  if (right != "0" && right != "1") return Error{ErrorCode::BadInput, "must be 0 or 1", "dung"};
  const auto hit =
      app.searchers->borrow()->entry(normalize_text(first_value(call.parameters, "muc").value_or("")));
  if (!hit) return hit.error();
  const std::string& entry = hit.value().entry.name;
  app.metrics->count_vote(right == "1");
  if (app.desk != nullptr) app.desk->note_vote(entry, right == "1");
  return page(app, call, "thanks",
              {{"page_title", call.texts()["vote.thanks"]}, {"url", entry_url(entry)}, {"name", entry}});
}

Result<Reply> page_desk(App& app, const Call& call) {
  return for_desk(app, call, [&]() -> Result<Reply> {
    const auto report = app.desk->report(kShownRows);
    if (!report) return report.error();
    return page(app, call, "desk", desk_view(report.value(), call.texts()));
  });
}

Result<Reply> export_desk(App& app, const Call& call) {
  return for_desk(app, call, [&]() -> Result<Reply> {
    for (const List& list : kLists) {
      if (call.name != list.name) continue;
      const auto report = app.desk->report(kExportedRows);
      if (!report) return report.error();
      return attachment(call.name, "text/csv; charset=utf-8",
                        as_csv(list.sheet(report.value(), call.texts())));
    }
    return Error{ErrorCode::NotFound, "there is no such list", ""};
  });
}

}  // namespace giaidap
