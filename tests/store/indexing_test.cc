#include "indexer/reading_ahead.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>

#include "indexer/store/index_view.h"
#include "tests/reading_tables.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class IndexingTest : public InTemporaryFolder {
 protected:
  // Each call is a run of its own.
  std::vector<FileReport> run(const std::vector<std::filesystem::path>& files,
                              const std::string& fingerprint = "tables", unsigned workers = 1) {
    std::vector<FileReport> reports;
    Store store = Store::open(folder_ / "db").value();
    Progress progress(files.size());
    Indexing indexing(store, tables(), fingerprint, progress);
    ReadingAhead ahead(indexing, files, workers);
    while (std::optional<StartedFile> file = ahead.next())
      reports.push_back(indexing.index(std::move(*file)).value());
    EXPECT_TRUE(store.commit());
    return reports;
  }

  // A web page, which a child reads: a number, a line of text, and what it takes to be a document.
  std::filesystem::path write_page(const std::string& name, const std::string& text) {
    return write(name + ".html", "<html><body><p>Số: " + name + "/UBND</p><p>" + text + "</p><p>" +
                                     std::string(500, 'x') + "</p></body></html>");
  }

  // The number of the first dispatch that a run reads in the file, which says something else once it is
  // begun.
  std::optional<std::string> number_read_of(const std::filesystem::path& file, const std::string& then) {
    Store store = Store::open(folder_ / "db").value();
    Progress progress(1);
    Indexing indexing(store, tables(), "tables", progress);
    StartedFile started = indexing.start(file);
    write(file.filename().string(), then);
    const FileReport report = indexing.index(std::move(started)).value();
    EXPECT_TRUE(store.commit());
    return report.dispatches.at(0).dispatch.number;
  }

  std::vector<ListedDispatch> listed() {
    return IndexView::open(folder_ / "db").value().dispatches().value();
  }
};

// Leaves this process room for so many more open files than it has, as long as the object lives.
class OpenFilesLimit {
 public:
  explicit OpenFilesLimit(int more) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    int limit = 0;
    for (int left = more; left > 0; ++limit) left -= ::fcntl(limit, F_GETFD) < 0 ? 1 : 0;
    const rlimit few{static_cast<rlim_t>(limit), before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  OpenFilesLimit(const OpenFilesLimit&) = delete;
  OpenFilesLimit& operator=(const OpenFilesLimit&) = delete;
  ~OpenFilesLimit() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

constexpr const char* kRows =
    "{\"question\": \"Cấp số định danh?\", \"answer\": \"Theo Công văn số 1552/BTTTT-THH.\", "
    "\"dispatch\": \"7/KH\", \"date\": \"2023-08-25\"}\n"
    "{\"text\": \"Phạm vi\", \"dispatch\": \"8/KH\"}\n"
    "lạc\n"
    "{\"text\": \"Đối tượng\", \"dispatch\": \"7/KH\"}\n";

TEST_F(IndexingTest, RowsMakeOneRecordADispatch) {
  const FileReport report = run({write("rows.jsonl", kRows)})[0];
  EXPECT_EQ(report.status, FileStatus::Indexed) << report.error;
  ASSERT_THAT(report.dispatches, SizeIs(2));
  EXPECT_EQ(report.dispatches[0].dispatch.date, "2023-08-25");
  EXPECT_THAT(report.dispatches[0].counts, ElementsAre(Pair("passage", 1), Pair("qa", 1)));
  EXPECT_THAT(report.dispatches[1].counts, ElementsAre(Pair("passage", 1)));
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].place, "rows.jsonl:3");
  EXPECT_EQ(summary(report), "2 dispatches, 3 entries");
  ASSERT_THAT(listed(), SizeIs(2));
  const Xapian::Database database((folder_ / "db").string());
  EXPECT_EQ(database.get_termfreq("XN1552/BTTTT-THH"), 1U) << "rows cite documents too";
}

TEST_F(IndexingTest, CorrectionsCountAsChangesOfTheirFile) {
  const auto file = write("rows.jsonl", kRows);
  run({file});
  write("rows.fix.tsv", "entry\tfield\tvalue\n8/KH\ttitle\tKế hoạch\n");
  const FileReport corrected = run({file})[0];
  EXPECT_EQ(corrected.status, FileStatus::Indexed);
  EXPECT_THAT(corrected.findings[1].message, HasSubstr("Đã sửa title"));
  EXPECT_EQ(corrected.dispatches[1].dispatch.title, "Kế hoạch");
  EXPECT_EQ(run({file})[0].status, FileStatus::Unchanged);
}

TEST_F(IndexingTest, AnUnchangedFileIsReadAgainOnlyWhenWhatReadsItHasChanged) {
  const auto file = write("rows.jsonl", kRows);
  run({file});
  EXPECT_EQ(run({file})[0].status, FileStatus::Unchanged);
  EXPECT_EQ(run({file}, "other tables")[0].status, FileStatus::Indexed);
  write("rows.jsonl", std::string(kRows) + "{\"text\": \"Thêm\"}\n");
  EXPECT_EQ(run({file}, "other tables")[0].status, FileStatus::Indexed);
  EXPECT_THAT(listed(), SizeIs(3));
}

TEST_F(IndexingTest, AFailingFileLeavesWhatItHeldAndStopsNothing) {
  const auto file = write("rows.jsonl", kRows);
  run({file});
  write("rows.jsonl", std::string("\x7f"
                                  "ELF\0\0",
                                  6));
  const auto reports = run({file, folder_ / "missing.txt", write("empty.txt", ""),
                            write("binary.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\r", 12)),
                            write("good.jsonl", "{\"text\": \"một\"}")});
  EXPECT_EQ(reports[0].status, FileStatus::Failed);
  EXPECT_THAT(reports[0].error, HasSubstr("no UTF-8 text"));
  EXPECT_EQ(reports[1].error, "there is no such file");
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(reports[i].status, FileStatus::Failed) << reports[i].file;
    EXPECT_NE(reports[i].error, "") << reports[i].file;
    EXPECT_THAT(reports[i].dispatches, IsEmpty());
  }
  EXPECT_EQ(reports[4].status, FileStatus::Indexed);
  std::vector<std::string> ids;
  for (const ListedDispatch& one : listed()) ids.push_back(one.dispatch.id);
  EXPECT_THAT(ids, ElementsAre("good.jsonl", "7/KH", "8/KH"));
}

TEST_F(IndexingTest, TwoFilesOfOneNameDoNotReplaceEachOther) {
  const auto reports =
      run({write("a/rows.jsonl", "{\"text\": \"a\"}"), write("b/rows.jsonl", "{\"text\": \"b\"}")});
  EXPECT_EQ(reports[0].status, FileStatus::Indexed);
  EXPECT_EQ(reports[1].status, FileStatus::Failed);
  EXPECT_THAT(reports[1].error, HasSubstr("another file of the same name"));
}

TEST_F(IndexingTest, WhatIsReadAheadIsReportedAsIfFilesWereReadOneByOne) {
  const auto page = [](const std::string& number) {
    return "<html><body><p>Số: " + number + "/BTP-CNTT</p><p>" + std::string(500, 'x') + "</p></body></html>";
  };
  std::vector<std::filesystem::path> files;
  for (const char* number : {"1", "2", "3", "4", "5"}) {
    files.push_back(write(std::string(number) + ".html", page(number)));
    files.push_back(
        write(std::string(number) + ".txt", "Số: " + std::string(number) + "0/UBND-VP\n\nV/v thử\n"));
  }
  files.insert(files.begin() + 2, write("broken.pdf", "%PDF-1.4\nbroken"));
  files.insert(files.begin() + 4, write("rows.jsonl", kRows));
  files.insert(files.begin() + 5, write("again/1.html", page("6")));
  files.push_back(folder_ / "missing.docx");
  const json one_by_one = to_json(run(files));
  EXPECT_EQ(one_by_one["files"][2]["status"], "failed");
  std::filesystem::remove_all(folder_ / "db");
  EXPECT_EQ(to_json(run(files, "tables", 3)), one_by_one);
  EXPECT_THAT(listed(), SizeIs(12));
}

// Files change once the first one was indexed: those that were begun by then are read as they were before.
TEST_F(IndexingTest, AsManyFilesAreReadAheadAsThereAreWorkersLess1) {
  for (const auto& [workers, ahead_of_the_first] :
       {std::pair{1U, 0U}, std::pair{2U, 1U}, std::pair{4U, 3U}, std::pair{20U, 7U}}) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 10; ++i) files.push_back(write_page(std::to_string(i), "old"));
    Store store = Store::open(folder_ / ("db" + std::to_string(workers))).value();
    Progress progress(files.size());
    Indexing indexing(store, tables(), "tables", progress);
    ReadingAhead ahead(indexing, files, workers);
    EXPECT_TRUE(indexing.index(*ahead.next()).ok());
    for (int i = 0; i < 10; ++i) write_page(std::to_string(i), "new");
    std::size_t old = 0;
    while (std::optional<StartedFile> file = ahead.next()) {
      if (file->blocks->get().value().blocks[1].text == "old") ++old;
    }
    EXPECT_EQ(old, ahead_of_the_first) << workers;
  }
}

// What is begun holds a pipe. With room for three, the ones after them must not take what the fourth one
// needs.
TEST_F(IndexingTest, WhereTheSystemHasNoProcessLeftFilesAreReadOneByOne) {
  std::vector<std::filesystem::path> files;
  for (int i = 0; i < 12; ++i) files.push_back(write_page(std::to_string(i), "thử"));
  Store store = Store::open(folder_ / "db").value();
  Progress progress(files.size());
  Indexing indexing(store, tables(), "tables", progress);
  ReadingAhead ahead(indexing, files, 8);
  const OpenFilesLimit few(5);
  std::size_t waiting = 0;
  while (std::optional<StartedFile> file = ahead.next()) {
    if (!file->blocks) ++waiting;
    const FileReport report = indexing.index(std::move(*file)).value();
    EXPECT_EQ(report.status, FileStatus::Indexed) << report.file << ": " << report.error;
  }
  EXPECT_EQ(waiting, 0U) << "they are begun once there is room";
}

TEST_F(IndexingTest, RowsThatChangeBeforeTheirTurnAreKnownAsTheyWereRead) {
  const auto file = write("rows.jsonl", "{\"text\": \"một\", \"dispatch\": \"1/KH\"}\n");
  EXPECT_EQ(number_read_of(file, "{\"text\": \"hai\", \"dispatch\": \"2/KH\"}\n"), "2/KH");
  EXPECT_EQ(run({file})[0].status, FileStatus::Unchanged);
}

TEST_F(IndexingTest, AFileThatChangesBeforeItsTurnIsReadAgainTheNextTime) {
  const auto file = write("a.txt", "Số: 1/UBND-VP\n\nV/v thử\n");
  EXPECT_EQ(number_read_of(file, "Số: 2/UBND-VP\n\nV/v thử\n"), "1/UBND-VP");
  const FileReport again = run({file})[0];
  EXPECT_EQ(again.status, FileStatus::Indexed);
  EXPECT_EQ(again.dispatches.at(0).dispatch.number, "2/UBND-VP");
}

TEST_F(IndexingTest, ARealDispatchAndItsReport) {
  const auto reports = run({"corpus/dispatches/000_2a7870118f3f2d68.txt"});
  const json shown = to_json(reports)["files"][0];
  EXPECT_EQ(shown["file"], "corpus/dispatches/000_2a7870118f3f2d68.txt");
  EXPECT_EQ(shown["status"], "indexed");
  EXPECT_TRUE(shown["error"].is_null());
  const json& dispatch = shown["dispatches"][0];
  EXPECT_EQ(dispatch["number"], "1165/TCTTKĐA");
  EXPECT_EQ(dispatch["date"], "2023-08-25");
  EXPECT_EQ(dispatch["counts"]["qa"], 76);
  EXPECT_EQ(dispatch["signer"].size(), 2U);
  EXPECT_EQ(dispatch["signer"]["name"], "Trần Khắc Quang");
  EXPECT_EQ(dispatch.size(), 8U);
  EXPECT_FALSE(shown["findings"].empty());
}

TEST_F(IndexingTest, AFailedFileInTheReport) {
  const json shown = to_json(run({folder_ / "missing.txt"}))["files"][0];
  EXPECT_EQ(shown["status"], "failed");
  EXPECT_EQ(shown["error"], "there is no such file");
  EXPECT_EQ(shown["dispatches"], json::array());
  EXPECT_EQ(shown["findings"], json::array());
}

TEST_F(IndexingTest, TheFingerprintFollowsTheTables) {
  write("vocabulary/agencies.tsv", "name\n");
  const std::string before = reading_fingerprint(folder_ / "vocabulary").value();
  EXPECT_EQ(reading_fingerprint(folder_ / "vocabulary").value(), before);
  write("vocabulary/agencies.tsv", "name\nBộ Y tế\n");
  EXPECT_NE(reading_fingerprint(folder_ / "vocabulary").value(), before);
  EXPECT_FALSE(reading_fingerprint(folder_ / "missing"));
}

}  // namespace
}  // namespace giaidap
