// The head of a request (request line and headers) as bytes: what must be known of it before the HTTP library
// reads it. The library takes no address over 8,192 bytes; a query of 2,000 Vietnamese characters needs more.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace giaidap {

inline constexpr std::size_t kMaxTargetBytes = 32U << 10U;
inline constexpr std::size_t kMaxHeadBytes = 64U << 10U;
inline constexpr std::size_t kMaxBodyBytes = 1U << 20U;

struct RequestHead {
  std::string text;    // for the library: the same with "/" for the address
  std::string method;  // as it came; empty where it cannot be told
  // The address; its beginning, escaped, of a refused head. nullopt where it cannot be told, as the library
  // does then.
  std::optional<std::string> target;
  std::optional<int> refused;     // the status that answers it, where it goes over a limit
  bool ends_connection = false;   // a body that nobody reads follows, or may follow
  std::size_t bytes = 0;          // of the head as it came
  std::size_t body_bytes = 0;     // that follow and are read
  bool expects_continue = false;  // the client waits to be told to send them (RFC 9110, 10.1.1)
  std::string forwarded_for{};    // X-Forwarded-For, as it came
};

// What stands at the beginning of what has come; nullopt where more must come to know. Refused with 414 or
// 431 for what is too long, with 400 for headers that a proxy might read otherwise (RFC 9112: control
// characters, blanks before the colon, lengths that differ or stand beside a chunked body, no host or
// several), with 411 for a body that does not tell its length and 415 for one that is packed
// (Content-Encoding), as no form is: the library would unpack it without a limit. known: so many of its bytes
// came before, when it told nullopt. They are not looked through again.
std::optional<RequestHead> examine_head(std::string_view incoming, std::size_t known = 0);

// What has come is answered by a status and nothing else; what can be told of it is kept, for the log and for
// who is answered.
RequestHead refused_head(int status, std::string_view incoming);

}  // namespace giaidap
