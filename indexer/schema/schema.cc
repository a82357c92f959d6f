#include "indexer/schema/schema.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>

namespace giaidap::schema {
namespace {

constexpr std::size_t kMaxTermBytes = 245;  // of the glass backend
constexpr std::size_t kHashDigits = 32;

// kPrefixes begins with the text prefixes, field by field in the order of Channel.
constexpr std::size_t kChannels = 4;

std::size_t stored_bytes(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

void append_hex(std::string& out, std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[(number >> static_cast<unsigned>(shift)) & 15U];
}

// The term with its end replaced by a hash of it, within the limit however many zero bytes it has.
std::string shortened(std::string_view whole) {
  std::size_t size = 0;
  for (std::size_t stored = 0; size < whole.size(); ++size) {
    stored += whole[size] == '\0' ? 2U : 1U;
    if (stored > kMaxTermBytes - kHashDigits) break;
  }
  while (size > 0 && (static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U) --size;
  std::string result(whole.substr(0, size));
  const XXH128_hash_t hash = XXH3_128bits(whole.data(), whole.size());
  append_hex(result, hash.high64);
  append_hex(result, hash.low64);
  return result;
}

std::string fitted(std::string whole) {
  if (2 * whole.size() <= kMaxTermBytes || stored_bytes(whole) <= kMaxTermBytes) return whole;
  return shortened(whole);
}

}  // namespace

std::string_view prefix(Field field, Channel channel) {
  return kPrefixes[static_cast<std::size_t>(field) * kChannels + static_cast<std::size_t>(channel)].prefix;
}

std::string term(std::string_view prefix, std::string_view value) {
  std::string whole;
  whole.reserve(prefix.size() + value.size());
  whole.append(prefix).append(value);
  return fitted(std::move(whole));
}

std::string pair_term(std::string_view prefix, std::string_view first, std::string_view second) {
  std::string whole;
  whole.reserve(prefix.size() + first.size() + 1 + second.size());
  whole.append(prefix).append(first).append("_").append(second);
  return fitted(std::move(whole));
}

}  // namespace giaidap::schema
