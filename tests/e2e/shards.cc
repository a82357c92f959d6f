#include "tests/e2e/shards.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

constexpr const char* kProgram = "/usr/bin/xapian-tcpsrv";

// A TCP socket at a port of 127.0.0.1, 0 for any that is free.
class Socket {
 public:
  explicit Socket(int port) : number_(::socket(AF_INET, SOCK_STREAM, 0)) {
    place_.sin_family = AF_INET;
    place_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place_.sin_port = htons(static_cast<std::uint16_t>(port));
  }
  ~Socket() { ::close(number_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  [[nodiscard]] bool connects() { return ::connect(number_, address(), sizeof(place_)) == 0; }
  [[nodiscard]] int bound_port() {
    socklen_t size = sizeof(place_);
    if (::bind(number_, address(), size) != 0 || ::getsockname(number_, address(), &size) != 0) return 0;
    return ntohs(place_.sin_port);
  }

 private:
  [[nodiscard]] sockaddr* address() { return reinterpret_cast<sockaddr*>(&place_); }
  int number_;
  sockaddr_in place_{};
};

}  // namespace

int free_port() { return Socket(0).bound_port(); }

bool has_shard_servers() { return std::filesystem::exists(kProgram); }

ShardServer::ShardServer(std::string db) : db_(std::move(db)), port_(free_port()) { start(); }

void ShardServer::start() {
  child_ =
      std::make_unique<Child>(std::vector<std::string>{"/usr/bin/setsid", kProgram, "--quiet", "--interface",
                                                       "127.0.0.1", "--port", std::to_string(port_), db_});
  constexpr int kAttempts = 500;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (Socket(port_).connects()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("xapian-tcpsrv did not start: " + child_->err());
}

// It serves each connection by a process of its own, all in one group.
void ShardServer::stop() {
  if (!child_) return;
  child_->send_to_group(SIGKILL);
  child_.reset();
}

void ShardServer::hang() { child_->send_to_group(SIGSTOP); }
void ShardServer::go_on() { child_->send_to_group(SIGCONT); }

std::string ShardServer::address() const { return "127.0.0.1:" + std::to_string(port_); }

ShardedCorpus::ShardedCorpus(std::size_t count) {
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(kDispatches)) files.push_back(file.path());
  std::sort(files.begin(), files.end());
  std::vector<std::vector<std::string>> arguments;
  for (std::size_t i = 0; i < count; ++i) {
    shards_.push_back(folder_ / ("shard" + std::to_string(i)));
    arguments.push_back({"--db", shards_.back()});
  }
  for (std::size_t i = 0; i < files.size(); ++i) arguments[i % count].push_back(files[i]);
  for (const auto& of_one : arguments) {
    const Finished run = run_index(of_one);
    if (run.exit_code != 0) throw std::runtime_error("indexing a shard: " + run.err);
  }
}

std::string ShardedCorpus::stub(const std::vector<std::string>& lines) const {
  std::string text = "# shards\n";
  for (const std::string& line : lines) text += line + "\n";
  const std::string path = folder_ / "stub";
  write_text_file(path, text);
  return path;
}

std::vector<std::string> ShardedCorpus::local_lines() const {
  std::vector<std::string> lines;
  for (const std::string& shard : shards_) lines.push_back("auto " + shard);
  return lines;
}

}  // namespace giaidap::e2e
