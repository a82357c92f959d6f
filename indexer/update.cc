#include "indexer/update.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "indexer/files.h"
#include "indexer/indexing.h"
#include "indexer/messages.h"
#include "indexer/reading_ahead.h"

namespace giaidap {
namespace {

constexpr std::chrono::seconds kCommitPause{10};  // a killed run loses no more than this and the file at work
constexpr std::size_t kShownFindings = 10;        // of one file, at the terminal

// What reading takes; loaded before the index is touched.
struct Reading {
  ReadingTables tables;
  std::string fingerprint;
  Particulars particulars;
};

Result<Reading> load_reading(const IndexOptions& options) {
  Result<ReadingTables> tables = ReadingTables::load(options.vocabulary);
  if (!tables) return tables.error();
  const Result<std::string> fingerprint = reading_fingerprint(options.vocabulary);
  if (!fingerprint) return fingerprint.error();
  const Particulars particulars = options.keep_particulars ? Particulars::Kept : Particulars::Masked;
  return Reading{std::move(tables).value(), with_choice(fingerprint.value(), particulars), particulars};
}

// The folder of an index that is thrown away: a dry run reads into it.
class ThrownAway {
 public:
  ThrownAway() {
    std::string pattern = (std::filesystem::temp_directory_path() / "giaidap-dry-run-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) folder_ = pattern;
  }
  ~ThrownAway() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  ThrownAway(const ThrownAway&) = delete;
  ThrownAway& operator=(const ThrownAway&) = delete;
  [[nodiscard]] std::filesystem::path index() const { return folder_ / "index"; }

 private:
  std::filesystem::path folder_;
};

std::uintmax_t bytes_of(const std::vector<std::filesystem::path>& files) {
  std::uintmax_t sum = 0;
  for (const std::filesystem::path& file : files) {
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(file, unknown);
    if (!unknown) sum += size;
  }
  return sum;
}

// One run: the open store and what was done so far.
class Update {
 public:
  Update(Store store, const std::vector<std::filesystem::path>& files, bool shows_heads)
      : store_(std::move(store)), progress_(files.size(), bytes_of(files)), shows_heads_(shows_heads) {}

  Result<Unit> remove_dispatches(const std::vector<std::string>& numbers) {
    for (const std::string& number : numbers) {
      const Result<std::optional<int>> removed = store_.remove(number);
      if (!removed) return removed.error();
      failed_ = failed_ || !removed.value();
      if (removed.value()) progress_.line(fmt::format("{}: removed, {} entries", number, *removed.value()));
      if (!removed.value()) progress_.warning(fmt::format("{}: no such dispatch in the index", number));
    }
    return store_.commit();
  }

  Result<Unit> index_files(const FoundFiles& found, const Reading& reading, unsigned workers) {
    for (const std::string& note : found.notes) progress_.warning(note);
    Indexing indexing(store_, reading.tables, reading.fingerprint, progress_, reading.particulars);
    ReadingAhead files(indexing, found.files, workers);
    while (std::optional<StartedFile> file = files.next()) {
      const std::string path = file->path.string();
      Result<FileReport> report = indexing.index(std::move(*file));
      if (!report) {
        reports_.push_back({path, FileStatus::Failed, in_words(report.error()), {}, {}});
        return report.error();
      }
      show(report.value());
      reports_.push_back(std::move(report).value());
      const Result<Unit> committed = commit_now_and_then();
      if (!committed) return committed;
    }
    return store_.commit();
  }

  [[nodiscard]] const std::vector<FileReport>& reports() const { return reports_; }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  Result<Unit> commit_now_and_then() {
    if (std::chrono::steady_clock::now() < next_commit_) return Unit{};
    next_commit_ = std::chrono::steady_clock::now() + kCommitPause;
    return store_.commit();
  }

  void show(const FileReport& report) {
    if (report.status == FileStatus::Failed) {
      failed_ = true;
      progress_.warning(report.file + ": " + report.error);
    } else {
      progress_.line(report.file + ": " +
                     (report.status == FileStatus::Unchanged ? "unchanged" : summary(report)));
    }
    if (shows_heads_) {
      for (const ReportedDispatch& dispatch : report.dispatches) {
        progress_.line("  " + head_line(dispatch.dispatch));
        for (const std::string& row : dispatch.rows) progress_.line("    " + row);
      }
    }
    const std::size_t shown = std::min(report.findings.size(), kShownFindings);
    for (std::size_t i = 0; i < shown; ++i) {
      progress_.line("  " + report.findings[i].place + ": " + report.findings[i].message);
    }
    if (shown < report.findings.size()) {
      progress_.line(
          fmt::format("  and {} more findings; --report FILE has all", report.findings.size() - shown));
    }
  }

  Store store_;
  Progress progress_;
  std::vector<FileReport> reports_;
  bool shows_heads_;
  bool failed_ = false;
  std::chrono::steady_clock::time_point next_commit_ = std::chrono::steady_clock::now() + kCommitPause;
};

Result<Unit> write_report(std::ofstream& out, const std::filesystem::path& path,
                          const std::vector<FileReport>& reports) {
  out << to_json(reports).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  if (out.flush()) return Unit{};
  return Error{ErrorCode::Unavailable, "the report cannot be written", path.string()};
}

}  // namespace

ExitStatus update_index(const IndexOptions& options) {
  std::optional<Reading> reading;
  if (!options.paths.empty()) {
    Result<Reading> loaded = load_reading(options);
    if (!loaded) return unusable(loaded.error());
    reading = std::move(loaded).value();
  }
  std::ofstream report;
  if (!options.report.empty()) report.open(options.report);
  if (report.fail())
    return unusable({ErrorCode::BadInput, "the report cannot be written", options.report.string()});
  std::optional<ThrownAway> thrown_away;
  if (options.dry_run) thrown_away.emplace();
  Result<Store> store =
      Store::open(thrown_away ? thrown_away->index() : options.db, Building{options.workers});
  if (!store) return unusable(store.error());

  const FoundFiles found = find_files(options.paths);
  Update update(std::move(store).value(), found.files, options.dry_run);
  Result<Unit> done = update.remove_dispatches(options.remove);
  if (done && reading) done = update.index_files(found, *reading, options.workers);
  if (report.is_open()) {
    const Result<Unit> written = write_report(report, options.report, update.reports());
    if (done && !written) done = written;
  }
  if (!done) return unusable(done.error());
  return update.failed() ? kSomeFailed : kAllRead;
}

}  // namespace giaidap
