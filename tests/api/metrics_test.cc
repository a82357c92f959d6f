#include "server/api/metrics.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace giaidap
