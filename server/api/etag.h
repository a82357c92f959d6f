// Entity tags (RFC 9110, 8.8.3): what a client has already is not sent again.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// Sixteen hexadecimal digits that change with the bytes.
std::string fingerprint(std::string_view bytes);

// A weak tag, as the same answer may be sent compressed or not: W/"…".
std::string etag_of(std::string_view body);

// Whether an If-None-Match names the tag, weakly compared.
bool names_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace giaidap
