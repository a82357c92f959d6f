// The name of one request, by which its line in the log is found.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

inline constexpr const char* kRequestIdHeader = "X-Request-Id";

// The one that a proxy in front has given it, where that is at most 64 letters, digits, "-", "_" and ".";
// else a new one, 16 hexadecimal digits by chance.
std::string request_id(std::string_view given);

}  // namespace giaidap
