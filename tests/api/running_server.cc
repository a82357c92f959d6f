#include "tests/api/running_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "server/api/server.h"
#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kSearchers = 2;

fs::path make_folder() {
  std::string name = (fs::temp_directory_path() / "giaidap-api-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().place + ": " + result.error().message);
  return std::move(result).value();
}

std::shared_ptr<IndexHandle> sample_index(const fs::path& db) {
  make_sample_index(db);
  return must(open_index(db, "corpus/vocabulary"));
}

std::shared_ptr<Pool<Searcher>> make_searchers(const std::shared_ptr<IndexHandle>& index, unsigned count) {
  std::vector<Searcher> searchers;
  for (unsigned i = 0; i < count; ++i) searchers.emplace_back(index);
  return std::make_shared<Pool<Searcher>>(std::move(searchers));
}

}  // namespace

struct RunningServer::Impl {
  fs::path folder = make_folder();
  std::shared_ptr<IndexHandle> index = sample_index(folder / "db");
  HttpServer server{std::make_shared<App>(App{make_searchers(index, kSearchers), make_searchers(index, 1),
                                              std::make_shared<Metrics>(), must(StaticFiles::load("web")),
                                              must(Interfaces::load("web"))}),
                    Limits{}, kSearchers};
  int port = must(server.bind("127.0.0.1", 0));
  std::thread thread{[this] { server.run(); }};
};

namespace {

std::unique_ptr<RunningServer> the_server;

// Ends it while all that it uses is there: what its threads made for themselves and keep until the program's
// end would go first otherwise.
class EndsWithTheTests : public testing::Environment {
  void TearDown() override { the_server.reset(); }
};
const auto* const kEndsWithTheTests = testing::AddGlobalTestEnvironment(new EndsWithTheTests);

}  // namespace

RunningServer& RunningServer::get() {
  if (!the_server) the_server.reset(new RunningServer);
  return *the_server;
}

RunningServer::RunningServer() : impl_(std::make_unique<Impl>()) {}

RunningServer::~RunningServer() {
  impl_->server.stop();
  impl_->thread.join();
  fs::remove_all(impl_->folder);
}

int RunningServer::port() const { return impl_->port; }

Got RunningServer::ask(const std::string& target, const httplib::Headers& headers) const {
  httplib::Client client("127.0.0.1", impl_->port);
  client.set_url_encode(false);
  const httplib::Result result = client.Get(target, headers);
  if (!result) {
    ADD_FAILURE() << target << ": " << httplib::to_string(result.error());
    return {};
  }
  return {result->status, result->body, result->headers};
}

std::string RunningServer::exchange(const std::string& bytes) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(impl_->port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  std::string answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof(buffer), 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  ::close(socket);
  return answer;
}

std::string Got::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

}  // namespace giaidap::test
