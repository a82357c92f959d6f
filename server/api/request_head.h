// The head of a request (request line and headers) as bytes: what must be known of it before the HTTP library
// reads it. The library takes no address over 8,192 bytes; a query of 2,000 Vietnamese characters needs more.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace giaidap {

inline constexpr std::size_t kMaxTargetBytes = 32U << 10U;
inline constexpr std::size_t kMaxHeadBytes = 64U << 10U;
inline constexpr std::size_t kMaxBodyBytes = 1U << 20U;
inline constexpr const char* kHeadEnd = "\r\n\r\n";

struct RequestHead {
  std::string text;                   // for the library: the same with "/" for the address
  std::optional<std::string> target;  // the address; nullopt where the library shall judge the request line
  std::optional<int> refused;         // the status that answers it, where it goes over a limit
  bool ends_connection = false;       // a body that nobody reads follows, or may follow
};

// head: all bytes up to and with the empty line, or the first kMaxHeadBytes of an endless one.
RequestHead examine_head(const std::string& head);

// A head that is answered by a status and nothing else.
RequestHead refused_head(int status);

}  // namespace giaidap
