// Addresses: percent-encoding (RFC 3986), the parts of a request's target, and the site's own links.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

// Names and values of a query string, in order, decoded.
using Parameters = std::vector<std::pair<std::string, std::string>>;

// What a request line asks for.
struct Target {
  std::vector<std::string> segments;  // of the path, each decoded on its own: "%2F" stays inside its segment
  Parameters parameters;
};

// Splits first and decodes then, so that a name may hold "/", "#" and "?". An Error (BadInput) where the
// decoded bytes are no UTF-8. A "%" that starts no escape stands for itself.
Result<Target> parse_target(std::string_view target);

// What stands behind "?" in an address, and what a browser sends for a form.
Result<Parameters> parse_parameters(std::string_view query);

// Everything but unreserved characters is escaped, so that the result is one path segment or one value.
std::string percent_encode(std::string_view text);

// "?a=1&b=2", or nothing for no parameters.
std::string query_string(const Parameters& parameters);

// Site-relative addresses of pages.
std::string entry_url(std::string_view name);
std::string dispatch_url(std::string_view number_or_id);
std::string agency_url(std::string_view name);
std::string topic_url(std::string_view name);
std::string outline_url(std::string_view number_or_id, std::string_view path);

}  // namespace giaidap
