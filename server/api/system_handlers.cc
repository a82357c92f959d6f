#include "server/api/system_handlers.h"

#include "server/api/json_views.h"
#include "server/api/page.h"
#include "server/api/parameters.h"
#include "server/api/suggest.h"

namespace giaidap {
namespace {

constexpr const char* kYear = "public, max-age=31536000, immutable";
constexpr const char* kMinutes = "public, max-age=300";
constexpr const char* kOwnMinutes = "private, max-age=300";

Reply file_reply(const StaticFile& file, const char* cache_control) {
  return Reply{.type = file.type, .body = file.body, .etag = file.etag, .cache_control = cache_control};
}

}  // namespace

Result<Reply> healthz(App& /*app*/, const Call& /*call*/) {
  return Reply{.type = "application/json", .body = R"({"status":"ok"})"};
}

Result<Reply> readyz(App& app, const Call& /*call*/) {
  const auto health = app.watchers->borrow()->health_as_read();
  if (!health) return health.error();
  const nlohmann::json view = {{"status", "ready"},
                               {"entries", health.value().entries},
                               {"revision", health.value().revision},
                               {"partial", health.value().partial}};
  return Reply{.type = "application/json", .body = dump(view)};
}

Result<Reply> metrics_text(App& app, const Call& /*call*/) {
  const auto searcher = app.watchers->borrow();
  if (const auto health = searcher->health()) {
    const Searcher::Health& index = health.value();
    app.metrics->set_index({index.entries, index.revision, index.reopenings, searcher->bytes()});
  }
  // Its counters count this request too, so that no two answers are alike.
  return Reply{.type = "text/plain; version=0.0.4; charset=utf-8",
               .body = app.metrics->text(),
               .cache_control = kNotKept};
}

Result<Reply> openapi(App& app, const Call& /*call*/) {
  return file_reply(*app.files.find("openapi.json"), kMinutes);
}

// The description must name the service by its whole address, which only the request knows. A cache in front
// may take all hosts for one (nginx does, unless told otherwise), and would give everybody the host that one
// client named: it is for the browser alone. What else holds that address is asked for again each time, and
// its tag tells.
Result<Reply> opensearch(App& /*app*/, const Call& call) {
  return Reply{.type = "application/opensearchdescription+xml",
               .body = call.ui.templates.render(
                   "opensearch", {{"site", site_address(call.asked)}, {"lang", call.texts().language()}}),
               .cache_control = kOwnMinutes,
               .vary = kByLanguage};
}

Result<Reply> opensearch_suggest(App& app, const Call& call) {
  const auto q = query_parameter(call.parameters);
  if (!q) return q.error();
  const auto suggestions = suggest(app, q.value());
  if (!suggestions) return suggestions.error();
  nlohmann::json texts = nlohmann::json::array();
  for (const Suggestion& one : suggestions.value()) texts.push_back(one.text);
  return Reply{.type = "application/x-suggestions+json",
               .body = dump(nlohmann::json::array({q.value(), texts}))};
}

Result<Reply> static_file(App& app, const Call& call) {
  const StaticFile* file = app.files.find(call.name);
  if (file == nullptr) return Error{ErrorCode::NotFound, "there is no such file", ""};
  return file_reply(*file, kYear);
}

}  // namespace giaidap
