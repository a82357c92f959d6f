#include "server/api/routes.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>

#include "server/api/api_handlers.h"
#include "server/api/desk_handlers.h"
#include "server/api/errors.h"
#include "server/api/etag.h"
#include "server/api/exports.h"
#include "server/api/letter_handlers.h"
#include "server/api/log.h"
#include "server/api/page.h"
#include "server/api/page_handlers.h"
#include "server/api/parameters.h"
#include "server/api/system_handlers.h"

namespace giaidap {
namespace {

constexpr std::string_view kNamePart = "{name}";

constexpr auto kRoutes = std::to_array<Route>({
    {"/", page_search, Reader::Person},
    {"/muc/{name}", page_entry, Reader::Person},
    {"/van-ban", page_dispatches, Reader::Person},
    {"/van-ban/{name}", page_dispatch, Reader::Person},
    {"/co-quan", page_agencies, Reader::Person},
    {"/co-quan/{name}", page_agency, Reader::Person},
    {"/nhom", page_topics, Reader::Person},
    {"/nhom/{name}", page_topic, Reader::Person},
    {"/da-hoi", page_letter, Reader::Person},
    {"/da-hoi", answer_letter, Reader::Person, Method::Form},
    {"/danh-gia", vote, Reader::Person, Method::Form},
    {"/ban-giai-dap", page_desk, Reader::Person},
    {"/ban-giai-dap/{name}", export_desk, Reader::Person},
    {"/xuat/{name}", export_results, Reader::Person},
    {"/tin.atom", atom_feed, Reader::Program},
    {"/api/v1/search", api_search, Reader::Program},
    {"/api/v1/entries/{name}", api_entry, Reader::Program},
    {"/api/v1/dispatches", api_dispatches, Reader::Program},
    {"/api/v1/dispatches/{name}", api_dispatch, Reader::Program},
    {"/api/v1/documents/{name}", api_document, Reader::Program},
    {"/api/v1/asked-before", api_asked_before, Reader::Program},
    {"/api/v1/suggest", api_suggest, Reader::Program},
    {"/api/v1/openapi.json", openapi, Reader::Program, Method::Read, Work::Light},
    {"/healthz", healthz, Reader::Program, Method::Read, Work::Light},
    {"/readyz", readyz, Reader::Program, Method::Read, Work::Watch},
    {"/metrics", metrics_text, Reader::Program, Method::Read, Work::Watch},
    {"/opensearch.xml", opensearch, Reader::Program, Method::Read, Work::Light},
    {"/goi-y", opensearch_suggest, Reader::Program},
    {"/static/{name}", static_file, Reader::Program, Method::Read, Work::Light},
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

bool is_asked_by(const Route& route, std::string_view method) {
  return route.method == Method::Form ? method == "POST" : method == "GET" || method == "HEAD";
}

std::optional<Found> find_route(const std::vector<std::string>& segments, std::string_view method) {
  for (const Route& route : kRoutes) {
    if (!is_asked_by(route, method)) continue;
    if (auto name = match(route.pattern, segments)) return Found{&route, std::move(*name)};
  }
  return std::nullopt;
}

// The methods that this address knows, as "Allow" names them; empty for an address that does not exist.
std::string allowed_methods(const std::vector<std::string>& segments) {
  std::string methods;
  if (find_route(segments, "GET")) methods = "GET, HEAD";
  if (find_route(segments, "POST")) methods += methods.empty() ? "POST" : ", POST";
  return methods;
}

// Of an address that no route was looked for, as its request was refused, or that has none.
Reader reader_of(std::string_view target) {
  if (target.rfind("/api/", 0) == 0) return Reader::Program;
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  const auto* const route =
      std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& one) { return one.pattern == path; });
  return route == kRoutes.end() ? Reader::Person : route->reader;
}

Reply error_reply_for(const App& app, Reader reader, const Asked& asked, int status, const Error& error) {
  if (reader == Reader::Person) return error_page(app, asked, status, error);
  return Reply{
      .type = "application/json", .body = error_json(status, error_message(error)), .status = status};
}

// No route answers: the address does not exist, or not for this method.
Reply no_route(const App& app, const Asked& asked, const std::vector<std::string>& segments) {
  const std::string allowed = allowed_methods(segments);
  const int status = allowed.empty() ? 404 : 405;
  const Error error{ErrorCode::NotFound, std::string(status_message(status)), ""};
  Reply reply = error_reply(app, asked, status, error);
  if (!allowed.empty()) reply.headers.emplace_back("Allow", allowed);
  return reply;
}

// What fails on our side is told to the log; files and libraries are nobody else's business.
Error kept_inside(const Route& route, const Error& error) {
  if (error.code != ErrorCode::Internal && error.code != ErrorCode::Unavailable) return error;
  log_error(std::string(route.pattern) + ": " + error_message(error));
  return Error{error.code, std::string(status_message(http_status(error.code))), ""};
}

// What libraries throw past us.
Result<Reply> handle(App& app, const Route& route, const Call& call) {
  try {
    Result<Reply> reply = route.handler(app, call);
    if (!reply) return kept_inside(route, reply.error());
    return reply;
  } catch (const std::exception& failure) {
    return kept_inside(route, Error{ErrorCode::Internal, failure.what(), ""});
  }
}

// What the client has already is not sent again.
Reply once(Reply reply, const Asked& asked) {
  if (reply.status != 200 || reply.cache_control == kNotKept) return reply;
  if (reply.etag.empty()) reply.etag = etag_of(reply.body);
  if (asked.method != "POST" && names_etag(asked.if_none_match, reply.etag)) {
    reply.status = 304;
    reply.body.clear();
  }
  return reply;
}

// Those of the address, then those of the form.
Result<Parameters> all_parameters(const Asked& asked, Parameters of_target) {
  Result<Parameters> form = parse_parameters(asked.body);
  if (!form) return form.error();
  for (auto& parameter : form.value()) of_target.push_back(std::move(parameter));
  if (const auto checked = check_repeats(of_target); !checked) return checked.error();
  return of_target;
}

}  // namespace

Work work_of(std::string_view target) {
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  for (const Route& route : kRoutes) {
    const std::size_t name = route.pattern.find(kNamePart);
    const bool fits = name == std::string_view::npos ? path == route.pattern
                                                     : path.substr(0, name) == route.pattern.substr(0, name);
    if (fits && route.work != Work::Search) return route.work;
  }
  return Work::Search;
}

Reply error_reply(const App& app, const Asked& asked, int status, const Error& error) {
  return error_reply_for(app, reader_of(asked.target), asked, status, error);
}

Answered answer(App& app, const Asked& asked) {
  Result<Target> target = parse_target(asked.target);
  if (!target) return {"none", error_reply(app, asked, 400, target.error())};
  const std::optional<Found> found = find_route(target.value().segments, asked.method);
  if (!found) return {"none", no_route(app, asked, target.value().segments)};
  if (asked.body_is_no_form) {
    const Error error{ErrorCode::BadInput, std::string(status_message(415)), ""};
    return {std::string(found->route->pattern),
            error_reply_for(app, found->route->reader, asked, 415, error)};
  }
  Result<Parameters> parameters = all_parameters(asked, std::move(target.value().parameters));
  if (!parameters) return {"none", error_reply(app, asked, 400, parameters.error())};
  const Interface& ui = interface_for(app, asked, parameters.value());
  const Call call{found->name, std::move(parameters).value(), asked, ui};
  Result<Reply> reply = handle(app, *found->route, call);
  if (reply) return {std::string(found->route->pattern), once(std::move(reply).value(), asked)};
  const Error& error = reply.error();
  return {std::string(found->route->pattern),
          error_reply_for(app, found->route->reader, asked, http_status(error.code), error)};
}

}  // namespace giaidap
