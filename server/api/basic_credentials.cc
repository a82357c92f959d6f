#include "server/api/basic_credentials.h"

#include <algorithm>

namespace giaidap {
namespace {

constexpr std::string_view kScheme = "Basic ";
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// RFC 4648; ends at the first sign that is none of the alphabet's.
std::string decode_base64(std::string_view encoded) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char sign : encoded) {
    const std::size_t value = kAlphabet.find(sign);
    if (value == std::string_view::npos) break;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return bytes;
}

}  // namespace

std::string basic_password(std::string_view authorization) {
  if (authorization.substr(0, kScheme.size()) != kScheme) return "";
  const std::string credentials = decode_base64(authorization.substr(kScheme.size()));
  const std::size_t colon = credentials.find(':');
  return colon == std::string::npos ? "" : credentials.substr(colon + 1);
}

bool same_secret(std::string_view given, std::string_view secret) {
  bool same = given.size() == secret.size() && !secret.empty();
  for (std::size_t i = 0; i < std::min(given.size(), secret.size()); ++i) same &= given[i] == secret[i];
  return same;
}

}  // namespace giaidap
