#include "server/api/system_handlers.h"

#include <algorithm>

#include "server/api/json_views.h"

namespace giaidap {
namespace {

constexpr const char* kYear = "public, max-age=31536000, immutable";
constexpr const char* kMinutes = "public, max-age=300";

Reply file_reply(const StaticFile& file, const Call& call, const char* cache_control) {
  Reply reply{.type = file.type, .body = file.body, .etag = file.etag, .cache_control = cache_control};
  if (call.if_none_match.find(file.etag) != std::string::npos) {
    reply.status = 304;
    reply.body.clear();
  }
  return reply;
}

// A host header of letters, digits, dots, dashes, a port or an IPv6 address; anything else is not repeated.
bool is_plain_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-:[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

Result<Reply> healthz(App& /*app*/, const Call& /*call*/) {
  return Reply{.type = "application/json", .body = R"({"status":"ok"})"};
}

Result<Reply> readyz(App& app, const Call& /*call*/) {
  const auto health = app.searchers.borrow()->health();
  if (!health) return health.error();
  const nlohmann::json view = {
      {"status", "ready"}, {"entries", health.value().entries}, {"revision", health.value().revision}};
  return Reply{.type = "application/json", .body = dump(view)};
}

Result<Reply> metrics_text(App& app, const Call& /*call*/) {
  if (const auto health = app.searchers.borrow()->health()) {
    app.metrics.set_index(health.value().entries, health.value().revision);
  }
  return Reply{.type = "text/plain; version=0.0.4; charset=utf-8", .body = app.metrics.text()};
}

Result<Reply> openapi(App& app, const Call& call) {
  return file_reply(*app.files.find("openapi.json"), call, kMinutes);
}

// The description must name the service by its whole address, which only the request knows.
Result<Reply> opensearch(App& app, const Call& call) {
  const std::string host = is_plain_host(call.host) ? call.host : "localhost";
  return Reply{.type = "application/opensearchdescription+xml",
               .body = app.templates.render("opensearch", {{"host", host}}),
               .cache_control = kMinutes};
}

Result<Reply> static_file(App& app, const Call& call) {
  const StaticFile* file = app.files.find(call.name);
  if (file == nullptr) return Error{ErrorCode::NotFound, "there is no such file", ""};
  return file_reply(*file, call, kYear);
}

}  // namespace giaidap
