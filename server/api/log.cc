#include "server/api/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <nlohmann/json.hpp>

namespace giaidap {
namespace {

constexpr std::size_t kMaxLoggedBytes = 2000;
constexpr const char* kRequests = "requests";  // the logger whose lines are put together already
constexpr const char* kPlain = "%Y-%m-%dT%H:%M:%S.%e%z %l %*";
constexpr const char* kJson = R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%*})";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

// The members of a JSON object without its braces: the pattern has others in front.
std::string members(const nlohmann::ordered_json& object) {
  const std::string text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return text.substr(1, text.size() - 2);
}

// What stands at "%*": lines of requests as they are, other messages so that nobody writes a line but us.
class Told final : public spdlog::custom_flag_formatter {
 public:
  explicit Told(bool as_json) : as_json_(as_json) {}

  void format(const spdlog::details::log_msg& message, const std::tm& /*time*/,
              spdlog::memory_buf_t& line) override {
    std::string told(message.payload.data(), message.payload.size());
    if (std::string_view(message.logger_name.data(), message.logger_name.size()) != kRequests) {
      told = as_json_ ? members({{"message", printable(told)}}) : printable(told);
    }
    line.append(told.data(), told.data() + told.size());
  }
  [[nodiscard]] std::unique_ptr<spdlog::custom_flag_formatter> clone() const override {
    return std::make_unique<Told>(as_json_);
  }

 private:
  bool as_json_;
};

struct Log {
  std::shared_ptr<spdlog::logger> requests;
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

spdlog::sink_ptr make_sink(const LogSettings& settings) {
  spdlog::sink_ptr sink;
  if (settings.file.empty()) {
    sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  } else {
    sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(settings.file.string());
  }
  const bool as_json = settings.format == "json";
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  formatter->add_flag<Told>('*', as_json).set_pattern(as_json ? kJson : kPlain);
  sink->set_formatter(std::move(formatter));
  return sink;
}

std::shared_ptr<spdlog::logger> make_logger(const char* name, spdlog::sink_ptr sink) {
  auto logger = std::make_shared<spdlog::logger>(name, std::move(sink));
  logger->flush_on(spdlog::level::debug);
  return logger;
}

// Where the library's default logger writes, by which other rooms tell what they do. That logger is put in
// place once, since others may be using it whenever the log is opened anew; the sinks behind it are replaced.
spdlog::sinks::dist_sink_mt& behind_default_logger() {
  static const auto sink = [] {
    auto made = std::make_shared<spdlog::sinks::dist_sink_mt>();
    spdlog::set_default_logger(make_logger("", made));
    return made;
  }();
  return *sink;
}

void write(spdlog::level::level_enum level, std::string_view message) {
  if (current().get().requests != nullptr) spdlog::log(level, "{}", message);
}

// An address in which blanks came as they are; blanks part the columns of a plain line.
std::string column(std::string_view target) {
  std::string shown = printable(target);
  for (std::size_t at = shown.find(' '); at != std::string::npos; at = shown.find(' ', at))
    shown.replace(at, 1, "%20");
  return shown;
}

double rounded(double milliseconds) {
  return static_cast<double>(static_cast<long>(milliseconds * 100)) / 100;
}

}  // namespace

Result<Unit> start_log(const LogSettings& settings) {
  try {
    const spdlog::sink_ptr sink = make_sink(settings);
    const spdlog::level::level_enum level = spdlog::level::from_str(settings.level);
    auto requests = make_logger(kRequests, sink);
    requests->set_level(level);
    behind_default_logger().set_sinks({sink});
    spdlog::default_logger()->set_level(level);
    current().set({std::move(requests), settings.format == "json"});
  } catch (const spdlog::spdlog_ex& failure) {
    return Error{ErrorCode::Unavailable, failure.what(), settings.file.string()};
  }
  return Unit{};
}

void log_request(const LoggedRequest& request) {
  const Log log = current().get();
  if (log.requests == nullptr || !log.requests->should_log(spdlog::level::info)) return;
  if (log.as_json) {
    log.requests->info(members({{"request", request.id},
                                {"method", printable(request.method)},
                                {"target", printable(request.target)},
                                {"route", request.route},
                                {"status", request.status},
                                {"ms", rounded(request.milliseconds)},
                                {"bytes", request.bytes}}));
    return;
  }
  log.requests->info("{} {} {} {:.2f}ms {}B {}", printable(request.method), column(request.target),
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
