// A connection to a server of this machine that sends what a test says, and when.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <string>

namespace giaidap::test {

class RawClient {
 public:
  // from: the last byte of an address of this machine, 127.0.0.x.
  explicit RawClient(int port, std::uint32_t from = 1, int receive_buffer = 0)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer > 0) {
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof(receive_buffer));
    }
    const sockaddr_in own = address(from, 0);
    const sockaddr_in server = address(1, port);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof(own)), 0);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof(server)), 0);
  }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient() { ::close(socket_); }

  void send(const std::string& bytes) const { ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  // All that comes until the server closes.
  [[nodiscard]] std::string rest() const {
    std::string all;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket_, buffer, sizeof(buffer), 0)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
  }
  // Whether something has come that nobody has read.
  [[nodiscard]] bool is_answered() const {
    char first = 0;
    return ::recv(socket_, &first, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
  }

 private:
  static sockaddr_in address(std::uint32_t last_byte, int port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(static_cast<std::uint16_t>(port));
    made.sin_addr.s_addr = htonl(0x7F000000U + last_byte);
    return made;
  }

  int socket_;
};

}  // namespace giaidap::test
