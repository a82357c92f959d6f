// giaidap-server: serves one index over HTTP.
#include <pthread.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include "server/api/errors.h"
#include "server/api/log.h"
#include "server/api/server.h"

namespace giaidap {
namespace {

constexpr std::size_t kLeastTokenBytes = 12;
constexpr int kUnusable = 2;  // exit code: wrong usage, or something needed that cannot be used

struct Options {
  std::filesystem::path db;
  std::string host = "127.0.0.1";
  int port = 8080;
  unsigned threads = std::max(2U, std::thread::hardware_concurrency());
  std::filesystem::path vocabulary = GIAIDAP_VOCABULARY_DIR;
  std::filesystem::path web = GIAIDAP_WEB_DIR;
  std::string desk_token;
  std::filesystem::path desk_db;  // empty: beside the index
};

int fail(const std::string& message) {
  std::cerr << "giaidap-server: " << message << '\n';
  return kUnusable;
}

int fail(const Error& error) { return fail(error_message(error)); }

// SIGTERM and SIGINT are blocked in every thread and waited for by one.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

std::vector<Searcher> make_searchers(const std::shared_ptr<IndexHandle>& index, unsigned count) {
  std::vector<Searcher> searchers;
  for (unsigned i = 0; i < count; ++i) searchers.emplace_back(index);
  return searchers;
}

void run_until_signal(HttpServer& server, const sigset_t& signals) {
  std::thread waiter([&] {
    int received = 0;
    sigwait(&signals, &received);
    server.stop();
  });
  server.run();
  ::kill(::getpid(), SIGTERM);  // for the waiter, where serving ended of itself
  waiter.join();
}

std::filesystem::path desk_file(const Options& options) {
  if (!options.desk_db.empty()) return options.desk_db;
  std::filesystem::path beside = options.db.has_filename() ? options.db : options.db.parent_path();
  return beside += ".desk.sqlite";
}

// Opens what is kept for the desk, where a token is given.
Result<Unit> add_desk(const Options& options, App& app) {
  if (options.desk_token.empty()) return Unit{};
  if (options.desk_token.size() < kLeastTokenBytes) {
    return Error{ErrorCode::BadInput, "is shorter than " + std::to_string(kLeastTokenBytes) + " characters",
                 "--desk-token"};
  }
  auto desk = Desk::open(desk_file(options));
  if (!desk) return desk.error();
  app.desk = std::move(desk).value();
  app.desk_token = options.desk_token;
  return Unit{};
}

int serve(const Options& options) {
  const sigset_t signals = block_stop_signals();  // before any thread is made
  auto files = StaticFiles::load(options.web);
  if (!files) return fail(files.error());
  auto interfaces = Interfaces::load(options.web);
  if (!interfaces) return fail(interfaces.error());
  const auto index = open_index(options.db, options.vocabulary);
  if (!index) return fail(index.error());

  start_log();
  App app{Pool<Searcher>(make_searchers(index.value(), options.threads)),
          {},
          std::move(files).value(),
          std::move(interfaces).value()};
  if (const auto added = add_desk(options, app); !added) return fail(added.error());
  HttpServer server(app);
  const auto port = server.bind(options.host, options.port);
  if (!port) return fail(port.error());
  std::cout << "http://" << options.host << ':' << port.value() << std::endl;
  run_until_signal(server, signals);
  return EXIT_SUCCESS;
}

int run(int argc, char** argv) {
  Options options;
  CLI::App cli("Serves an index made by giaidap-index: search page, API, health and metrics over HTTP.");
  cli.add_option("--db", options.db, "database folder, or stub file that names several")->required();
  cli.add_option("--host", options.host, "address to listen on")->capture_default_str();
  cli.add_option("--port", options.port, "port to listen on; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  cli.add_option("--threads", options.threads, "searches at work at the same time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  cli.add_option("--vocabulary", options.vocabulary, "folder of the vocabulary tables")
      ->envname("GIAIDAP_VOCABULARY")
      ->capture_default_str();
  cli.add_option("--web", options.web, "folder of templates, style sheet and scripts")
      ->envname("GIAIDAP_WEB")
      ->capture_default_str();
  cli.add_option("--desk-token", options.desk_token,
                 "switches on the desk's page, /ban-giai-dap; the page's password; at least 12 characters")
      ->envname("GIAIDAP_DESK_TOKEN");
  cli.add_option("--desk-db", options.desk_db,
                 "SQLite file of what is kept for that page; the index's name with .desk.sqlite by default")
      ->envname("GIAIDAP_DESK_DB");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << cli.help();
    return EXIT_SUCCESS;
  } catch (const CLI::ParseError& wrong) {
    return fail(std::string(wrong.what()) + " (--help tells the options)");
  }
  return serve(options);
}

}  // namespace
}  // namespace giaidap

int main(int argc, char** argv) {
  try {
    return giaidap::run(argc, argv);
  } catch (const std::exception& failure) {
    std::cerr << "giaidap-server: " << failure.what() << '\n';
    return giaidap::kUnusable;
  }
}
