// One client's socket: what has come and was not read yet, what is to be sent. Nothing in it ever waits; to
// the HTTP library it is a stream that holds a request whole.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>

namespace giaidap {

// Belongs to one thread at a time. Closes the socket, which must not block.
class Connection final : public httplib::Stream {
 public:
  explicit Connection(socket_t socket) : socket_(socket) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() override;

  // Takes what has come, at most so many bytes. False where the client will send no more.
  bool receive(std::size_t most);
  [[nodiscard]] std::string_view incoming() const { return std::string_view(incoming_).substr(consumed_); }
  // Puts text in the place of the first bytes of incoming().
  void replace(std::size_t bytes, const std::string& text);

  // Sends what the client takes of what was written. False where the client is gone.
  bool send();
  [[nodiscard]] bool all_sent() const { return sent_ == outgoing_.size(); }

  // Ends what is sent, so that the client sees it whole before the socket closes.
  void end_sending() const;

  [[nodiscard]] bool is_readable() const override { return true; }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* bytes, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  // Addresses are neither logged nor used.
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  socket_t socket_;
  std::string incoming_;
  std::size_t consumed_ = 0;  // bytes of incoming_
  std::string outgoing_;
  std::size_t sent_ = 0;  // bytes of outgoing_
};

}  // namespace giaidap
