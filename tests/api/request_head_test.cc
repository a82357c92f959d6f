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
    const RequestHead head = examine_head(std::string(c.line) + "\r\nHost: x\r\n\r\n").value();
    EXPECT_EQ(head.target, c.target) << c.why;
    EXPECT_EQ(head.text, std::string(c.forwarded) + "\r\nHost: x\r\n\r\n") << c.why;
    EXPECT_FALSE(head.refused) << c.why;
    EXPECT_FALSE(head.ends_connection) << c.why;
  }
}

TEST(RequestHeadTest, WhatIsNoRequestLineIsLeftToTheLibrary) {
  for (const char* bytes : {"nonsense\r\n\r\n", "GET /\r\n\r\n", "\r\n\r\n", " \r\n\r\n"}) {
    const RequestHead head = examine_head(bytes).value();
    EXPECT_EQ(head.text, bytes);
    EXPECT_FALSE(head.target) << bytes;
    EXPECT_TRUE(head.ends_connection) << bytes;
  }
}

TEST(RequestHeadTest, LimitsAreToldByTheirStatus) {
  const std::string line = "GET / HTTP/1.1\r\nHost: x\r\n";
  struct Case {
    std::string bytes;
    std::optional<int> refused;
    const char* why;
  };
  const Case cases[] = {
      {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", std::nullopt, "a long query"},
      {"GET /" + std::string(kMaxTargetBytes, 'a') + " HTTP/1.1\r\n\r\n", 414, "too long an address"},
      {std::string(kMaxHeadBytes + 1, 'a'), 414, "a line without an end"},
      {line + std::string(kMaxHeadBytes + 1 - line.size(), 'a'), 431, "headers without an end"},
      {"POST / HTTP/1.1\r\nHost: x\r\ncontent-length: 1048576\r\n\r\n", std::nullopt, "the largest body"},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length:1048577 \r\n\r\n", 413, "a body too large"},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 411, "a body of unknown length"},
      {"PUT / HTTP/1.0\r\nTRANSFER-ENCODING: x\r\n\r\n", 411, "of any method and version"},
      {"POST / HTTP/1.1\r\nHost: x\r\ncontent-ENCODING: gzip\r\nContent-Length: 9\r\n\r\n", 415,
       "a packed body"},
      {"DELETE / HTTP/1.1\r\nHost: x\r\nContent-Encoding: br\r\n\r\n", 415,
       "of any method that may have one"},
      {"GET / HTTP/1.1\r\nHost: x\r\nContent-Encoding: br\r\n\r\n", std::nullopt, "whose body nobody reads"},
  };
  for (const Case& c : cases) {
    const RequestHead head = examine_head(c.bytes).value();
    EXPECT_EQ(head.refused, c.refused) << c.why;
    EXPECT_EQ(head.ends_connection, c.refused.has_value()) << c.why;
  }
}

// What follows such a request would be taken for the next one.
TEST(RequestHeadTest, BodiesThatNobodyReadsEndTheConnection) {
  struct Case {
    std::string line, header;
    bool ends;
    std::size_t body;
    const char* why;
  };
  const Case cases[] = {
      {"GET", "Content-Length: 0", false, 0, "an empty body"},
      {"GET", "Content-Length: 5", true, 0, "a body that GET does not have"},
      {"POST", "Content-Length: 5", false, 5, "a body that is read"},
      {"GET", "Transfer-Encoding: chunked", true, 0, "a body of unknown length"},
      {"HEAD", "TRANSFER-ENCODING: chunked", true, 0, "in any case"},
      {"GET", "X-Content-Length: 5", false, 0, "another header"},
  };
  for (const Case& c : cases) {
    const auto head = examine_head(c.line + " / HTTP/1.1\r\nHost: x\r\n" + c.header + "\r\n\r\n");
    ASSERT_TRUE(head) << c.why;
    EXPECT_FALSE(head->refused) << c.why;
    EXPECT_EQ(head->ends_connection, c.ends) << c.why;
    EXPECT_EQ(head->body_bytes, c.body) << c.why;
  }
}

// What a proxy in front might read otherwise than we.
TEST(RequestHeadTest, HeadersThatCanBeReadInTwoWaysAreRefused) {
  struct Case {
    std::string headers;
    const char* why;
  };
  const Case cases[] = {
      {"", "no host"},
      {"Host: x\r\nHost: y\r\n", "two hosts"},
      {"Host: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n", "two lengths"},
      {"Host: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
       "a length and a body that tells its own"},
      {"Host: x\r\ntransfer-encoding: identity\r\ncontent-length: 0\r\n", "whatever they say"},
      {"Host: x\r\nContent-Length: 5x\r\n", "a length that is no number"},
      {"Host: x\r\nContent-Length: -5\r\n", "a length below nothing"},
      {"Host: x\r\nContent-Length : 5\r\n", "a blank before the colon"},
      {"Host: x\r\nA: b\r\n folded\r\n", "a folded line"},
      {"Host: x\r\nA: b\nC: d\r\n", "a line end of another kind"},
      {std::string("Host: x\r\nA: b\0c\r\n", 17), "a zero byte"},
      {"Host: x\r\nno colon\r\n", "no colon"},
      {"Host: x\r\n: nameless\r\n", "no name"},
  };
  for (const Case& c : cases) {
    for (const std::string method : {"GET", "POST"}) {
      const auto head = examine_head(method + " / HTTP/1.1\r\n" + c.headers + "\r\n");
      ASSERT_TRUE(head) << c.why;
      EXPECT_EQ(head->refused, 400) << c.why;
      EXPECT_TRUE(head->ends_connection) << c.why;
    }
  }
  EXPECT_FALSE(examine_head("GET / HTTP/1.0\r\n\r\n")->refused) << "which needs no host";
  EXPECT_FALSE(examine_head("GET / HTTP/1.1\r\nHost: x\r\nReferer: /số\r\n\r\n")->refused) << "text as it is";
}

TEST(RequestHeadTest, OfARefusedHeadTheLogCanTellWhatItWas) {
  struct Case {
    std::string bytes, method;
    std::optional<std::string> target;
    const char* why;
  };
  const Case cases[] = {
      {"POST /da-hoi?a=b HTTP/1.1\r\nHo", "POST", "/da-hoi?a=b", "a whole line"},
      {"GET /da", "GET", "/da", "a line that is cut off"},
      {"GET /a\x01\xFF b HTTP/1.1\r\n", "GET", "/a%01%FF%20b", "what is no address"},
      {"GET /" + std::string(200, 'a'), "GET", "/" + std::string(99, 'a'), "the first hundred bytes"},
      {"GET", "", std::nullopt, "no address"},
      {"secret words HTTP/1.1\r\n", "secret", std::nullopt, "an address begins with a slash"},
      {std::string(90, 'a') + " /b HTTP/1.1\r\n", "", std::nullopt, "no method"},
      {"", "", std::nullopt, "nothing"},
  };
  for (const Case& c : cases) {
    const RequestHead head = refused_head(408, c.bytes);
    EXPECT_EQ(head.method, c.method) << c.why;
    EXPECT_EQ(head.target, c.target) << c.why;
    EXPECT_EQ(head.bytes, c.bytes.size()) << c.why;
    EXPECT_EQ(head.text, "GET / HTTP/1.1\r\n\r\n") << c.why;
  }
}

TEST(RequestHeadTest, ARefusedHeadKeepsTheNameThatAProxyGaveIt) {
  const std::string line = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (const char* named : {"x-request-id: abc-1\r\n", ":\r\nX-Request-Id:abc-1\r\nHost"}) {
    EXPECT_EQ(refused_head(400, line + named).text, "GET / HTTP/1.1\r\nX-Request-Id: abc-1\r\n\r\n") << named;
  }
  for (const char* named :
       {"X-Request-Id: abc", "X-Request-Id: a b\r\n", "X-Request-Id\r\n", "\r\nX-Request-Id: a\r\n"}) {
    EXPECT_EQ(refused_head(400, line + named).text, "GET / HTTP/1.1\r\n\r\n") << named;
  }
}

TEST(RequestHeadTest, ARefusedHeadIsWhoseTheProxySays) {
  const std::string lines =
      "GET / HTTP/1.1\r\nBad\r\nX-Forwarded-For: 6.6.6.6\r\nx-forwarded-for: 10.0.0.1\r\n";
  EXPECT_EQ(refused_head(400, lines + "\r\nX-Forwarded-For: body\r\n").forwarded_for, "10.0.0.1");
  EXPECT_EQ(refused_head(408, lines + "X-Forwarded-For: cut off").forwarded_for, "10.0.0.1");
  EXPECT_EQ(refused_head(414, "GET / HTTP/1.1").forwarded_for, "");
}

TEST(RequestHeadTest, ARefusedHeadRequestIsOneStillForItsAnswerHasNoBody) {
  EXPECT_EQ(refused_head(400, "HEAD /a HTTP/1.1\r\n\r\n").text, "HEAD / HTTP/1.1\r\n\r\n");
  EXPECT_EQ(refused_head(400, "head /a HTTP/1.1\r\n\r\n").text, "GET / HTTP/1.1\r\n\r\n");
}

TEST(RequestHeadTest, WaitsForTheWholeHead) {
  const std::string head = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  for (std::size_t size = 0; size < head.size(); ++size) {
    EXPECT_FALSE(examine_head(std::string_view(head).substr(0, size))) << size;
  }
  EXPECT_EQ(examine_head(head + "GET /next")->bytes, head.size());
}

TEST(RequestHeadTest, WhoExpectsToBeToldIsToldOnce) {
  const auto head = examine_head(
      "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\nX-Forwarded-For: a, "
      "b\r\n\r\n");
  ASSERT_TRUE(head);
  EXPECT_TRUE(head->expects_continue);
  EXPECT_EQ(head->text.find("Expect"), std::string::npos) << "the library would tell it again";
  EXPECT_EQ(head->forwarded_for, "a, b");
}

TEST(RequestHeadTest, ItsEndIsFoundInWhateverPiecesItComes) {
  const std::string whole = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
  for (std::size_t known = 0; known < whole.size(); ++known) {
    ASSERT_FALSE(examine_head(whole.substr(0, known))) << known;
    for (std::size_t more = known + 1; more < whole.size(); ++more)
      EXPECT_FALSE(examine_head(whole.substr(0, more), known)) << known << ' ' << more;
    const auto found = examine_head(whole + "GET /b", known);
    ASSERT_TRUE(found) << known;
    EXPECT_EQ(found->target, "/a");
    EXPECT_EQ(found->bytes, whole.size());
  }
}

}  // namespace
}  // namespace giaidap
