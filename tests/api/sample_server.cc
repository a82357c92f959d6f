#include "tests/api/sample_server.h"

#include <cstdlib>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/api/sample_index.h"

namespace giaidap::test {
namespace {

namespace fs = std::filesystem;

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

std::shared_ptr<App> make_app(const std::shared_ptr<IndexHandle>& index, unsigned searchers) {
  return std::make_shared<App>(App{make_searchers(index, searchers), make_searchers(index, 1),
                                   std::make_shared<Metrics>(), must(StaticFiles::load("web")),
                                   must(Interfaces::load("web"))});
}

}  // namespace

SampleServer::SampleServer(unsigned searchers)
    : folder_(make_folder()),
      app_(make_app(sample_index(folder_ / "db"), searchers)),
      server_(app_, Limits{}, searchers),
      port_(must(server_.bind("127.0.0.1", 0))),
      thread_([this] { server_.run(); }) {}

SampleServer::~SampleServer() {
  server_.stop();
  thread_.join();
  fs::remove_all(folder_);
}

}  // namespace giaidap::test
