// Result<T>: a value or an Error. Nothing of ours throws for bad input; exceptions of libraries are turned
// into errors where we call them.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace giaidap {

// What kind of failure it is; decides exit codes and HTTP statuses.
enum class ErrorCode {
  BadInput,     // a file or request that cannot be understood
  NotFound,     // a name that does not exist
  TooLarge,     // over a stated limit
  Unavailable,  // a database or resource that cannot be used now
  Incomplete,   // not found in the parts of a database that can be used now
  Internal,     // a fault of ours
};

struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;  // for people: what is wrong and what to do; UTF-8
  std::string place;    // file, "file:line" or parameter it is about; may be empty
};

// Holds either a T or an Error. value() on an error and error() on a value are bugs of the caller
// (std::bad_variant_access).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

// For operations that yield nothing.
struct Unit {};

}  // namespace giaidap
