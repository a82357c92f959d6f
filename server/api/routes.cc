#include "server/api/routes.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>

#include "server/api/api_handlers.h"
#include "server/api/errors.h"
#include "server/api/page_handlers.h"
#include "server/api/system_handlers.h"

namespace giaidap {
namespace {

constexpr std::string_view kNamePart = "{name}";

constexpr auto kRoutes = std::to_array<Route>({
    {"/", page_search, Reader::Person},
    {"/muc/{name}", page_entry, Reader::Person},
    {"/van-ban", page_dispatches, Reader::Person},
    {"/van-ban/{name}", page_dispatch, Reader::Person},
    {"/api/v1/search", api_search, Reader::Program},
    {"/api/v1/entries/{name}", api_entry, Reader::Program},
    {"/api/v1/dispatches", api_dispatches, Reader::Program},
    {"/api/v1/dispatches/{name}", api_dispatch, Reader::Program},
    {"/api/v1/documents/{name}", api_document, Reader::Program},
    {"/api/v1/suggest", api_suggest, Reader::Program},
    {"/api/v1/openapi.json", openapi, Reader::Program},
    {"/healthz", healthz, Reader::Program},
    {"/readyz", readyz, Reader::Program},
    {"/metrics", metrics_text, Reader::Program},
    {"/opensearch.xml", opensearch, Reader::Program},
    {"/static/{name}", static_file, Reader::Program},
});

struct Found {
  const Route* route;
  std::string name;
};

// Segments from one on, with the slashes that parted them: names may be sent with their slashes unescaped.
std::string join(const std::vector<std::string>& segments, std::size_t from) {
  std::string joined = segments[from];
  for (std::size_t i = from + 1; i < segments.size(); ++i) joined += '/' + segments[i];
  return joined;
}

// The name that stands at {name}, empty for patterns without one; nullopt where the pattern does not fit.
std::optional<std::string> match(std::string_view pattern, const std::vector<std::string>& segments) {
  pattern.remove_prefix(1);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::size_t slash = pattern.find('/');
    const std::string_view part = pattern.substr(0, slash);
    if (part == kNamePart) {
      std::string name = join(segments, i);
      return name.empty() ? std::nullopt : std::optional(name);
    }
    const bool pattern_ends = slash == std::string_view::npos;
    if (part != segments[i] || pattern_ends != (i + 1 == segments.size())) return std::nullopt;
    pattern.remove_prefix(pattern_ends ? pattern.size() : slash + 1);
  }
  return "";
}

std::optional<Found> find_route(const std::vector<std::string>& segments) {
  for (const Route& route : kRoutes) {
    if (auto name = match(route.pattern, segments)) return Found{&route, std::move(*name)};
  }
  return std::nullopt;
}

Reader reader_of(std::string_view target) {
  return target.rfind("/api/", 0) == 0 ? Reader::Program : Reader::Person;
}

Reply error_reply_for(const App& app, Reader reader, int status, const Error& error) {
  if (reader == Reader::Person) return error_page(app, status, error);
  return Reply{
      .type = "application/json", .body = error_json(status, error_message(error)), .status = status};
}

// The one catch of the server: what libraries throw past us.
Result<Reply> handle(App& app, const Route& route, const Call& call) {
  try {
    return route.handler(app, call);
  } catch (const std::exception& failure) {
    spdlog::error("{} threw: {}", route.pattern, failure.what());
    return Error{ErrorCode::Internal, std::string(status_message(500)), ""};
  }
}

}  // namespace

Reply error_reply(const App& app, std::string_view target, int status, const Error& error) {
  return error_reply_for(app, reader_of(target), status, error);
}

Answered answer(App& app, const Asked& asked) {
  Result<Target> target = parse_target(asked.target);
  if (!target) return {"none", error_reply(app, asked.target, 400, target.error())};
  const std::optional<Found> found = find_route(target.value().segments);
  if (!found) {
    const Error unknown{ErrorCode::NotFound, std::string(status_message(404)), ""};
    return {"none", error_reply(app, asked.target, 404, unknown)};
  }
  const Call call{found->name, std::move(target.value().parameters), asked.if_none_match, asked.host};
  Result<Reply> reply = handle(app, *found->route, call);
  if (reply) return {std::string(found->route->pattern), std::move(reply).value()};
  const Error& error = reply.error();
  return {std::string(found->route->pattern),
          error_reply_for(app, found->route->reader, http_status(error.code), error)};
}

}  // namespace giaidap
