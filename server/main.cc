// giaidap-server: serves one index over HTTP.
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <variant>

#include "server/api/errors.h"
#include "server/api/log.h"
#include "server/api/server.h"
#include "server/options.h"
#include "server/service.h"

// Read by jemalloc when it starts. Two arenas, since few threads allocate much, and what is free goes back to
// the system after a second: lists that come and go would else hold a tenth more memory than they need.
extern "C" const char* const malloc_conf = "narenas:2,dirty_decay_ms:1000,background_thread:true";

namespace giaidap {
namespace {

int fail(const std::string& message) {
  std::cerr << "giaidap-server: " << message << '\n';
  return kUnusable;
}

int fail(const Error& error) { return fail(error_message(error)); }

// Signals are blocked in every thread and waited for by one.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, number);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// As many as the system lets us: each connection is one.
void allow_open_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

struct CommandLine {
  int argc;
  const char* const* argv;
};

class Program {
 public:
  explicit Program(CommandLine command) : command_(command) {}

  int serve(const ServerOptions& options);

 private:
  void run_until_signal(const sigset_t& signals);
  // Reads the configuration again and answers by it from now on. Where it cannot be used, nothing changes.
  void reload();
  void read_again();
  void reload(ServerOptions options);
  // By the configuration before. Its log is opened anew all the same, as the file may have been moved away.
  void go_on(const std::string& why) const;

  CommandLine command_;
  ServerOptions served_;
  Service service_;
  std::unique_ptr<HttpServer> server_;
};

int Program::serve(const ServerOptions& options) {
  const sigset_t signals = block_signals();  // before any thread is made
  if (const auto started = start_log(options.log); !started) return fail(started.error());
  const auto app = service_.make(options);  // whose threads log
  if (!app) return fail(app.error());
  allow_open_files();
  server_ = std::make_unique<HttpServer>(app.value(), options.limits, options.threads);
  const auto port = server_->bind(options.host, options.port);
  if (!port) return fail(port.error());
  served_ = options;
  std::cout << "http://" << options.host << ':' << port.value() << std::endl;
  run_until_signal(signals);
  return EXIT_SUCCESS;
}

void Program::run_until_signal(const sigset_t& signals) {
  std::thread waiter([&] {
    int received = 0;
    while (sigwait(&signals, &received) == 0 && received == SIGHUP) reload();
    server_->stop();
  });
  server_->run();
  ::kill(::getpid(), SIGTERM);  // for the waiter, where serving ended of itself
  waiter.join();
}

void Program::reload() {
  try {
    read_again();
  } catch (
      const std::exception& failure) {  // no memory for a second index, a folder that goes away meanwhile
    go_on(std::string("the configuration cannot be used: ") + failure.what());
  }
}

void Program::read_again() {
  const auto parsed = parse_server_options(command_.argc, command_.argv);
  if (const auto* options = std::get_if<ServerOptions>(&parsed)) return reload(*options);
  const auto* const refused = std::get_if<Error>(&parsed);
  go_on("the configuration cannot be read: " +
        (refused != nullptr ? error_message(*refused) : "it asks for help"));
}

void Program::go_on(const std::string& why) const {
  if (const Result<Unit> log = start_log(served_.log); !log) log_error(error_message(log.error()));
  log_error(why + "; serving by the configuration before");
}

void Program::reload(ServerOptions options) {
  const bool needs_restart =
      options.host != served_.host || options.port != served_.port || options.threads != served_.threads;
  options.threads = served_.threads;
  const auto app = service_.make(options);
  const Result<Unit> log = app ? start_log(options.log) : Result<Unit>(app.error());
  if (!log) return go_on(error_message(log.error()));
  server_->replace(app.value(), options.limits);
  served_.log = options.log;
  if (needs_restart) {
    log_error("host, port and threads stay as they are until the server is started again");
  }
  log_info("read the configuration again");
}

int run(CommandLine command) {
  const auto parsed = parse_server_options(command.argc, command.argv);
  if (const auto* refused = std::get_if<Error>(&parsed)) return fail(*refused);
  if (std::holds_alternative<ToldAll>(parsed)) return EXIT_SUCCESS;
  return Program(command).serve(std::get<ServerOptions>(parsed));
}

}  // namespace
}  // namespace giaidap

int main(int argc, char** argv) {
  try {
    return giaidap::run({argc, argv});
  } catch (const std::exception& failure) {
    std::cerr << "giaidap-server: " << failure.what() << '\n';
    return giaidap::kUnusable;
  }
}
