// What a run did to each file, and its JSON for --report.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/base/entry.h"

namespace giaidap {

enum class FileStatus { Indexed, Unchanged, Failed };

struct ReportedDispatch {
  Dispatch dispatch;
  std::map<std::string, int> counts;  // entries by the word of their kind
  std::vector<std::string> rows;      // row_line() of each row of its tables
};

struct FileReport {
  std::string file;  // path as given
  FileStatus status = FileStatus::Failed;
  std::string error;  // of a failed file
  std::vector<ReportedDispatch> dispatches;
  std::vector<Finding> findings;
};

// The contract's report: {"files": [...]}.
nlohmann::json to_json(const std::vector<FileReport>& files);

// "97/NQ-CP | 2026-04-06 | nghị quyết | Chính phủ | Sửa đổi ... | Phạm Minh Chính", "-" for what is not
// known.
std::string head_line(const Dispatch& dispatch);

// "III.4 | Bộ Tư pháp | Hệ thống trả hồ sơ khi nhập số …": a row of a table as it was read, "-" for what is
// not known.
std::string row_line(const Entry& entry);

// "2 dispatches, 79 entries"
std::string summary(const FileReport& report);

}  // namespace giaidap
