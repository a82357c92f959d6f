#include "server/api/request_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace giaidap {
namespace {

constexpr std::size_t kMaxBytes = 64;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.';
}

}  // namespace

std::string request_id(std::string_view given) {
  const bool usable = !given.empty() && given.size() <= kMaxBytes;
  if (usable && std::all_of(given.begin(), given.end(), is_plain)) return std::string(given);
  thread_local std::mt19937_64 chance{(std::uint64_t{std::random_device{}()} << 32U) |
                                      std::random_device{}()};
  return fmt::format("{:016x}", chance());
}

}  // namespace giaidap
