#include "server/api/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

#include "indexer/base/trimmed.h"

namespace giaidap {
namespace {

constexpr std::size_t kNetworkBytes = 8;  // of an IPv6 address; a client has all of the rest

ClientKey bytes_of(const void* address, std::size_t size) {
  ClientKey key(size, '\0');
  std::memcpy(key.data(), address, size);
  return key;
}

ClientKey key_of(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) return bytes_of(&address.s6_addr[12], sizeof(in_addr));
  return bytes_of(&address, kNetworkBytes);
}

}  // namespace

ClientKey client_of(int socket) {
  sockaddr_storage peer{};
  socklen_t size = sizeof(peer);
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return {};
  if (peer.ss_family == AF_INET) {
    return bytes_of(&reinterpret_cast<const sockaddr_in&>(peer).sin_addr, sizeof(in_addr));
  }
  if (peer.ss_family == AF_INET6) return key_of(reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr);
  return {};
}

ClientKey client_of_forwarded(std::string_view header) {
  const std::size_t comma = header.rfind(',');
  if (comma != std::string_view::npos) header.remove_prefix(comma + 1);
  const std::string text(trimmed(header, " \t"));
  in_addr four{};
  if (::inet_pton(AF_INET, text.c_str(), &four) == 1) return bytes_of(&four, sizeof(four));
  in6_addr six{};
  return ::inet_pton(AF_INET6, text.c_str(), &six) == 1 ? key_of(six) : ClientKey();
}

}  // namespace giaidap
