// A server that is busy with searches: who watches it is answered all the same.
#include <gmock/gmock.h>
#include <httplib.h>

#include <algorithm>
#include <memory>

#include "server/api/urls.h"
#include "tests/api/program.h"
#include "tests/api/raw_client.h"

namespace giaidap::test {
namespace {

constexpr std::uint32_t kLetters = 24;

// As long as a letter may be, of points that are each looked for.
std::string letter(std::uint32_t number) {
  constexpr std::size_t kLongest = 20'000;
  const std::string point =
      "Trẻ em đã khai sinh, cấp thẻ mà chưa có số định danh cá nhân, đề nghị hướng dẫn " +
      std::to_string(number) + "\n";
  std::string text;
  while (text.size() + point.size() < kLongest) text += point;
  return "noi-dung=" + percent_encode(text);
}

class Busy : public ProgramTest {};

TEST_F(Busy, WhoWatchesIsAnsweredBeforeTheSearchesAre) {
  const Program program({"--db", sample(), "--port", "0", "--threads", "1", "--log-level", "off"});
  const int port = port_of(program.first_line());
  std::vector<std::unique_ptr<RawClient>> searching;
  for (std::uint32_t i = 0; i < kLetters; ++i) {
    searching.push_back(std::make_unique<RawClient>(port, 2 + i));
    const std::string body = letter(i);
    searching.back()->send(
        "POST /da-hoi HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  httplib::Client watcher("127.0.0.1", port);
  for (const char* path : {"/healthz", "/readyz", "/metrics", "/static/style.css"}) {
    const auto answer = watcher.Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, 200) << path;
  }
  const auto answered = std::count_if(searching.begin(), searching.end(),
                                      [](const auto& client) { return client->is_answered(); });
  EXPECT_LT(answered, kLetters / 2) << "letters that the watcher had to wait for";
  for (const auto& client : searching) EXPECT_THAT(client->rest(), ::testing::StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace giaidap::test
