#include "server/api/listener.h"

#include <sys/socket.h>

#include <exception>
#include <utility>

#include "server/api/errors.h"
#include "server/api/log.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxRequestsPerConnection = 1000;
constexpr std::size_t kWatchWorkers = 1;  // as there is one watcher
constexpr std::size_t kLightWorkers = 2;
constexpr std::chrono::seconds kLongestWait{10};  // for a worker; who waited longer has given up

// Not even an answer that says so could be made.
void give_up(Guest& guest, const std::exception_ptr& failure) {
  guest.gone = true;
  try {
    log_error("a connection is closed without an answer: " + failure_message(failure));
  } catch (const std::exception&) {
    return;  // no memory for that either
  }
}

}  // namespace

// In the place of the library's threads, each of which would belong to one connection: sockets go to the
// reception at once, and the workers take requests from there.
class Listener::Workers final : public httplib::TaskQueue {
 public:
  explicit Workers(Listener& listener) : listener_(listener) {
    start(listener.searching_, Work::Search);
    start(kWatchWorkers, Work::Watch);
    start(kLightWorkers, Work::Light);
  }

  void enqueue(std::function<void()> welcome) override { welcome(); }

  void shutdown() override {
    listener_.reception_.stop();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void start(std::size_t count, Work work) {
    for (std::size_t i = 0; i < count; ++i) threads_.emplace_back([this, work] { listener_.work(work); });
  }

  Listener& listener_;
  std::vector<std::thread> threads_;
};

Listener::Listener(const Limits& limits, std::size_t searching, Reception::WorkOf work_of, Metrics& metrics)
    : searching_(searching), reception_(limits, std::move(work_of), metrics) {
  new_task_queue = [this] { return new Workers(*this); };  // the library deletes it
  set_keep_alive_max_count(kMaxRequestsPerConnection);
  set_keep_alive_timeout(kIdleSeconds);
}

void Listener::widen_queue() const { ::listen(svr_sock_, SOMAXCONN); }

CurrentRequest& Listener::current() {
  thread_local CurrentRequest request;
  return request;
}

bool Listener::process_and_close_socket(socket_t socket) {
  reception_.welcome(socket);
  return true;
}

void Listener::work(Work work) {
  while (std::optional<WholeRequest> request = reception_.take(work)) {
    Guest& guest = *request->guest;
    serve_or_give_up(std::move(*request));
    reception_.give_back(&guest);
  }
}

// Whatever is thrown, the worker lives on and the guest is given back.
void Listener::serve_or_give_up(WholeRequest request) {
  Guest& guest = *request.guest;
  try {
    serve(std::move(request));
  } catch (...) {
    give_up(guest, std::current_exception());
  }
}

void Listener::serve(WholeRequest request) {
  Guest& guest = *request.guest;
  RequestHead& head = request.head;
  current() = CurrentRequest{.started = request.came, .refused = head.refused};
  if (!head.method.empty()) current().method = head.method;
  if (head.target) current().target = *head.target;
  const bool waited_too_long = CurrentRequest().started - request.came > kLongestWait;
  if (!head.refused && waited_too_long) current().refused = 503;
  bool closed_by_client = false;
  guest.ends =
      guest.requests >= kMaxRequestsPerConnection || head.ends_connection || reception_.is_stopping();
  const std::size_t before = guest.connection.incoming().size();
  const bool served =
      process_request(guest.connection, guest.ends, closed_by_client, [&](httplib::Request& read) {
        if (head.target) read.target = std::move(*head.target);
        read.ranges.clear();  // answers are small and sent whole; each of many ranges would be a copy
      });
  // The library leaves bodies of most methods, and we those that are no forms: nobody has to read them. Where
  // it refuses a head by itself, it is not known what of it was read.
  const std::size_t read = before - guest.connection.incoming().size();
  const std::size_t whole = head.text.size() + head.body_bytes;
  const bool left_body = read >= head.text.size() && read < whole;
  if (left_body) guest.connection.replace(whole - read, "");
  guest.leaves = head.ends_connection || (read != whole && !left_body);
  guest.ends = guest.ends || guest.leaves || closed_by_client;
  guest.gone = !served || !guest.connection.send();  // what the client takes at once
}

}  // namespace giaidap
