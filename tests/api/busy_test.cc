// A server that is busy with searches: who watches it is answered all the same.
#include <gmock/gmock.h>
#include <httplib.h>

#include <memory>

#include "tests/api/raw_client.h"
#include "tests/api/sample_server.h"

namespace giaidap::test {
namespace {

using ::testing::StartsWith;

constexpr unsigned kSearchers = 2;
constexpr std::uint32_t kClients = 12;

int status_of(const SampleServer& server, const char* path) {
  httplib::Client client("127.0.0.1", server.port());
  const auto answer = client.Get(path);
  return answer ? answer->status : 0;
}

// Searches that do not come to their end, as all searchers are taken.
TEST(Busy, WhoWatchesDoesNotWaitForSearches) {
  const SampleServer server(kSearchers);
  std::vector<std::unique_ptr<RawClient>> searching;
  {
    const auto first = server.app().searchers->borrow();
    const auto second = server.app().searchers->borrow();
    for (std::uint32_t i = 0; i < kClients; ++i) {
      searching.push_back(std::make_unique<RawClient>(server.port(), 2 + i));
      searching.back()->send("GET /?q=so+dinh+danh HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
    for (const char* path : {"/healthz", "/readyz", "/metrics", "/static/style.css", "/opensearch.xml"})
      EXPECT_EQ(status_of(server, path), 200) << path;
    for (const auto& client : searching) EXPECT_FALSE(client->is_answered());
  }
  for (const auto& client : searching) EXPECT_THAT(client->rest(), StartsWith("HTTP/1.1 200"));
}

// As where the index is being read anew, or a shard does not answer.
TEST(Busy, WhoAsksWhetherItLivesDoesNotWaitForTheIndex) {
  const SampleServer server(kSearchers);
  std::vector<std::unique_ptr<RawClient>> watching;
  {
    const auto watcher = server.app().watchers->borrow();
    for (const char* path : {"/readyz", "/metrics", "/readyz", "/metrics"}) {
      watching.push_back(std::make_unique<RawClient>(server.port()));
      watching.back()->send(std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
    EXPECT_EQ(status_of(server, "/healthz"), 200);
    EXPECT_EQ(status_of(server, "/?q=so+dinh+danh"), 200);
    EXPECT_EQ(status_of(server, "/khong-co"), 404);
    for (const auto& client : watching) EXPECT_FALSE(client->is_answered());
  }
  for (const auto& client : watching) EXPECT_THAT(client->rest(), StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace giaidap::test
