// The log: one line a request and what else the operator should know; on standard error or in a file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

struct LogSettings {
  std::string level = "info";    // "debug", "info", "warning", "error" or "off"; requests are "info"
  std::string format = "plain";  // or "json", an object a line
  std::filesystem::path file{};  // empty: standard error
};

struct LoggedRequest {
  std::string_view id;
  std::string_view method;
  std::string_view target;  // as it came, or what of it may be written
  std::string_view route;
  int status = 0;
  double milliseconds = 0;
  std::size_t bytes = 0;  // of the answer's body, as sent
};

// Without it nothing is logged here. What other rooms tell by spdlog's default logger goes the same way from
// then on; the first call is for before any thread may do so. Called again it opens the file anew, so that a
// moved one is let go. Error where the file cannot be written; the log stays what it was.
Result<Unit> start_log(const LogSettings& settings);

// All are thread-safe.
void log_request(const LoggedRequest& request);
void log_info(std::string_view message);
void log_error(std::string_view message);

// Control characters as \xNN and long texts cut, so that nobody writes a line of the log but us.
std::string printable(std::string_view text);

}  // namespace giaidap
