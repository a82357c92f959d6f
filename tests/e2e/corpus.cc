#include "tests/e2e/corpus.h"

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace giaidap::e2e {
namespace {

struct Corpus {
  std::unique_ptr<TemporaryFolder> own;
  std::string index;
  nlohmann::json report;
};

Corpus make_corpus() {
  Corpus corpus;
  if (const char* given = std::getenv("GIAIDAP_E2E_INDEX")) {
    corpus.index = given;
  } else {
    corpus.own = std::make_unique<TemporaryFolder>();
    corpus.index = *corpus.own / "index";
    const Finished run =
        run_index({"--db", corpus.index, "--report", corpus.index + ".report.json", kDispatches});
    if (run.exit_code != 0) throw std::runtime_error("indexing " + std::string(kDispatches) + ": " + run.err);
  }
  corpus.report = nlohmann::json::parse(read_text_file(corpus.index + ".report.json"));
  return corpus;
}

const Corpus& corpus() {
  static const Corpus made = make_corpus();
  return made;
}

}  // namespace

const std::string& corpus_index() { return corpus().index; }

const nlohmann::json& corpus_report() { return corpus().report; }

const Server& corpus_server() {
  static const Server server(corpus_index());
  return server;
}

}  // namespace giaidap::e2e
