#include "server/api/page.h"

#include <algorithm>

#include "indexer/base/split.h"
#include "server/api/errors.h"
#include "server/api/parameters.h"

namespace giaidap {
namespace {

constexpr const char* kLanguage = "lang";  // parameter and cookie
constexpr const char* kCookieTerms = "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  for (std::string_view part : split(cookies, ';')) {
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    const std::size_t equals = part.find('=');
    if (equals != std::string_view::npos && part.substr(0, equals) == name) return part.substr(equals + 1);
  }
  return {};
}

Parameters parameters_of(const Asked& asked) {
  const Result<Target> target = parse_target(asked.target);
  return target ? target.value().parameters : Parameters{};
}

// The same page in another language.
std::string url_in(const Asked& asked, Parameters parameters, const std::string& language) {
  parameters.erase(std::remove_if(parameters.begin(), parameters.end(),
                                  [](const auto& parameter) { return parameter.first == kLanguage; }),
                   parameters.end());
  parameters.emplace_back(kLanguage, language);
  const std::string_view path = asked.target.substr(0, asked.target.find_first_of("?#"));
  return std::string(path.substr(0, 1) == "/" && path.substr(0, 2) != "//" ? path : "/") +
         query_string(parameters);
}

nlohmann::json language_links(const App& app, const Asked& asked, const Parameters& parameters,
                              const Interface& shown) {
  nlohmann::json links = nlohmann::json::array();
  for (const Interface& other : app.interfaces.all()) {
    if (&other == &shown) continue;
    links.push_back({{"label", other.texts["language.name"]},
                     {"code", other.texts.language()},
                     {"url", url_in(asked, parameters, other.texts.language())}});
  }
  return links;
}

// A host header of letters, digits, dots, dashes, a port or an IPv6 address; anything else is not repeated.
bool is_plain_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-:[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

const Interface& interface_for(const App& app, const Asked& asked, const Parameters& parameters) {
  const std::string wanted = first_value(parameters, kLanguage).value_or("");
  if (const Interface* told = app.interfaces.in(wanted)) return *told;
  if (const Interface* chosen = app.interfaces.in(cookie_value(asked.cookie, kLanguage))) return *chosen;
  return app.interfaces.preferred(asked.accept_language);
}

Reply page(const App& app, const Asked& asked, const Interface& ui, std::string_view name,
           nlohmann::json view, int status) {
  const Parameters parameters = parameters_of(asked);
  for (const char* file : {"style.css", "actions.js", "suggest.js", "icon.svg"}) {
    const std::string key = std::string("file_") + std::string(file, std::string_view(file).find('.'));
    view[key] = app.files.url(file);
  }
  view["lang"] = ui.texts.language();
  view["languages"] = language_links(app, asked, parameters, ui);
  Reply reply{.type = "text/html; charset=utf-8",
              .body = ui.templates.render(name, view),
              .status = status,
              .vary = kByLanguage};
  if (first_value(parameters, kLanguage) == ui.texts.language()) {
    reply.headers.emplace_back("Set-Cookie", kLanguage + ("=" + ui.texts.language()) + kCookieTerms);
  }
  return reply;
}

Reply error_page(const App& app, const Asked& asked, int status, const Error& error) {
  const Interface& ui = interface_for(app, asked, parameters_of(asked));
  const std::string code(status_code_word(status));
  const std::string title = ui.texts["error." + code];
  const bool names_parameter = status == 400 && !error.place.empty();
  return page(app, asked, ui, "error",
              {{"page_title", title},
               {"title", title},
               {"help", ui.texts["help." + code]},
               {"parameter", names_parameter ? error.place : ""}},
              status);
}

Reply attachment(const std::string& name, std::string type, std::string body) {
  Reply reply{.type = std::move(type), .body = std::move(body), .vary = kByLanguage};
  reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + '"');
  return reply;
}

std::string site_address(const Asked& asked) {
  const std::string scheme = asked.forwarded_proto == "https" ? "https://" : "http://";
  return scheme + (is_plain_host(asked.host) ? asked.host : "localhost");
}

}  // namespace giaidap
