#include "server/api/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace giaidap {
namespace {

constexpr std::size_t kMaxLoggedBytes = 2000;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

}  // namespace

void start_log() {
  auto logger =
      std::make_shared<spdlog::logger>("giaidap", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  spdlog::set_default_logger(std::move(logger));
  spdlog::flush_on(spdlog::level::info);
}

void log_request(const LoggedRequest& request) {
  spdlog::info("{} {} {} {:.2f}ms {}B", printable(request.method), printable(request.target), request.status,
               request.milliseconds, request.bytes);
}

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
