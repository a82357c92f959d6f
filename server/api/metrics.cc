#include "server/api/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>

namespace giaidap {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,   0.25,   0.5,   1,    2.5};
constexpr std::streamsize kMaxNumber = 20;  // digits and a blank

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Without the one that reads the folder. None where no file can be opened any more.
std::optional<int> count_open_files() {
  std::error_code failure;
  int count = -1;
  std::filesystem::directory_iterator file("/proc/self/fd", failure);
  for (; !failure && file != std::filesystem::directory_iterator(); file.increment(failure)) ++count;
  return failure ? std::nullopt : std::optional(count);
}

}  // namespace

struct Metrics::Impl {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("giaidap_http_requests_total")
                                                          .Help("Requests answered, by route and status")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& durations = prometheus::BuildHistogram()
                                                             .Name("giaidap_http_request_seconds")
                                                             .Help("Time to answer a request, by route")
                                                             .Register(registry);
  prometheus::Family<prometheus::Counter>& searches = prometheus::BuildCounter()
                                                          .Name("giaidap_searches_total")
                                                          .Help("Searches, by what they found")
                                                          .Register(registry);
  prometheus::Family<prometheus::Counter>& remembered =
      prometheus::BuildCounter()
          .Name("giaidap_answer_cache_total")
          .Help("Searches by whether the cache of answers had them")
          .Register(registry);
  prometheus::Family<prometheus::Counter>& votes = prometheus::BuildCounter()
                                                       .Name("giaidap_votes_total")
                                                       .Help("Readers' votes on answers")
                                                       .Register(registry);
  prometheus::Family<prometheus::Counter>& turned_away = prometheus::BuildCounter()
                                                             .Name("giaidap_connections_turned_away_total")
                                                             .Help("Connections closed by a limit, by which")
                                                             .Register(registry);
  prometheus::Gauge& connections = prometheus::BuildGauge()
                                       .Name("giaidap_connections")
                                       .Help("Connections that are open")
                                       .Register(registry)
                                       .Add({});
  prometheus::Gauge& entries = prometheus::BuildGauge()
                                   .Name("giaidap_index_entries")
                                   .Help("Entries in the index")
                                   .Register(registry)
                                   .Add({});
  prometheus::Gauge& revision = prometheus::BuildGauge()
                                    .Name("giaidap_index_revision")
                                    .Help("Revision of the index that is served")
                                    .Register(registry)
                                    .Add({});
  prometheus::Gauge& bytes = prometheus::BuildGauge()
                                 .Name("giaidap_index_bytes")
                                 .Help("Size of the index's files on this machine")
                                 .Register(registry)
                                 .Add({});
  prometheus::Gauge& reopenings = prometheus::BuildGauge()
                                      .Name("giaidap_index_reopenings")
                                      .Help("How often the index was read anew since it was opened")
                                      .Register(registry)
                                      .Add({});
  prometheus::Gauge& resident = prometheus::BuildGauge()
                                    .Name("process_resident_memory_bytes")
                                    .Help("Memory of the server's process")
                                    .Register(registry)
                                    .Add({});
  prometheus::Counter& processor =
      prometheus::BuildCounter()
          .Name("process_cpu_seconds_total")
          .Help("Processor time of the server's process, by itself and in the kernel")
          .Register(registry)
          .Add({});
  prometheus::Gauge& open_files = prometheus::BuildGauge()
                                      .Name("process_open_fds")
                                      .Help("Files and connections that the server's process has open")
                                      .Register(registry)
                                      .Add({});
  prometheus::Gauge& started = prometheus::BuildGauge()
                                   .Name("process_start_time_seconds")
                                   .Help("When the server was started, in seconds since 1970")
                                   .Register(registry)
                                   .Add({});

  Impl() { started.SetToCurrentTime(); }
  void look_at_process();

  std::mutex looking;  // a counter takes what was added since it was looked at
};

void Metrics::Impl::look_at_process() {
  const std::lock_guard lock(looking);
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm").ignore(kMaxNumber, ' ') >> pages;
  resident.Set(static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE)));
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  processor.Increment(seconds(used.ru_utime) + seconds(used.ru_stime) - processor.Value());
  if (const std::optional<int> count = count_open_files()) open_files.Set(*count);
}

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const std::string& route, int status, double milliseconds) {
  impl_->requests.Add({{"route", route}, {"status", std::to_string(status)}}).Increment();
  impl_->durations.Add({{"route", route}}, kSeconds).Observe(milliseconds / 1000);
}

void Metrics::count_search(const std::string& outcome) {
  impl_->searches.Add({{"outcome", outcome}}).Increment();
}

void Metrics::count_remembered(bool hit) {
  impl_->remembered.Add({{"outcome", hit ? "hit" : "miss"}}).Increment();
}

void Metrics::count_vote(bool right) {
  impl_->votes.Add({{"answer", right ? "right" : "wrong"}}).Increment();
}

void Metrics::set_connections(std::size_t open) { impl_->connections.Set(static_cast<double>(open)); }

void Metrics::count_turned_away(const std::string& why) {
  impl_->turned_away.Add({{"why", why}}).Increment();
}

void Metrics::set_index(const IndexState& index) {
  impl_->entries.Set(static_cast<double>(index.entries));
  impl_->revision.Set(static_cast<double>(index.revision));
  impl_->reopenings.Set(static_cast<double>(index.reopenings));
  impl_->bytes.Set(static_cast<double>(index.bytes));
}

std::string Metrics::text() const {
  impl_->look_at_process();
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace giaidap
