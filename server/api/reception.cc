#include "server/api/reception.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace giaidap {
namespace {

using std::chrono::milliseconds;
using Phase = Guest::Phase;

constexpr milliseconds kTick{100};  // how exact deadlines are
constexpr milliseconds kHeadTime{10'000};
constexpr milliseconds kBodyTime{30'000};  // from the first byte of the head
constexpr milliseconds kAnswerTime{60'000};
constexpr milliseconds kLeavingTime{500};
constexpr milliseconds kStoppingTime{2'000};  // for requests under way and answers, when the server stops
// Who has kept us waiting that long goes first where there is no room for another.
constexpr milliseconds kPatience{1'000};
constexpr std::size_t kMostAtOnce = 64U << 10U;  // bytes read of one client before others have their turn
constexpr std::size_t kEvents = 64;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// Before anything is read of it.
void turn_away(socket_t socket, std::string_view status) {
  const std::string answer = "HTTP/1.1 " + std::string(status) +
                             "\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
  ::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
}

milliseconds time_for(const Guest& guest, bool stopping) {
  switch (guest.phase) {
    case Phase::Idle:
      return stopping ? milliseconds::zero() : std::chrono::seconds(kIdleSeconds);
    case Phase::Asking:
      if (stopping) return kStoppingTime;
      return guest.head ? kBodyTime : kHeadTime;
    case Phase::Served:
      return milliseconds::max();
    case Phase::Answered:
      return stopping ? kStoppingTime : kAnswerTime;
    case Phase::Leaving:
      return kLeavingTime;
  }
  return milliseconds::max();
}

}  // namespace

Reception::Reception(const Limits& limits, WorkOf work_of, Metrics& metrics)
    : metrics_(metrics),
      work_of_(std::move(work_of)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      limits_(limits) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = wake_;
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
  thread_ = std::thread([this] { run(); });
}

Reception::~Reception() {
  stop();
  ::close(wake_);
  ::close(epoll_);
}

void Reception::welcome(socket_t socket) {
  {
    const std::lock_guard lock(mutex_);
    arrived_.push_back(socket);
  }
  wake();
}

void Reception::give_back(Guest* guest) {
  {
    const std::lock_guard lock(mutex_);
    returned_.push_back(guest);
  }
  wake();
}

void Reception::set_limits(const Limits& limits) {
  const std::lock_guard lock(mutex_);
  limits_ = limits;
}

Limits Reception::limits() const {
  const std::lock_guard lock(mutex_);
  return limits_;
}

void Reception::stop() {
  stopping_ = true;
  wake();
  if (thread_.joinable()) thread_.join();
  for (auto& queue : queues_) queue.close();
}

void Reception::wake() const {
  const std::uint64_t one = 1;
  static_cast<void>(::write(wake_, &one, sizeof(one)));
}

void Reception::run() {
  std::array<epoll_event, kEvents> events{};
  while (!is_done()) {
    const int count = ::epoll_wait(epoll_, events.data(), kEvents, static_cast<int>(kTick.count()));
    for (int i = 0; i < count; ++i) {
      const int ready = events.at(static_cast<std::size_t>(i)).data.fd;
      std::uint64_t woken = 0;
      if (ready == wake_) {
        static_cast<void>(::read(wake_, &woken, sizeof(woken)));
      } else if (const auto guest = guests_.find(ready); guest != guests_.end()) {
        on_event(*guest->second);
      }
    }
    take_in();
    look_at_clock();
  }
}

bool Reception::is_done() const {
  if (!stopping_) return false;
  const std::lock_guard lock(mutex_);
  return guests_.empty() && arrived_.empty() && returned_.empty();
}

void Reception::take_in() {
  std::vector<socket_t> arrived;
  std::vector<Guest*> returned;
  {
    const std::lock_guard lock(mutex_);
    arrived.swap(arrived_);
    returned.swap(returned_);
  }
  for (Guest* guest : returned) on_returned(*guest);
  for (const socket_t socket : arrived) admit(socket);
  if (!arrived.empty()) metrics_.set_connections(guests_.size());
}

void Reception::admit(socket_t socket) {
  const Limits allowed = limits();
  ClientKey client = client_of(socket);
  const bool bounded = allowed.client_connections > 0 && !allowed.behind_proxy;
  if (bounded && connections_.of(client) >= allowed.client_connections) {
    metrics_.count_turned_away("client");
    return turn_away(socket, "429 Too Many Requests");
  }
  if (guests_.size() >= allowed.connections && !make_room()) {
    metrics_.count_turned_away("full");
    return turn_away(socket, "503 Service Unavailable");
  }
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
  connections_.add(client);
  auto guest = std::make_unique<Guest>(socket, std::move(client));
  epoll_event event{};
  event.events = EPOLLIN | EPOLLONESHOT;
  event.data.fd = socket;
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
  guests_.emplace(socket, std::move(guest));
}

// Closes the connection that has kept us waiting longest, where one has for long.
bool Reception::make_room() {
  Guest* slowest = nullptr;
  for (const auto& [socket, guest] : guests_) {
    if (guest->phase == Phase::Served) continue;
    if (slowest == nullptr || guest->since < slowest->since) slowest = guest.get();
  }
  if (slowest == nullptr || Clock::now() - slowest->since < kPatience) return false;
  metrics_.count_turned_away("slow");
  close(*slowest);
  return true;
}

void Reception::watch(const Guest& guest, bool for_writing) const {
  epoll_event event{};
  event.events = (for_writing ? EPOLLOUT : EPOLLIN) | EPOLLONESHOT;
  event.data.fd = guest.connection.socket();
  ::epoll_ctl(epoll_, EPOLL_CTL_MOD, guest.connection.socket(), &event);
}

void Reception::set_phase(Guest& guest, Phase phase) {
  guest.phase = phase;
  guest.since = Clock::now();
}

void Reception::close(Guest& guest) {
  connections_.remove(guest.peer);
  guests_.erase(guest.connection.socket());  // and with it the guest
  metrics_.set_connections(guests_.size());
}

void Reception::on_event(Guest& guest) {
  Connection& connection = guest.connection;
  switch (guest.phase) {
    case Phase::Idle:
    case Phase::Asking:
      return advance(guest, connection.receive(kMostAtOnce));
    case Phase::Served:
      return;
    case Phase::Answered:
      if (!connection.send()) return close(guest);
      return connection.all_sent() ? see_off(guest) : watch(guest, true);
    case Phase::Leaving:
      if (!connection.receive(kMostAtOnce)) return close(guest);
      connection.replace(connection.incoming().size(), "");
      return watch(guest, false);
  }
}

// Hands the request over that has come whole, or waits for more of it.
void Reception::advance(Guest& guest, bool client_listens) {
  const std::string_view incoming = guest.connection.incoming();
  if (incoming.empty() && (!client_listens || stopping_)) return close(guest);
  if (incoming.empty()) return watch(guest, false);
  if (guest.phase == Phase::Idle) set_phase(guest, Phase::Asking);
  std::optional<RequestHead>& head = guest.head;
  if (!head) head = examine_head(incoming, std::exchange(guest.examined, incoming.size()));
  if (head && incoming.size() >= head->bytes + head->body_bytes) return hand_over(guest, std::move(*head));
  if (!client_listens) return close(guest);
  if (head && head->expects_continue && !guest.told_to_continue) {
    guest.told_to_continue = true;
    guest.connection.write(kContinue.data(), kContinue.size());
    if (!guest.connection.send()) return close(guest);
  }
  watch(guest, false);
}

void Reception::hand_over(Guest& guest, RequestHead head) {
  const Limits allowed = limits();
  ClientKey client = allowed.behind_proxy ? client_of_forwarded(head.forwarded_for) : ClientKey();
  if (client.empty()) client = guest.peer;
  const Clock::time_point now = Clock::now();
  if (!rates_.allow(client, allowed.client_rate, now)) head.refused = 429;
  guest.connection.replace(head.bytes, head.text);
  guest.head.reset();
  guest.examined = 0;
  guest.told_to_continue = false;
  ++guest.requests;
  set_phase(guest, Phase::Served);
  const Work work = head.refused || !head.target ? Work::Light : work_of_(*head.target);
  queue(work).put(client, {&guest, std::move(head), now});
}

void Reception::on_returned(Guest& guest) {
  set_phase(guest, Phase::Answered);
  if (guest.gone) return close(guest);
  if (guest.connection.all_sent()) return see_off(guest);
  watch(guest, true);
}

// The answer is taken: the next request, or the end.
void Reception::see_off(Guest& guest) {
  if (guest.leaves) {
    guest.connection.end_sending();
    guest.connection.replace(guest.connection.incoming().size(), "");
    set_phase(guest, Phase::Leaving);
    return watch(guest, false);
  }
  if (guest.ends) return close(guest);
  set_phase(guest, Phase::Idle);
  advance(guest, true);
}

void Reception::look_at_clock() {
  const Clock::time_point now = Clock::now();
  if (now - looked_at_clock_ < kTick) return;
  looked_at_clock_ = now;
  std::vector<Guest*> late;
  for (const auto& [socket, guest] : guests_) {
    if (guest->phase == Phase::Served) continue;
    if (now - guest->since > time_for(*guest, stopping_)) late.push_back(guest.get());
  }
  for (Guest* guest : late) on_late(*guest);
}

// Who began a request is told why it ends.
void Reception::on_late(Guest& guest) {
  if (guest.phase != Phase::Asking || stopping_) return close(guest);
  hand_over(guest, refused_head(408, guest.connection.incoming()));
}

}  // namespace giaidap
