#include "server/api/server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include "indexer/base/trimmed.h"
#include "server/api/errors.h"
#include "server/api/listener.h"
#include "server/api/log.h"
#include "server/api/request_head.h"
#include "server/api/request_id.h"
#include "server/api/routes.h"
#include "server/api/same_letters.h"

namespace giaidap {
namespace {

// No script, style or frame but our own files; nothing from elsewhere.
const httplib::Headers kEveryAnswer = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

constexpr std::string_view kFormType = "application/x-www-form-urlencoded";

using Clock = std::chrono::steady_clock;

void send(const Reply& reply, httplib::Response& response) {
  response.status = reply.status;
  response.set_content(reply.body, reply.type);
  // The library packs what the client unpacks.
  response.set_header("Vary", reply.vary.empty() ? "Accept-Encoding" : reply.vary + ", Accept-Encoding");
  response.set_header("Cache-Control", reply.cache_control.empty() ? "no-cache" : reply.cache_control);
  if (!reply.etag.empty()) response.set_header("ETag", reply.etag);
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
}

bool is_read(std::string_view method) { return method == "GET" || method == "HEAD"; }

// But for its body.
Asked asked_by(const httplib::Request& request) {
  return {.method = request.method,
          .target = request.target,
          .host = request.get_header_value("Host"),
          .if_none_match = request.get_header_value("If-None-Match"),
          .accept_language = request.get_header_value("Accept-Language"),
          .cookie = request.get_header_value("Cookie"),
          .forwarded_proto = request.get_header_value("X-Forwarded-Proto"),
          .authorization = request.get_header_value("Authorization"),
          .origin = request.get_header_value("Origin")};
}

// Bodies that do not tell their length were refused by their heads.
bool has_body(const httplib::Request& request) {
  const std::string length = request.get_header_value("Content-Length");
  return !length.empty() && length != "0";
}

bool is_form(const httplib::Request& request) {
  const std::string value = request.get_header_value("Content-Type");
  const std::string_view type = trimmed(std::string_view(value).substr(0, value.find(';')));
  return same_letters(type, kFormType);
}

std::string form_body(const httplib::ContentReader& read) {
  std::string body;
  read([&](const char* bytes, std::size_t size) {
    body.append(bytes, size);
    return true;
  });
  return body;
}

void set_socket_options(socket_t socket) {
  // Unlike the library's default no SO_REUSEPORT: a port that somebody serves on is taken.
  const int on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
}

}  // namespace

// What may be replaced while it is in use.
class CurrentApp {
 public:
  explicit CurrentApp(std::shared_ptr<App> app) : app_(std::move(app)) {}
  std::shared_ptr<App> get() const {
    const std::lock_guard lock(mutex_);
    return app_;
  }
  void set(std::shared_ptr<App> app) {
    const std::lock_guard lock(mutex_);
    app_.swap(app);  // the old one ends outside of the lock
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<App> app_;
};

struct HttpServer::Impl {
  Impl(const std::shared_ptr<App>& served, const Limits& limits, std::size_t searching)
      : metrics(served->metrics), current_app(served), http(limits, searching, work_of, *metrics) {}

  void set_limits();
  void set_handlers();
  void answer_request(const Asked& asked, httplib::Response& response) const;
  void answer_failure(const Asked& asked, httplib::Response& response) const;
  void record(const httplib::Response& response);

  std::shared_ptr<Metrics> metrics;  // the same for each app
  CurrentApp current_app;
  Listener http;
  std::atomic<bool> finished = false;
};

void HttpServer::Impl::set_limits() {
  http.set_socket_options(set_socket_options);
  http.set_tcp_nodelay(true);
  http.set_payload_max_length(kMaxBodyBytes);
  http.set_default_headers(kEveryAnswer);
}

void HttpServer::Impl::set_handlers() {
  // Our own routes: the library decodes paths before it looks at them, and so loses the names' slashes.
  http.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    if (!is_read(request.method))
      return httplib::Server::HandlerResponse::Unhandled;  // it reads the body away
    answer_request(asked_by(request), response);
    return httplib::Server::HandlerResponse::Handled;
  });
  http.Post(".*", [this](const httplib::Request& request, httplib::Response& response,
                         const httplib::ContentReader& read) {
    const bool form = is_form(request);
    const std::string body = has_body(request) && form ? form_body(read) : "";
    Asked asked = asked_by(request);
    asked.body = body;
    asked.body_is_no_form = has_body(request) && !form;  // left where it is: nobody has to read it
    answer_request(asked, response);
  });
  http.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;
    const Asked asked = asked_by(request);
    // The library knows no address for methods other than these; we know what may be asked there.
    const bool other_method = response.status == 404 && !is_read(request.method);
    other_method ? answer_request(asked, response) : answer_failure(asked, response);
  });
  // Thrown past routes.h, which answers what handlers throw. The library would tell it to the client.
  http.set_exception_handler([this](const httplib::Request& request, httplib::Response& response,
                                    const std::exception_ptr& failure) {
    log_error(failure_message(failure));
    response.status = 500;
    answer_failure(asked_by(request), response);
  });
  // Also where the library answers by itself.
  http.set_post_routing_handler([](const httplib::Request& request, httplib::Response& response) {
    std::string& id = Listener::current().id;
    id = request_id(request.get_header_value(kRequestIdHeader));
    response.set_header(kRequestIdHeader, id);
  });
  http.set_logger(
      [this](const httplib::Request& /*request*/, const httplib::Response& response) { record(response); });
}

void HttpServer::Impl::answer_request(const Asked& asked, httplib::Response& response) const {
  const std::optional<int> refused = Listener::current().refused;
  if (refused) {
    response.status = *refused;
    if (*refused == 429 || *refused == 503) response.set_header("Retry-After", "1");
    return answer_failure(asked, response);
  }
  const std::shared_ptr<App> app = current_app.get();
  Answered answered = answer(*app, asked);
  Listener::current().route = std::move(answered.route);
  send(answered.reply, response);
}

// Statuses that the library gives before or instead of our answer.
void HttpServer::Impl::answer_failure(const Asked& asked, httplib::Response& response) const {
  const int status = response.status;
  const Error error{ErrorCode::BadInput, std::string(status_message(status)), ""};
  send(error_reply(*current_app.get(), asked, status, error), response);
}

void HttpServer::Impl::record(const httplib::Response& response) {
  const CurrentRequest& at = Listener::current();
  const std::chrono::duration<double, std::milli> took = Clock::now() - at.started;
  const std::shared_ptr<App> app = current_app.get();
  metrics->count(at.route, response.status, took.count());
  const std::string_view target = at.target;
  log_request({.id = at.id,
               .method = at.method,
               .target = app->privacy ? target.substr(0, target.find('?')) : target,
               .route = at.route,
               .status = response.status,
               .milliseconds = took.count(),
               .bytes = response.body.size()});
}

HttpServer::HttpServer(const std::shared_ptr<App>& app, const Limits& limits, std::size_t searching)
    : impl_(std::make_unique<Impl>(app, limits, searching)) {
  impl_->set_limits();
  impl_->set_handlers();
}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind(const std::string& host, int port) {
  errno = 0;
  const int taken = port == 0                              ? impl_->http.bind_to_any_port(host)
                    : impl_->http.bind_to_port(host, port) ? port
                                                           : -1;
  if (taken > 0) {
    impl_->http.widen_queue();
    return taken;
  }
  const std::string why = errno == 0 ? "the address is unknown" : std::strerror(errno);
  return Error{ErrorCode::Unavailable, "cannot listen: " + why, host + ":" + std::to_string(port)};
}

void HttpServer::run() {
  impl_->http.listen_after_bind();
  impl_->finished = true;
}

void HttpServer::replace(std::shared_ptr<App> app, const Limits& limits) {
  impl_->current_app.set(std::move(app));
  impl_->http.set_limits(limits);
}

void HttpServer::stop() {
  // The library forgets a stop() that comes before it listens.
  while (!impl_->http.is_running() && !impl_->finished)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  impl_->http.stop();
}

}  // namespace giaidap
