// One client's socket as the HTTP library's stream: heads of requests are read whole, within limits of size
// and time, and what is written goes out in one piece.
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>

namespace giaidap {

// Belongs to one thread. Closes the socket.
class Connection final : public httplib::Stream {
 public:
  explicit Connection(socket_t socket) : socket_(socket) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() override;

  // Waits up to this long for bytes to read; true where there are some.
  [[nodiscard]] bool wait(std::chrono::milliseconds patience) const;

  // The bytes up to and with the first empty line; fewer where kMaxHeadBytes are passed; nothing where the
  // client went away or was slower than the deadline (then late is true).
  struct Head {
    std::string bytes;
    bool late = false;
  };
  Head read_head(std::chrono::milliseconds deadline);

  // Puts bytes in front of those that are read next.
  void push_back(const std::string& bytes);

  // Sends what was written. False where the client is gone.
  bool flush();

  // Reads on for a moment, so that closing does not take the answer away from a client that still sends.
  void drain();

  [[nodiscard]] bool is_readable() const override;
  [[nodiscard]] bool is_writable() const override;
  ssize_t read(char* bytes, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  bool receive();

  socket_t socket_;
  std::string incoming_;
  std::size_t consumed_ = 0;  // bytes of incoming_
  std::string outgoing_;
};

}  // namespace giaidap
