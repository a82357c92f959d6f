// The pages of dispatches: every entry is on one of them, however many there are.
#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <string>

#include "tests/e2e/corpus.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr int kPerPage = 50;

std::set<std::string> found_in(const std::string& page, const std::regex& what) {
  std::set<std::string> found;
  for (std::sregex_iterator at(page.begin(), page.end(), what), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

// What a browser looks for where a link ends in this behind "#".
std::string decoded(const std::string& fragment) {
  std::string text;
  for (std::size_t i = 0; i < fragment.size(); ++i) {
    const bool encoded = fragment[i] == '%';
    text += encoded ? static_cast<char>(std::stoi(fragment.substr(i + 1, 2), nullptr, 16)) : fragment[i];
    if (encoded) i += 2;
  }
  return text;
}

int entries_in(const json& dispatch) {
  int entries = 0;
  for (const json& count : dispatch["counts"]) entries += count.get<int>();
  return entries;
}

TEST(DispatchPages, EveryEntryIsOnOneOfThemAndTheOutlineLeadsThere) {
  const std::regex entry_link("href=\"(/muc/[^\"?]*)");
  const std::regex outline_link("href=\"(/van-ban/[^\"]*[?]page=[0-9]+#muc-[^\"]*)\"");
  const json listed = corpus_server().get("/api/v1/dispatches").json();
  ASSERT_FALSE(listed["dispatches"].empty());
  std::size_t outlined = 0;
  for (const json& dispatch : listed["dispatches"]) {
    const std::string url = dispatch["url"];
    const int entries = entries_in(dispatch);
    std::size_t shown = 0;
    std::set<std::string> links;
    for (int page = 1; (page - 1) * kPerPage < entries; ++page) {
      const std::string body = corpus_server().get(url + "?page=" + std::to_string(page)).body;
      shown += found_in(body, entry_link).size();
      links.merge(found_in(body, outline_link));
    }
    EXPECT_EQ(shown, static_cast<std::size_t>(entries)) << url;
    outlined += links.size();
    for (const std::string& link : links) {
      const std::size_t hash = link.find('#');
      EXPECT_THAT(corpus_server().get(link.substr(0, hash)).body,
                  HasSubstr("<h3 class=\"group\" id=\"" + decoded(link.substr(hash + 1)) + '"'))
          << link;
    }
  }
  EXPECT_GT(outlined, 0U);
}

TEST(DispatchPages, RowsBehindTheTenThousandthAreReached) {
  constexpr int kRows = 10'020;
  const TemporaryFolder folder;
  std::string rows;
  for (int row = 1; row <= kRows; ++row) {
    rows += json{{"id", "hàng#" + std::to_string(row)}, {"question", "Câu hỏi số " + std::to_string(row)}}
                .dump() +
            '\n';
  }
  write_text_file(folder / "rows.jsonl", rows);
  ASSERT_EQ(run_index({"--db", folder / "index", folder / "rows.jsonl"}).exit_code, 0);
  const Server server(folder / "index");
  const std::string url = server.get("/api/v1/dispatches").json()["dispatches"][0]["url"];
  const Reply first = server.get(url);
  const Reply last = server.get(url + "?page=201");
  EXPECT_THAT(first.body, HasSubstr(url + "?page=201\""));
  EXPECT_EQ(last.status, 200);
  EXPECT_THAT(last.body, HasSubstr("Câu hỏi số 10020"));
  EXPECT_THAT(last.body, Not(HasSubstr("Câu hỏi số 10000")));
  EXPECT_EQ(server.get(url + "?page=202").status, 400);
}

}  // namespace
}  // namespace giaidap::e2e
