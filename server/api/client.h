// Who asks, as far as limits need to know: an IPv4 address, or the 64 bits of an IPv6 address that name a
// network. Never logged or kept.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

// Equal for requests of one client; bytes, not for people.
using ClientKey = std::string;

// Of the other end of a connected socket. Empty where that has no address.
ClientKey client_of(int socket);

// The last address of an X-Forwarded-For header: the one that the nearest proxy has added. Empty where it is
// none.
ClientKey client_of_forwarded(std::string_view header);

}  // namespace giaidap
