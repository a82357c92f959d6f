// The password of an Authorization header of HTTP Basic (RFC 7617).
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// Empty where there is none.
std::string basic_password(std::string_view authorization);

// In a time that does not tell how much of the secret was right. An empty secret equals nothing.
bool same_secret(std::string_view given, std::string_view secret);

}  // namespace giaidap
