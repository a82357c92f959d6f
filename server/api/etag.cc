#include "server/api/etag.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace giaidap {

std::string fingerprint(std::string_view bytes) {
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

std::string etag_of(std::string_view body) { return "W/\"" + fingerprint(body) + '"'; }

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  const std::string_view tag = etag.substr(etag.find('"'));
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace giaidap
