#include "indexer/indexing.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "indexer/base/file.h"
#include "indexer/dispatch/cites.h"
#include "indexer/overlay.h"
#include "indexer/particulars.h"
#include "indexer/reader/rows.h"
#include "indexer/store/content_hash.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

// With the line, where the error tells one: its place is then "NAME:LINE".
std::string told(const Error& error, const std::string& name) {
  const std::string before_line = name + ":";
  if (!error.place.starts_with(before_line)) return error.message;
  return "line " + error.place.substr(before_line.size()) + ": " + error.message;
}

std::uintmax_t size_of(const fs::path& path) {
  std::error_code unknown;
  const std::uintmax_t size = fs::file_size(path, unknown);
  return unknown ? 0 : size;
}

double share_of(std::uintmax_t part, std::uintmax_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool is_store_error(const Error& error) { return error.code == ErrorCode::Unavailable; }

void add_findings(FileReport& report, const std::vector<Finding>& findings) {
  report.findings.insert(report.findings.end(), findings.begin(), findings.end());
}

// Counts the rows of each dispatch of a row file, in the order in which they first come.
class RowCounts {
 public:
  explicit RowCounts(std::vector<ReportedDispatch>& dispatches) : dispatches_(dispatches) {}

  void add(const EntryRow& row) {
    const auto [at, is_new] = place_.try_emplace(row.dispatch.id, dispatches_.size());
    if (is_new) dispatches_.push_back({row.dispatch, {}, {}});
    ++dispatches_[at->second].counts[to_string(row.entry.kind)];
  }

 private:
  std::vector<ReportedDispatch>& dispatches_;
  std::unordered_map<std::string, std::size_t> place_;
};

std::vector<std::string> row_lines(const std::vector<Entry>& entries) {
  std::vector<std::string> lines;
  for (const Entry& entry : entries) {
    if (entry.kind != EntryKind::Passage) lines.push_back(row_line(entry));
  }
  return lines;
}

}  // namespace

Result<std::string> reading_fingerprint(const fs::path& vocabulary_dir) {
  std::vector<fs::path> tables;
  std::error_code failure;
  for (fs::directory_iterator at(vocabulary_dir, failure); !failure && at != fs::directory_iterator();
       at.increment(failure)) {
    if (at->path().extension() == ".tsv") tables.push_back(at->path());
  }
  if (failure)
    return Error{ErrorCode::BadInput, "cannot be read: " + failure.message(), vocabulary_dir.string()};
  std::sort(tables.begin(), tables.end());
  const Result<std::string> program = content_hash("/proc/self/exe");
  if (!program) return program.error();
  std::string all = program.value();
  for (const fs::path& table : tables) {
    const Result<std::string> hash = content_hash(table);
    if (!hash) return hash.error();
    all += "\n" + table.filename().string() + " " + hash.value();
  }
  return hash_of(all);
}

Result<SourceState> source_state(const fs::path& path, const std::string& fingerprint) {
  std::error_code failure;
  if (!fs::exists(path, failure)) return Error{ErrorCode::BadInput, "there is no such file", path.string()};
  if (!fs::is_regular_file(path, failure)) return Error{ErrorCode::BadInput, "is no file", path.string()};
  const Result<std::string> hash = content_hash(path);
  if (!hash) return hash.error();
  return SourceState{path.filename().string(), hash.value() + Overlay::hash_for(path) + "-" + fingerprint};
}

std::string with_choice(const std::string& fingerprint, Particulars particulars) {
  return particulars == Particulars::Masked ? fingerprint : fingerprint + "-particulars";
}

Indexing::Indexing(Store& store, const ReadingTables& tables, std::string fingerprint, Progress& progress,
                   Particulars particulars)
    : store_(store),
      tables_(tables),
      fingerprint_(std::move(fingerprint)),
      progress_(progress),
      particulars_(particulars) {}

// The hash is taken before the bytes: a file that changes in between is read again the next time.
StartedFile Indexing::start(const fs::path& path) const {
  StartedFile file{path, source_state(path, fingerprint_), {}};
  if (!file.source || store_.has_source(file.source.value()) || is_row_file(path)) return file;
  const Result<std::string> bytes = read_file(path, kMaxDocumentBytes);
  if (bytes) file.blocks.emplace(bytes.value(), file.source.value().file);
  file.is_begun = !file.blocks || file.blocks->is_begun();
  if (!file.is_begun) file.blocks.reset();
  return file;
}

Result<FileReport> Indexing::index(StartedFile file) {
  const fs::path& path = file.path;
  FileReport report;
  report.file = path.string();
  progress_.start(path.filename().string(), size_of(path));
  const Result<Unit> filled = fill(file, report);
  progress_.end(report.status != FileStatus::Unchanged);
  if (filled) return report;
  if (is_store_error(filled.error())) return filled.error();
  report.status = FileStatus::Failed;
  report.error = told(filled.error(), path.filename().string());
  report.dispatches.clear();
  return report;
}

// Files are known by their base names, in the index and in citations.
Result<Unit> Indexing::fill(StartedFile& file, FileReport& report) {
  if (!file.source) return file.source.error();
  const SourceState& source = file.source.value();
  if (!names_.insert(source.file).second) {
    return Error{ErrorCode::BadInput,
                 "another file of the same name was read in this run; rename one of them",
                 file.path.string()};
  }
  if (store_.has_source(source)) {
    report.status = FileStatus::Unchanged;
    return Unit{};
  }
  if (file.blocks) return index_document(file, report);
  file.source = source_state(file.path, fingerprint_);  // it is read now, and may have changed since start()
  if (!file.source) return file.source.error();
  if (!is_row_file(file.path)) return index_document(file, report);
  const Result<Unit> indexed = index_rows(file.path, file.source.value(), report);
  // An Excel file may hold a dispatch, or a table of another kind.
  if (indexed || indexed.error().code != ErrorCode::NotFound) return indexed;
  report.dispatches.clear();
  return index_document(file, report);
}

Result<Unit> Indexing::index_rows(const fs::path& path, const SourceState& source, FileReport& report) {
  const std::uintmax_t size = size_of(path);
  const Result<Unit> begun = store_.begin(source, size);
  if (!begun) return begun;
  Overlay overlay(path);
  RowCounts counts(report.dispatches);
  std::size_t rows = 0;
  const auto show = [&](double share_read) {
    const double written = store_.share_written();
    progress_.entries(static_cast<std::size_t>(written * static_cast<double>(rows)), written * share_read);
  };
  const Result<RowsRead> read = read_rows(path, tables_.agencies, tables_.columns, [&](EntryRow row) {
    overlay.apply(row.entry, row.dispatch, tables_.agencies);
    if (particulars_ == Particulars::Masked) mask_particulars(row.entry);
    counts.add(row);
    ++rows;
    show(share_of(row.bytes_read, size));
    row.entry.cites = cited_numbers(row.entry.text);
    return store_.add_entry(row.entry, row.dispatch, row.date);
  });
  if (!read) {
    store_.abandon();
    return read.error();
  }
  const Result<std::vector<Finding>> finished = store_.finish([&] { show(1); });
  if (!finished) return finished.error();
  add_findings(report, read.value().findings);
  add_findings(report, overlay.findings());
  add_findings(report, finished.value());
  report.status = FileStatus::Indexed;
  return Unit{};
}

Result<Unit> Indexing::index_document(StartedFile& file, FileReport& report) {
  const SourceState& source = file.source.value();
  if (!file.blocks) {
    const Result<std::string> bytes = read_file(file.path, kMaxDocumentBytes);
    if (!bytes) return bytes.error();
    file.blocks.emplace(bytes.value(), source.file);
  }
  Result<FileBlocks> blocks = file.blocks->get();
  if (!blocks) return blocks.error();
  FileReading reading = read_dispatches(source.file, std::move(blocks).value(), tables_);
  Overlay overlay(file.path);
  for (ReadDispatch& read : reading.dispatches) {
    overlay.apply(read, tables_.agencies);
    if (particulars_ == Particulars::Masked) {
      for (Entry& entry : read.entries) mask_particulars(entry);
    }
    report.dispatches.push_back({read.dispatch, count_kinds(read.entries), row_lines(read.entries)});
  }
  const Result<std::vector<Finding>> put = store_.put(source, reading.dispatches);
  if (!put) return put.error();
  add_findings(report, reading.findings);
  add_findings(report, overlay.findings());
  add_findings(report, put.value());
  report.status = FileStatus::Indexed;
  return Unit{};
}

}  // namespace giaidap
