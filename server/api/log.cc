#include "server/api/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <nlohmann/json.hpp>

namespace giaidap {
namespace {

constexpr std::size_t kMaxLoggedBytes = 2000;
constexpr const char* kPlain = "%Y-%m-%dT%H:%M:%S.%e%z %l %v";
constexpr const char* kJson = R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

struct Log {
  std::shared_ptr<spdlog::logger> logger;
  bool as_json = false;
};

// Replaced while others write to it.
class CurrentLog {
 public:
  Log get() {
    const std::lock_guard lock(mutex_);
    return log_;
  }
  void set(Log log) {
    const std::lock_guard lock(mutex_);
    log_ = std::move(log);
  }

 private:
  std::mutex mutex_;
  Log log_;
};

CurrentLog& current() {
  static CurrentLog log;
  return log;
}

spdlog::sink_ptr make_sink(const std::filesystem::path& file) {
  if (file.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
  return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
}

// The members of a JSON object without its braces: the pattern has others in front.
std::string members(const nlohmann::ordered_json& object) {
  const std::string text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return text.substr(1, text.size() - 2);
}

void write(spdlog::level::level_enum level, std::string_view message) {
  const Log log = current().get();
  if (log.logger == nullptr) return;
  log.logger->log(level, log.as_json ? members({{"message", printable(message)}}) : printable(message));
}

double rounded(double milliseconds) {
  return static_cast<double>(static_cast<long>(milliseconds * 100)) / 100;
}

}  // namespace

Result<Unit> start_log(const LogSettings& settings) {
  try {
    auto logger = std::make_shared<spdlog::logger>("giaidap", make_sink(settings.file));
    const bool as_json = settings.format == "json";
    logger->set_pattern(as_json ? kJson : kPlain);
    logger->set_level(spdlog::level::from_str(settings.level));
    logger->flush_on(spdlog::level::debug);
    current().set({std::move(logger), as_json});
  } catch (const spdlog::spdlog_ex& failure) {
    return Error{ErrorCode::Unavailable, failure.what(), settings.file.string()};
  }
  return Unit{};
}

void log_request(const LoggedRequest& request) {
  const Log log = current().get();
  if (log.logger == nullptr || !log.logger->should_log(spdlog::level::info)) return;
  if (log.as_json) {
    log.logger->info(members({{"request", request.id},
                              {"method", printable(request.method)},
                              {"target", printable(request.target)},
                              {"route", request.route},
                              {"status", request.status},
                              {"ms", rounded(request.milliseconds)},
                              {"bytes", request.bytes}}));
    return;
  }
  log.logger->info("{} {} {} {:.2f}ms {}B {}", printable(request.method), printable(request.target),
                   request.status, request.milliseconds, request.bytes, request.id);
}

void log_info(std::string_view message) { write(spdlog::level::info, message); }

void log_error(std::string_view message) { write(spdlog::level::err, message); }

std::string printable(std::string_view text) {
  std::string shown;
  for (const char c : text.substr(0, kMaxLoggedBytes)) {
    if (is_control(c)) {
      shown += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      shown += c;
    }
  }
  if (text.size() > kMaxLoggedBytes) shown += "…";
  return shown;
}

}  // namespace giaidap
