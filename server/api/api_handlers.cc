#include "server/api/api_handlers.h"

#include <cmath>

#include "server/api/etag.h"
#include "server/api/finders.h"
#include "server/api/json_views.h"
#include "server/api/parameters.h"
#include "server/api/suggest.h"

namespace giaidap {
namespace {

Reply json_reply(const nlohmann::json& view) { return Reply{.type = "application/json", .body = dump(view)}; }

// The tag is of what was found; what this time took is told behind it, as the object's last member.
Reply search_reply(const SearchAnswered& answered) {
  Reply reply = json_reply(search_json(answered));
  reply.etag = etag_of(reply.body);
  reply.body.pop_back();
  reply.body += R"(,"took_ms":)" + dump(std::round(answered.took_ms * 100) / 100) + '}';
  return reply;
}

}  // namespace

Result<Reply> api_search(App& app, const Call& call) {
  const auto answered = find_results(app, call.parameters);
  if (!answered) return answered.error();
  return search_reply(answered.value());
}

Result<Reply> api_entry(App& app, const Call& call) {
  const auto found = find_entry(app, call.name);
  if (!found) return found.error();
  return json_reply(entry_json(found.value().hit, found.value().related, found.value().other_answers));
}

Result<Reply> api_dispatches(App& app, const Call& /*call*/) {
  const auto listed = find_dispatches(app);
  if (!listed) return listed.error();
  nlohmann::json rows = nlohmann::json::array();
  for (const Searcher::Listed& one : listed.value()) rows.push_back(listed_json(one));
  return json_reply({{"dispatches", rows}});
}

Result<Reply> api_dispatch(App& app, const Call& call) {
  const auto listed = find_dispatch(app, call.name);
  if (!listed) return listed.error();
  return json_reply(dispatch_json(listed.value()));
}

Result<Reply> api_document(App& app, const Call& call) {
  const auto document = find_document(app, call.name);
  if (!document) return document.error();
  return json_reply(document_json(document.value()));
}

Result<Reply> api_asked_before(App& app, const Call& call) {
  const auto q = query_parameter(call.parameters);
  if (!q) return q.error();
  const auto asked = app.searchers->borrow()->asked_before(q.value());
  if (!asked) return asked.error();
  return json_reply(asked_json(asked.value()));
}

Result<Reply> api_suggest(App& app, const Call& call) {
  const auto q = query_parameter(call.parameters);
  if (!q) return q.error();
  const auto suggestions = suggest(app, q.value());
  if (!suggestions) return suggestions.error();
  nlohmann::json rows = nlohmann::json::array();
  for (const Suggestion& one : suggestions.value()) {
    rows.push_back({{"text", one.text}, {"kind", one.kind}, {"url", one.url}});
  }
  return json_reply({{"query", q.value()}, {"suggestions", rows}});
}

}  // namespace giaidap
