// How many connections each client has.
#pragma once

#include <cstddef>
#include <map>

#include "server/api/client.h"

namespace giaidap {

// A client without one takes no memory.
class ConnectionCounts {
 public:
  [[nodiscard]] std::size_t of(const ClientKey& client) const {
    const auto own = counts_.find(client);
    return own == counts_.end() ? 0 : own->second;
  }
  [[nodiscard]] std::size_t clients() const { return counts_.size(); }

  void add(const ClientKey& client) { ++counts_[client]; }
  // Of one that was added.
  void remove(const ClientKey& client) {
    const auto own = counts_.find(client);
    if (--own->second == 0) counts_.erase(own);
  }

 private:
  std::map<ClientKey, std::size_t> counts_;
};

}  // namespace giaidap
