// What searching costs without HTTP: asks fixed queries in one thread and tells the processor time of each
// round. Its instructions are counted under valgrind --tool=callgrind.
//
//     build/release/search_cost DB QUERIES.txt [ROUNDS]      a query a line
//
// The first round fills the caches; it is told by itself.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "server/query/index.h"

namespace {

double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> lines_of(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: %s DB QUERIES.txt [ROUNDS]\n", arguments[0]);
    return 2;
  }
  const auto handle = giaidap::open_index(arguments[1], "corpus/vocabulary");
  if (!handle.ok()) {
    std::fprintf(stderr, "%s\n", handle.error().message.c_str());
    return 1;
  }
  giaidap::Searcher searcher(handle.value());
  const std::vector<std::string> queries = lines_of(arguments[2]);
  if (queries.empty() || !searcher.health().ok()) return 1;
  const int rounds = count > 3 ? std::atoi(arguments[3]) : 1;
  for (int round = 0; round < rounds; ++round) {
    std::size_t hits = 0;
    const double begun = processor_ms();
    for (const std::string& query : queries) {
      giaidap::SearchRequest request;
      request.q = query;
      const auto response = searcher.search(request);
      if (response.ok()) hits += response.value().hits.size();
    }
    const double spent = (processor_ms() - begun) / static_cast<double>(queries.size());
    std::printf("round %d: %.3f ms a query, %zu hits shown\n", round + 1, spent, hits);
  }
  return 0;
}
