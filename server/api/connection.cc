#include "server/api/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace giaidap {
namespace {

constexpr std::size_t kReadBytes = 16U << 10U;

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

}  // namespace

Connection::~Connection() {
  ::shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

bool Connection::receive(std::size_t most) {
  incoming_.erase(0, std::exchange(consumed_, 0));
  std::array<char, kReadBytes> buffer{};
  for (std::size_t taken = 0; taken < most;) {
    const ssize_t got = ::recv(socket_, buffer.data(), std::min(buffer.size(), most - taken), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return would_wait();
    if (got == 0) return false;
    incoming_.append(buffer.data(), static_cast<std::size_t>(got));
    taken += static_cast<std::size_t>(got);
  }
  return true;
}

void Connection::replace(std::size_t bytes, const std::string& text) {
  incoming_.replace(0, std::exchange(consumed_, 0) + bytes, text);
}

bool Connection::send() {
  while (!all_sent()) {
    const ssize_t done = ::send(socket_, outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return would_wait();
    sent_ += static_cast<std::size_t>(done);
  }
  outgoing_.clear();
  sent_ = 0;
  return true;
}

void Connection::end_sending() const { ::shutdown(socket_, SHUT_WR); }

ssize_t Connection::read(char* bytes, std::size_t size) {
  const std::size_t count = std::min(size, incoming_.size() - consumed_);
  if (count == 0) return -1;
  std::memcpy(bytes, incoming_.data() + consumed_, count);
  consumed_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  outgoing_.append(bytes, size);
  return static_cast<ssize_t>(size);
}

}  // namespace giaidap
