// The two programs as the person at the terminal meets them: wrong usage, things that cannot be used, stops.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Exit code 2 and one line that says why.
void expect_refused(const Finished& run, const std::string& why) {
  EXPECT_EQ(run.exit_code, 2) << why;
  EXPECT_FALSE(run.err.empty()) << why;
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << why << ": " << run.err;
}

TEST(Programs, WrongUsageIsToldInOneLine) {
  expect_refused(run_index({"--db", "x", "--unknown", "y"}), "unknown option");
  expect_refused(run_index({"corpus/dispatches"}), "no --db");
  expect_refused(run_server({"--unknown"}), "unknown option");
  expect_refused(run_server({}), "no --db");
  expect_refused(run_server({"--db", corpus_index(), "--port", "99999"}), "no such port");
  expect_refused(run_server({"--db", corpus_index(), "--port", "http"}), "no number");
}

TEST(Programs, WithoutArgumentsTheIndexerSaysWhatToType) {
  const Finished run = run_index({});
  EXPECT_THAT(run.out + run.err, HasSubstr("--db"));
}

TEST(Programs, HelpIsNoFault) {
  for (const Finished& run : {run_index({"--help"}), run_server({"--help"})}) {
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("--db"));
  }
}

TEST(Programs, DatabasesThatCannotBeUsed) {
  const TemporaryFolder folder;
  write_text_file(folder / "file", "no database");
  write_text_file(folder / "letter.txt", "a letter that is nobody's index");
  expect_refused(run_server({"--db", folder / "missing", "--port", "0"}), "missing");
  expect_refused(run_server({"--db", folder / "", "--port", "0"}), "a folder with other things");
  expect_refused(run_server({"--db", "corpus/dispatches", "--port", "0"}), "a foreign folder");
  expect_refused(run_index({"--db", "corpus/dispatches", "corpus/dispatches"}),
                 "index into a foreign folder");
  expect_refused(run_index({"--db", folder / "file", "corpus/dispatches"}), "a file in the way");
  expect_refused(run_index({"--db", folder / "missing", "--list"}), "nothing to list");
}

TEST(Programs, ATakenPortIsTold) {
  Server first(corpus_index());
  const Finished second = run_server({"--db", corpus_index(), "--port", std::to_string(first.port())});
  expect_refused(second, "taken port");
  EXPECT_THAT(second.err, HasSubstr(std::to_string(first.port())));
}

TEST(Programs, SigtermEndsTheServerInOrder) {
  Server server(corpus_index());
  EXPECT_EQ(server.get("/healthz").status, 200);
  EXPECT_EQ(server.stop(), 0);
}

// A request whose bytes are under way when the signal comes is answered.
TEST(Programs, SigtermFinishesWhatIsInFlight) {
  Server server(corpus_index());
  const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(static_cast<std::uint16_t>(server.port()));
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::connect(connection, reinterpret_cast<const sockaddr*>(&where), sizeof where), 0);
  const std::string begin = "GET /api/v1/search?q=khai+sinh HTTP/1.1\r\nHost: localhost\r\n";
  ASSERT_EQ(::send(connection, begin.data(), begin.size(), MSG_NOSIGNAL), static_cast<ssize_t>(begin.size()));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // lets a worker take the request up
  std::thread stopper([&] { EXPECT_EQ(server.stop(), 0); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const std::string rest = "Connection: close\r\n\r\n";
  EXPECT_EQ(::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL), static_cast<ssize_t>(rest.size()));
  std::string answer;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::recv(connection, buffer, sizeof buffer, 0)) > 0;) {
    answer.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(connection);
  stopper.join();
  EXPECT_THAT(answer, AllOf(HasSubstr("200 OK"), HasSubstr("\"results\"")));
}

TEST(Programs, ADryRunShowsHeadsAndRowsAndChangesNothing) {
  const TemporaryFolder folder;
  const std::string db = folder / "index";
  const Finished run = run_index({"--db", db, "--dry-run", "tests/data/formats/tra-loi.txt"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("4321/VPCP-KSTT | 2024-07-15 | công văn | Văn phòng Chính phủ"));
  EXPECT_THAT(run.out, HasSubstr("I.1 | Bộ Tư pháp | Phần mềm hộ tịch báo lỗi"));
  EXPECT_FALSE(std::filesystem::exists(db));
}

TEST(Programs, ListingAndCheckingAnIndex) {
  const Finished list = run_index({"--db", corpus_index(), "--list"});
  EXPECT_EQ(list.exit_code, 0) << list.err;
  for (const char* number : {"1165/TCTTKĐA", "06/BC-TCTĐA06", "230/BC-TCTTKĐA", "3193/VPCP-KSTT",
                             "6197/BTP-VP", "8545/TB-TCTTKĐA", "004_5978eb42dcb764c8.txt~1"}) {
    EXPECT_THAT(list.out, HasSubstr(number));
  }
  const Finished check = run_index({"--db", corpus_index(), "--check"});
  EXPECT_EQ(check.exit_code, 0) << check.out << check.err;
}

}  // namespace
}  // namespace giaidap::e2e
