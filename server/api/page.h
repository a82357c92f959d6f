// Every page's frame: its language, the addresses of its files, the ways to its other languages.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/api/app.h"

namespace giaidap {

// The Reply::vary of what is told in the request's language.
inline constexpr const char* kByLanguage = "Accept-Language, Cookie";

// The language that a request wants: ?lang=, else what it chose before (a cookie), else its browser's.
const Interface& interface_for(const App& app, const Asked& asked, const Parameters& parameters);

// A page of the interface's templates filled from `view`.
Reply page(const App& app, const Asked& asked, const Interface& ui, std::string_view name,
           nlohmann::json view, int status = 200);
inline Reply page(const App& app, const Call& call, std::string_view name, nlohmann::json view) {
  return page(app, call.asked, call.ui, name, std::move(view));
}

// A page that says what went wrong and how to go on.
Reply error_page(const App& app, const Asked& asked, int status, const Error& error);

// A file to be saved, in the request's language.
Reply attachment(const std::string& name, std::string type, std::string body);

// "https://tra-cuu.example:8080": where this site is, as the request names it.
std::string site_address(const Asked& asked);

}  // namespace giaidap
