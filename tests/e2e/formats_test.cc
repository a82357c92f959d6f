// The same dispatch in every format that it may come in yields the same entries.
#include <gmock/gmock.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "tests/e2e/server.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;

constexpr const char* kPage = "tests/data/formats/tra-loi.html";
constexpr const char* kText = "tests/data/formats/tra-loi.txt";

std::string chromium() {
  const char* const named = std::getenv("CHROMIUM");
  return named != nullptr ? named : "/usr/bin/chromium";
}

// Words only: lines break elsewhere in each format.
std::string words_of(const std::string& text) {
  std::string words;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) words += c;
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  return words;
}

json comparable(json entry) {
  entry["place"] = nullptr;
  entry["dispatch"].erase("file");
  for (const char* field : {"text", "question", "answer"}) {
    if (entry[field].is_string()) entry[field] = words_of(entry[field].get<std::string>());
  }
  return entry;
}

struct Yield {
  json dispatch;
  std::vector<json> entries;
};

class Formats : public testing::Test {
 protected:
  static void run(const std::vector<std::string>& command) {
    Child child(command);
    const Finished finished = child.wait();
    EXPECT_EQ(finished.exit_code, 0) << command.front() << ": " << finished.err;
  }

  // A web page as a browser prints it.
  std::string printed(const std::string& page) {
    std::string pdf = folder_ / "tra-loi.pdf";
    run({chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         "--user-data-dir=" + (folder_ / "profile"), "--print-to-pdf=" + pdf, page});
    return pdf;
  }

  Yield yield_of(const std::string& file) {
    const std::string db = folder_ / ("index" + std::to_string(++indexes_));
    const Finished indexed = run_index({"--db", db, file});
    EXPECT_EQ(indexed.exit_code, 0) << indexed.err << indexed.out;
    const Server server(db);
    Yield yield;
    yield.dispatch = server.dispatch("4321/VPCP-KSTT");
    yield.dispatch.erase("file");
    for (const char* kind : {"qa", "passage"}) {
      const json found = server.search({{"kind", kind}, {"per_page", "100"}});
      for (const std::string& name : column(found["results"], "entry")) {
        yield.entries.push_back(comparable(server.entry(name)));
      }
    }
    return yield;
  }

  void expect_as_text(const std::string& file) {
    const Yield text = yield_of(kText);
    const Yield other = yield_of(file);
    EXPECT_EQ(other.dispatch, text.dispatch);
    ASSERT_EQ(other.entries.size(), text.entries.size());
    for (std::size_t i = 0; i < text.entries.size(); ++i) EXPECT_EQ(other.entries[i], text.entries[i]);
  }

  TemporaryFolder folder_;
  int indexes_ = 0;
};

TEST_F(Formats, TheTextItself) {
  const Yield text = yield_of(kText);
  EXPECT_EQ(text.dispatch["issuer"], "Văn phòng Chính phủ");
  EXPECT_EQ(text.dispatch["signer"]["name"], "Nguyễn Văn An");
  EXPECT_EQ(text.dispatch["counts"]["qa"], 3);
}

TEST_F(Formats, AWebPage) { expect_as_text(kPage); }

TEST_F(Formats, AWordFile) {
  const std::string docx = folder_ / "tra-loi.docx";
  run({"/usr/bin/pandoc", "-f", "html", "-t", "docx", "-o", docx, kPage});
  expect_as_text(docx);
}

TEST_F(Formats, APrintedPdf) { expect_as_text(printed(kPage)); }

TEST_F(Formats, APrintedPdfWhoseTablesHaveNoRules) {
  const std::string page = folder_ / "tra-loi.html";
  write_text_file(page,
                  replaced(read_text_file(kPage), "</style>", "td, th { border: none !important }</style>"));
  expect_as_text(printed(page));
}

}  // namespace
}  // namespace giaidap::e2e
