#include "tests/e2e/load.h"

#include <utility>

namespace giaidap::e2e {

Load::Load(const Server& server, std::vector<std::string> addresses, std::size_t clients)
    : server_(server), addresses_(std::move(addresses)), asked_(clients) {
  for (std::size_t i = 0; i < clients; ++i) clients_.emplace_back([this, i] { ask(i); });
}

void Load::ask(std::size_t client) {
  Asked& asked = asked_[client];
  for (std::size_t i = client * addresses_.size() / asked_.size(); !done_; ++i) {
    const std::string& address = addresses_[i % addresses_.size()];
    const Reply reply = server_.get(address);
    ++asked.requests;
    if (reply.status == 200) continue;
    if (asked.failed++ == 0)
      asked.first_failure = address + ": " + std::to_string(reply.status) + " " + reply.body.substr(0, 300);
  }
}

Asked Load::stop() {
  done_ = true;
  for (std::thread& client : clients_) client.join();
  clients_.clear();
  Asked all;
  for (const Asked& one : asked_) {
    all.requests += one.requests;
    all.failed += one.failed;
    if (all.first_failure.empty()) all.first_failure = one.first_failure;
  }
  return all;
}

}  // namespace giaidap::e2e
