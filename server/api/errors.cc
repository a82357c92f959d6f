#include "server/api/errors.h"

#include <array>
#include <nlohmann/json.hpp>

namespace giaidap {
namespace {

struct StatusWords {
  int status;
  std::string_view code;
  std::string_view message;
};

constexpr auto kStatuses = std::to_array<StatusWords>({
    {400, "bad_request", "the request cannot be understood"},
    {401, "unauthorized", "a token is needed"},
    {403, "forbidden", "another site may not ask this"},
    {404, "not_found", "there is nothing at this address"},
    {405, "method_not_allowed", "this address is not asked in this way; Allow tells how"},
    {408, "timeout", "the request did not arrive in time"},
    {411, "length_required", "a body must come with its length, in Content-Length"},
    {413, "too_large", "the request body is too large"},
    {414, "address_too_long", "the address is too long"},
    {415, "unsupported_media_type", "a body must be a form (application/x-www-form-urlencoded), not packed"},
    {416, "range_not_satisfiable", "this range cannot be served"},
    {429, "too_many_requests", "more was asked than one client may; try again in a moment"},
    {431, "headers_too_large", "the request headers are too large"},
    {503, "unavailable", "this cannot be answered at the moment"},
});
constexpr StatusWords kOtherFault{500, "internal", "the server failed at this request"};

const StatusWords& words_of(int status) {
  for (const StatusWords& words : kStatuses) {
    if (words.status == status) return words;
  }
  return status >= 400 && status < 500 ? kStatuses[0] : kOtherFault;
}

}  // namespace

int http_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::BadInput:
    case ErrorCode::TooLarge:
      return 400;
    case ErrorCode::NotFound:
      return 404;
    case ErrorCode::Unavailable:
    case ErrorCode::Incomplete:
      return 503;
    case ErrorCode::Internal:
      return 500;
  }
  return 500;
}

std::string_view status_code_word(int status) { return words_of(status).code; }

std::string_view status_message(int status) { return words_of(status).message; }

std::string error_json(int status, std::string_view message) {
  const nlohmann::json body = {{"error", {{"code", status_code_word(status)}, {"message", message}}}};
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string error_message(const Error& error) {
  return error.place.empty() ? error.message : error.place + ": " + error.message;
}

std::string failure_message(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& known) {
    return known.what();
  } catch (...) {
    return "something unknown was thrown";
  }
}

}  // namespace giaidap
