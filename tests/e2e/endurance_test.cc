// Everything at once, for long: clients with all kinds of requests while an indexer puts file after file into
// the index. GIAIDAP_LOAD_MINUTES: how long, a few seconds without; GIAIDAP_LOAD_INDEX: a folder whose copy
// is served instead of the corpus. Prints the server's memory every few seconds; in four minutes and more
// it must not grow. An allocator that keeps what was freed, as AddressSanitizer's, takes longer to come to
// its end.
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "tests/e2e/corpus.h"
#include "tests/e2e/editions.h"
#include "tests/e2e/load.h"
#include "tests/e2e/measures.h"
#include "tests/e2e/memory_trend.h"

namespace giaidap::e2e {
namespace {

using Clock = std::chrono::steady_clock;

// Until then memory grows.
constexpr std::chrono::minutes kCachesFill{2};

std::chrono::seconds wanted_time() {
  const char* const minutes = std::getenv("GIAIDAP_LOAD_MINUTES");
  return minutes == nullptr ? std::chrono::seconds(6) : std::chrono::seconds(60 * std::atoi(minutes));
}

std::string served_index() {
  const char* const given = std::getenv("GIAIDAP_LOAD_INDEX");
  return given == nullptr ? corpus_index() : given;
}

// Searches as people type them, what they type on the way, and the pages that they then open.
std::vector<std::string> mixed_addresses() {
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator("tests/data/queries")) {
    for (const JudgedQuery& query : read_judged_queries(file.path().string())) {
      all.push_back(address("/api/v1/search", {{"q", query.query}}));
      all.push_back(address("/", {{"q", query.query}, {"kind", "qa"}}));
      all.push_back(address("/api/v1/suggest", {{"q", query.query.substr(0, query.query.find(' ', 6))}}));
      for (const Gold& gold : query.gold) {
        if (!gold.entry.empty()) all.push_back("/api/v1/entries/" + percent_encoded(gold.entry));
      }
    }
  }
  for (const char* page :
       {"/", "/van-ban", "/co-quan", "/nhom", "/metrics", "/readyz", "/tin.atom?q=khai+sinh",
        "/xuat/giai-dap.csv?q=khai+sinh", "/api/v1/search?q=&sort=date&page=5"})
    all.emplace_back(page);
  return all;
}

TEST(Endurance, MixedLoadWithAnIndexerRunning) {
  const TemporaryFolder folder;
  const std::string db = folder / "index";
  std::filesystem::copy(served_index(), db, std::filesystem::copy_options::recursive);
  const Server server(db);
  Load load(server, mixed_addresses(), 3);
  std::vector<long> memory;
  int editions = 0;
  const auto begun = Clock::now();
  for (auto shown = begun; Clock::now() - begun < wanted_time();) {
    ++editions;
    write_text_file(folder / "rows.jsonl", rows(editions, 200 + editions % 7 * 100));
    const Finished run = run_index({"--db", db, folder / "rows.jsonl"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    memory.push_back(server.resident_kib());
    if (Clock::now() - shown < std::chrono::seconds(10)) continue;
    shown = Clock::now();
    std::cout << std::setw(5) << std::chrono::duration_cast<std::chrono::seconds>(shown - begun).count()
              << " s  " << editions << " commits  " << memory.back() / 1024 << " MB\n"
              << std::flush;
  }
  const Asked asked = load.stop();
  std::cout << asked.requests << " requests, " << asked.failed << " failed, " << editions << " commits\n";
  EXPECT_EQ(asked.failed, 0) << asked.first_failure;
  EXPECT_GT(asked.requests, 0);
  if (wanted_time() < 2 * kCachesFill) return;  // the third quarter begins half way
  ASSERT_GE(memory.size(), MemoryTrend::kLeastSamples) << "too few commits to tell whether memory grows";
  const MemoryTrend trend(memory);
  std::cout << "median memory of the third quarter " << trend.third_quarter << " KiB, of the last "
            << trend.last_quarter << " KiB\n";
  EXPECT_FALSE(trend.grows()) << "memory grows";
}

}  // namespace
}  // namespace giaidap::e2e
