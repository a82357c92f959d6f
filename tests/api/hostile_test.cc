// Requests that nobody should send. Each gets a status, a body that says so, and the server lives on.
#include <gmock/gmock.h>

#include "tests/api/documented.h"
#include "tests/api/running_server.h"

namespace giaidap::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

struct Refused {
  std::string target;
  int status;
  const char* code;
  const char* why;
};

TEST(Hostile, ProgramsGetAnErrorBody) {
  const Refused cases[] = {
      {"/api/v1/search?kind=nonsense", 400, "bad_request", "unknown kind"},
      {"/api/v1/search?status=closed", 400, "bad_request", "unknown status"},
      {"/api/v1/search?sort=random", 400, "bad_request", "unknown order"},
      {"/api/v1/search?year=abc", 400, "bad_request", "no year"},
      {"/api/v1/search?page=0", 400, "bad_request", "pages count from 1"},
      {"/api/v1/search?per_page=100000", 400, "bad_request", "over the limit"},
      {"/api/v1/search?page=x", 400, "bad_request", "no number"},
      {"/api/v1/search?from=31-12-2023", 400, "bad_request", "no ISO date"},
      {"/api/v1/search?q=" + repeated("a", 2001), 400, "bad_request", "query too long"},
      {"/api/v1/search?q=" + repeated("%E1%BB%91", 3000), 400, "bad_request", "query far too long"},
      {"/api/v1/search?q=%FF%FE", 400, "bad_request", "no UTF-8"},
      {"/api/v1/search?agency=%C3", 400, "bad_request", "no UTF-8 in a filter"},
      {"/api/v1/suggest?q=" + repeated("a", 2001), 400, "bad_request", "query too long"},
      {"/api/v1/search?q=a&q=b", 400, "bad_request", "two queries"},
      {"/api/v1/search?page=1&page=1", 400, "bad_request", "two pages, though the same"},
      {"/api/v1/search?q=a" + repeated("&agency=b", 101), 400, "bad_request", "too many values of a filter"},
      {"/api/v1/entries/khong-co", 404, "not_found", "no such entry"},
      {"/api/v1/entries/%00", 404, "not_found", "a zero byte is no name"},
      {"/api/v1/entries/" + repeated("a", 4000), 404, "not_found", "a name longer than a term"},
      {"/api/v1/entries/", 404, "not_found", "no name"},
      {"/api/v1/entries", 404, "not_found", "no name"},
      {"/api/v1/dispatches/khong-co", 404, "not_found", "no such dispatch"},
      {"/api/v1/documents/9999%2FKHONG-CO", 404, "not_found", "cited nowhere"},
      {"/api/v1/entries/%FF", 400, "bad_request", "a name that is no UTF-8"},
      {"/api/v1/", 404, "not_found", "nothing here"},
      {"/api/v2/search", 404, "not_found", "no such version"},
      {"/api/v1/search/", 404, "not_found", "one slash too many"},
  };
  for (const Refused& c : cases) {
    const Got got = ask(c.target);
    ASSERT_EQ(got.status, c.status) << c.why << ": " << c.target.substr(0, 80);
    EXPECT_EQ(got.header("Content-Type"), "application/json") << c.why;
    const auto error = got.json()["error"];
    EXPECT_EQ(error["code"], c.code) << c.why;
    EXPECT_FALSE(error["message"].get<std::string>().empty()) << c.why;
    if (const std::string path = path_of(c.target); !path.empty()) {
      EXPECT_TRUE(documented(path, c.status)["content"].contains("application/json")) << c.why;
    }
  }
}

TEST(Hostile, AHeadThatIsRefusedForItsHeadersHasNoBodyInItsAnswer) {
  const std::string answer = RunningServer::get().exchange("HEAD /?q=a HTTP/1.1\r\n\r\n");
  EXPECT_EQ(answer.substr(0, 12), "HTTP/1.1 400") << "no host";
  EXPECT_EQ(answer.find("\r\n\r\n"), answer.size() - 4) << answer;
}

TEST(Hostile, PeopleGetAPage) {
  const Refused cases[] = {
      {"/?page=0", 400, "Yêu cầu không hợp lệ", "pages count from 1"},
      {"/?kind=nonsense", 400, "Yêu cầu không hợp lệ", "unknown kind"},
      {"/?q=%FF", 400, "Yêu cầu không hợp lệ", "no UTF-8"},
      {"/?q=" + repeated("a", 3000), 400, "Yêu cầu không hợp lệ", "query too long"},
      {"/muc/khong-co", 404, "Không tìm thấy trang này", "no such entry"},
      {"/van-ban/khong-co", 404, "Không tìm thấy trang này", "no such dispatch"},
      {"/van-ban/1165%2FTCTTK%C4%90A?page=99", 400, "Yêu cầu không hợp lệ", "past the last page"},
      {"/gi-do", 404, "Không tìm thấy trang này", "no such page"},
      {"//", 404, "Không tìm thấy trang này", "no such page"},
  };
  for (const Refused& c : cases) {
    const Got got = ask(c.target);
    ASSERT_EQ(got.status, c.status) << c.why;
    EXPECT_THAT(got.header("Content-Type"), HasSubstr("text/html")) << c.why;
    EXPECT_THAT(got.body, HasSubstr(c.code)) << c.why;
    EXPECT_THAT(got.body, HasSubstr("</html>")) << c.why;
  }
}

TEST(Hostile, QueriesAreJustText) {
  for (const std::string q : {"%22",
                              "%22%22%22",
                              "-",
                              "--------",
                              "(((((",
                              "AND",
                              "NOT+OR",
                              "*",
                              "a*b*",
                              "%00",
                              "%0A%0D",
                              "..%2F..",
                              "%7B%7B%7Bq%7D%7D%7D",
                              "%3Cscript%3E",
                              "-%22",
                              "%F0%9F%98%80",
                              "%E2%80%AE",
                              "x:y",
                              "XE:abc",
                              "%25",
                              "999999999999999999999%2F2020%2FN%C4%90-CP"}) {
    const Got got = ask("/api/v1/search?q=" + q);
    EXPECT_EQ(got.status, 200) << q << ": " << got.body;
    EXPECT_EQ(ask("/?q=" + q).status, 200) << q;
    EXPECT_EQ(ask("/api/v1/suggest?q=" + q).status, 200) << q;
  }
}

TEST(Hostile, TheLongestQueryIsAnswered) {
  EXPECT_EQ(ask("/api/v1/search?q=&q=a&agency=b&agency=c").status, 200) << "empty fields of a form, filters";
  const Got got = ask("/api/v1/search?q=" + repeated("%E1%BB%91+", 1000));
  EXPECT_EQ(got.status, 200) << "2,000 characters, 10,000 bytes of address";
}

TEST(Hostile, FilesOutsideTheListAreNotServed) {
  for (const char* target :
       {"/static/../texts.tsv", "/static/..%2f..%2fCMakeLists.txt", "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/", "/static/templates/head.mustache", "/static/texts.tsv", "/../../etc/passwd",
        "/static//etc/passwd"}) {
    EXPECT_EQ(ask(target).status, 404) << target;
  }
}

TEST(Hostile, OtherMethodsAreRefused) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  for (const auto& result : {client.Post("/api/v1/search", "q=a", "application/x-www-form-urlencoded"),
                             client.Put("/healthz", "x", "text/plain"), client.Delete("/muc/x"),
                             client.Patch("/", "x", "text/plain"), client.Options("/api/v1/search")}) {
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 405);
    EXPECT_EQ(result->get_header_value("Allow"), "GET, HEAD");
    EXPECT_FALSE(result->body.empty());
  }
  EXPECT_EQ(nlohmann::json::parse(client.Post("/api/v1/search")->body)["error"]["code"],
            "method_not_allowed");
}

TEST(Hostile, HeadIsGetWithoutTheBody) {
  httplib::Client client("127.0.0.1", RunningServer::get().port());
  const auto head = client.Head("/api/v1/search?q=a");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_TRUE(head->body.empty());
  EXPECT_EQ(client.Head("/muc/khong-co")->status, 404);
}

TEST(Hostile, WhatIsNoRequestIsRefused) {
  struct Case {
    std::string bytes;
    const char* status_line;
    const char* why;
  };
  const std::string host = "Host: localhost\r\n";
  const Case cases[] = {
      {"nonsense\r\n\r\n", "HTTP/1.1 400", "no request line"},
      {"GET\r\n\r\n", "HTTP/1.1 400", "no address"},
      {"BREW / HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400", "no method"},
      {"GET / HTTP/9.9\r\n" + host + "\r\n", "HTTP/1.1 400", "no version"},
      {"GET /" + std::string(200'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 414",
       "endless address"},
      {"GET / HTTP/1.1\r\nX: " + std::string(200'000, 'a') + "\r\n\r\n", "HTTP/1.1 431", "endless header"},
      {"GET / HTTP/1.1\r\n" + repeated("X: y\r\n", 40'000) + "\r\n", "HTTP/1.1 431", "endless headers"},
      {"POST / HTTP/1.1\r\nContent-Length: 99999999\r\n" + host + "\r\n", "HTTP/1.1 413", "a body too large"},
      {"POST /da-hoi HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + host + "\r\n0\r\n\r\n", "HTTP/1.1 411 ",
       "a body of unknown length"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(RunningServer::get().exchange(c.bytes), StartsWith(c.status_line)) << c.why;
  }
  EXPECT_EQ(ask("/healthz").status, 200) << "and the server lives on";
}

TEST(Connections, ServeOneRequestAfterTheOther) {
  const std::string request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  const std::string answers = RunningServer::get().exchange(request + request + last + request);
  int count = 0;
  for (std::size_t at = answers.find("HTTP/1.1 200"); at != std::string::npos;
       at = answers.find("HTTP/1.1 200", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 3) << "nothing is answered after the client's last request";
}

TEST(Connections, ABodyIsNeverTakenForARequest) {
  const std::string answers = RunningServer::get().exchange(
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n");
  EXPECT_THAT(answers, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answers, Not(HasSubstr("giaidap_http_requests_total")));
}

// Bodies that nobody reads, and what is left of heads that the library does not read to their end.
TEST(Connections, WhatIsLeftOfARequestIsNotTheNextOne) {
  const std::string second = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string length = "Content-Length: " + std::to_string(second.size()) + "\r\n";
  for (const std::string& head : {
           "OPTIONS /healthz HTTP/1.1\r\n" + length,
           "TRACE /healthz HTTP/1.1\r\n" + length,
           "CONNECT /healthz HTTP/1.1\r\n" + length,
           "DELETE /healthz HTTP/1.1\r\n" + length,
           "BREW /healthz HTTP/1.1\r\n" + length,
           "POST /healthz HTTP/9.9\r\n" + length,
           "POST /healthz HTTP/1.1\r\nX: " + std::string(10'000, 'a') + "\r\n" + length,
           "POST /da-hoi HTTP/1.1\r\nContent-Encoding: br\r\n" + length,
       }) {
    const std::string answers = RunningServer::get().exchange(head + "Host: localhost\r\n\r\n" + second);
    EXPECT_THAT(answers, StartsWith("HTTP/1.1 ")) << head.substr(0, 60);
    EXPECT_THAT(answers, Not(HasSubstr("giaidap_http_requests_total"))) << head.substr(0, 60);
    EXPECT_EQ(answers.find("HTTP/1.1 ", 1), std::string::npos) << head.substr(0, 60);
  }
}

// A proxy that reads the length sees one request where one that reads chunks sees two.
TEST(Connections, ARequestOfTwoLengthsIsRefusedAndTheLast) {
  for (const char* path : {"/da-hoi", "/healthz"}) {
    for (const char* method : {"POST ", "GET "}) {
      const std::string answers = RunningServer::get().exchange(
          method + std::string(path) +
          " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
          "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
      EXPECT_THAT(answers, StartsWith("HTTP/1.1 400 ")) << method << path;
      EXPECT_THAT(answers, HasSubstr("Connection: close\r\n")) << method << path;
      EXPECT_EQ(answers.find("HTTP/1.1 ", 1), std::string::npos) << method << path;
    }
  }
}

TEST(Connections, WhoSendsABodyInChunksIsToldWhatToDo) {
  const std::string answer = RunningServer::get().exchange(
      "POST /da-hoi HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
      "b\r\nnoi-dung=ab\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 411 Length Required\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Length)"));
  EXPECT_THAT(answer, HasSubstr("Yêu cầu không cho biết độ dài"));
  EXPECT_EQ(answer.find("HTTP/1.1 ", 1), std::string::npos);
}

TEST(Hostile, RangesDoNotMultiplyAPage) {
  const std::size_t whole = ask("/healthz").body.size();
  const Got many = ask("/healthz", {{"Range", "bytes=0-" + repeated(",0-", 1000)}});
  EXPECT_EQ(many.status, 200);
  EXPECT_EQ(many.body.size(), whole);
  for (const char* range :
       {"bytes=5-2", "bytes=999999999-", "bytes=-0", "bytes=-99999999999", "bytes=0-0", "x"}) {
    const Got got = ask("/healthz", {{"Range", range}});
    EXPECT_TRUE(got.status == 200 || got.status == 416) << range << ": " << got.status;
  }
}

TEST(Hostile, TextOfTheCorpusIsShownAsText) {
  for (const char* target : {"/muc/666%2F%3Cb%3E%231%3Fx%3D%22y%22%26z", "/van-ban/666%2F%3Cb%3E", "/van-ban",
                             "/?q=k%E1%BB%8Bch+b%E1%BA%A3n+%C4%91%E1%BB%99c+h%E1%BA%A1i",
                             "/?q=%3Cscript%3Ealert(1)%3C/script%3E&topic=%3Cscript%3Ealert(1)%3C/script%3E",
                             "/van-ban/1%2F%22%3E%3Cscript%3E", "/co-quan/%3Cb%3EC%C6%A1%20quan%3C%2Fb%3E",
                             "/nhom/%22%3E%3Cscript%3Ealert(3)%3C%2Fscript%3E"}) {
    const Got got = ask(target);
    EXPECT_EQ(got.status, 200) << target;
    EXPECT_THAT(got.body, Not(HasSubstr("<script>"))) << target;
    EXPECT_THAT(got.body, Not(HasSubstr("<img"))) << target;
    EXPECT_THAT(got.body, Not(HasSubstr("<u>"))) << target;
    EXPECT_THAT(got.body, HasSubstr("&lt;")) << target;
  }
}

}  // namespace
}  // namespace giaidap::test
