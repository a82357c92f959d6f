#include "server/api/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "server/api/request_head.h"

namespace giaidap {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 16U << 10U;
constexpr std::size_t kMaxDrainedBytes = 4U << 20U;
constexpr milliseconds kDrainTime{500};

bool poll_for(socket_t socket, short events, milliseconds patience) {
  pollfd polled{socket, events, 0};
  int ready = 0;
  do {
    ready = ::poll(&polled, 1, static_cast<int>(patience.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

milliseconds until(Clock::time_point deadline) {
  return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(deadline - Clock::now()));
}

}  // namespace

Connection::~Connection() {
  ::shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

bool Connection::wait(milliseconds patience) const {
  return consumed_ < incoming_.size() || poll_for(socket_, POLLIN, patience);
}

Connection::Head Connection::read_head(milliseconds deadline) {
  const Clock::time_point end = Clock::now() + deadline;
  incoming_.erase(0, std::exchange(consumed_, 0));
  for (std::size_t searched = 0;;) {
    const std::size_t found = incoming_.find(kHeadEnd, searched);
    if (found != std::string::npos || incoming_.size() > kMaxHeadBytes) {
      consumed_ = found == std::string::npos ? kMaxHeadBytes : found + std::strlen(kHeadEnd);
      return {incoming_.substr(0, consumed_), false};
    }
    searched = incoming_.size() < 3 ? 0 : incoming_.size() - 3;  // the end may come in pieces
    if (!poll_for(socket_, POLLIN, until(end))) return {"", true};
    if (!receive()) return {};
  }
}

void Connection::push_back(const std::string& bytes) {
  incoming_.replace(0, std::exchange(consumed_, 0), bytes);
}

bool Connection::receive() {
  std::array<char, kReadBytes> buffer{};
  const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (got <= 0) return false;
  incoming_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

bool Connection::flush() {
  std::size_t sent = 0;
  while (sent < outgoing_.size()) {
    const ssize_t done = ::send(socket_, outgoing_.data() + sent, outgoing_.size() - sent, MSG_NOSIGNAL);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) break;
    sent += static_cast<std::size_t>(done);
  }
  const bool complete = sent == outgoing_.size();
  outgoing_.clear();
  return complete;
}

void Connection::drain() {
  ::shutdown(socket_, SHUT_WR);
  const Clock::time_point end = Clock::now() + kDrainTime;
  for (std::size_t drained = 0; drained < kMaxDrainedBytes; drained += kReadBytes) {
    incoming_.clear();
    consumed_ = 0;
    if (!poll_for(socket_, POLLIN, until(end)) || !receive()) return;
  }
}

bool Connection::is_readable() const { return true; }

bool Connection::is_writable() const { return true; }

ssize_t Connection::read(char* bytes, std::size_t size) {
  if (consumed_ == incoming_.size()) {
    incoming_.clear();
    consumed_ = 0;
    if (!flush() || !receive()) return -1;
  }
  const std::size_t count = std::min(size, incoming_.size() - consumed_);
  std::memcpy(bytes, incoming_.data() + consumed_, count);
  consumed_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  outgoing_.append(bytes, size);
  return static_cast<ssize_t>(size);
}

// Addresses are neither logged nor used.
void Connection::get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const {}
void Connection::get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const {}

}  // namespace giaidap
