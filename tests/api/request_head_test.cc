#include "server/api/request_head.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(RequestHeadTest, TheAddressIsKeptAside) {
  struct Case {
    const char* line;
    const char* target;
    const char* forwarded;
    const char* why;
  };
  const Case cases[] = {
      {"GET /muc/1165%2FA?x=1 HTTP/1.1", "/muc/1165%2FA?x=1", "GET / HTTP/1.1", "as it came, not decoded"},
      {"HEAD / HTTP/1.0", "/", "HEAD / HTTP/1.0", "method and version stay"},
      {"GET /a b HTTP/1.1", "/a b", "GET / HTTP/1.1", "a blank that should have been escaped"},
  };
  for (const Case& c : cases) {
    const RequestHead head = examine_head(std::string(c.line) + "\r\nHost: x\r\n\r\n");
    EXPECT_EQ(head.target, c.target) << c.why;
    EXPECT_EQ(head.text, std::string(c.forwarded) + "\r\nHost: x\r\n\r\n") << c.why;
    EXPECT_FALSE(head.refused) << c.why;
    EXPECT_FALSE(head.ends_connection) << c.why;
  }
}

TEST(RequestHeadTest, WhatIsNoRequestLineIsLeftToTheLibrary) {
  for (const char* bytes : {"nonsense\r\n\r\n", "GET /\r\n\r\n", "\r\n\r\n", " \r\n\r\n"}) {
    const RequestHead head = examine_head(bytes);
    EXPECT_EQ(head.text, bytes);
    EXPECT_FALSE(head.target) << bytes;
    EXPECT_TRUE(head.ends_connection) << bytes;
  }
}

TEST(RequestHeadTest, LimitsAreToldByTheirStatus) {
  const std::string line = "GET / HTTP/1.1\r\n";
  struct Case {
    std::string bytes;
    std::optional<int> refused;
    const char* why;
  };
  const Case cases[] = {
      {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n", std::nullopt, "a long query"},
      {"GET /" + std::string(kMaxTargetBytes, 'a') + " HTTP/1.1\r\n\r\n", 414, "too long an address"},
      {std::string(kMaxHeadBytes, 'a'), 414, "a line without an end"},
      {line + std::string(kMaxHeadBytes - line.size(), 'a'), 431, "headers without an end"},
      {"POST / HTTP/1.1\r\ncontent-length: 1048576\r\n\r\n", std::nullopt, "the largest body"},
      {"POST / HTTP/1.1\r\nContent-Length:1048577 \r\n\r\n", 413, "a body too large"},
  };
  for (const Case& c : cases) {
    const RequestHead head = examine_head(c.bytes);
    EXPECT_EQ(head.refused, c.refused) << c.why;
    EXPECT_EQ(head.ends_connection, c.refused.has_value()) << c.why;
  }
}

// What follows such a request would be taken for the next one.
TEST(RequestHeadTest, BodiesThatNobodyReadsEndTheConnection) {
  struct Case {
    const char* bytes;
    bool ends;
    const char* why;
  };
  const Case cases[] = {
      {"GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", false, "an empty body"},
      {"GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", true, "a body that GET does not have"},
      {"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", false, "a body that is read"},
      {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", true, "a body of unknown length"},
      {"GET / HTTP/1.1\r\nTRANSFER-ENCODING: chunked\r\n\r\n", true, "in any case"},
      {"POST / HTTP/1.1\r\nContent-Length: 5x\r\n\r\n", true, "a length that is no number"},
      {"GET / HTTP/1.1\r\nX-Content-Length: 5\r\n\r\n", false, "another header"},
  };
  for (const Case& c : cases) EXPECT_EQ(examine_head(c.bytes).ends_connection, c.ends) << c.why;
}

}  // namespace
}  // namespace giaidap
