// Errors as the outside sees them: an HTTP status, a code that programs can test, a message for people.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

// The status that answers an error.
int http_status(ErrorCode code);

// The code word of a status: 404 → "not_found". Statuses without a word of their own get their class's.
std::string_view status_code_word(int status);

// What a status means, for errors that were found before any of our code ran.
std::string_view status_message(int status);

// {"error":{"code":"...","message":"..."}}
std::string error_json(int status, std::string_view message);

// The message with the parameter it is about in front.
std::string error_message(const Error& error);

// What was thrown, for the log. failure: std::current_exception().
std::string failure_message(const std::exception_ptr& failure);

}  // namespace giaidap
