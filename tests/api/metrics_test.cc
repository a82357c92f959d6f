#include "server/api/metrics.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>
#include <vector>

namespace giaidap {
namespace {

using ::testing::HasSubstr;

TEST(MetricsTest, CountsByRouteAndStatus) {
  Metrics metrics;
  metrics.count("/muc/{name}", 200, 2);
  metrics.count("/muc/{name}", 200, 30);
  metrics.count("/muc/{name}", 404, 1);
  metrics.set_index({184, 7, 3, 5'000'000'000});
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("# TYPE giaidap_http_requests_total counter"));
  EXPECT_THAT(text, HasSubstr("giaidap_http_requests_total{route=\"/muc/{name}\",status=\"200\"} 2"));
  EXPECT_THAT(text, HasSubstr("giaidap_http_requests_total{route=\"/muc/{name}\",status=\"404\"} 1"));
  EXPECT_THAT(text, HasSubstr("giaidap_http_request_seconds_bucket{route=\"/muc/{name}\",le=\"0.005\"} 2"));
  EXPECT_THAT(text, HasSubstr("giaidap_http_request_seconds_count{route=\"/muc/{name}\"} 3"));
  EXPECT_THAT(text, HasSubstr("giaidap_index_entries 184"));
  EXPECT_THAT(text, HasSubstr("giaidap_index_revision 7"));
  EXPECT_THAT(text, HasSubstr("giaidap_index_reopenings 3"));
  EXPECT_THAT(text, HasSubstr("giaidap_index_bytes 5000000000"));
}

double value_of(const std::string& text, const std::string& series) {
  const std::size_t at = text.find('\n' + series + ' ');
  return at == std::string::npos ? -1 : std::stod(text.substr(at + series.size() + 2));
}

TEST(MetricsTest, TellsOfTheProcessInTheNamesThatToolsKnow) {
  Metrics metrics;
  const std::string before = metrics.text();
  EXPECT_THAT(before, HasSubstr("# TYPE process_cpu_seconds_total counter"));
  const double cpu = value_of(before, "process_cpu_seconds_total");
  EXPECT_GT(cpu, 0);
  // More than the connections of a server of another test that may end meanwhile.
  std::vector<std::ifstream> files;
  for (int i = 0; i < 100; ++i) files.emplace_back("/dev/null");
  const std::string after = metrics.text();
  EXPECT_GT(value_of(after, "process_open_fds"), value_of(before, "process_open_fds") + 50);
  EXPECT_GE(value_of(after, "process_cpu_seconds_total"), cpu);
}

}  // namespace
}  // namespace giaidap
