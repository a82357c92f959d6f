#include "indexer/schema/unreadable.h"

#include <string_view>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

constexpr const char* kAnew = ": index the corpus anew into an empty folder";

// A block or record that makes no sense; failures of the disk come with a cause.
bool is_damage(std::string_view type, const Xapian::Error& error) {
  return type == "DatabaseCorruptError" || (type == "DatabaseError" && error.get_error_string() == nullptr);
}

}  // namespace

Result<Unit> check_format(const Xapian::Database& database, const std::string& place) {
  const std::string found = database.get_metadata(schema::kVersionKey);
  const std::string ours = std::to_string(schema::kFormatVersion);
  if (found == ours) return Unit{};
  if (found.empty()) {
    return Error{ErrorCode::Unavailable, "is a Xapian database of another program; name another one", place};
  }
  return Error{ErrorCode::Unavailable,
               "this index has format " + found + ", this program is made for " + ours + kAnew, place};
}

std::optional<Error> unreadable(const Xapian::Error& error, const std::string& place) {
  const auto because = [&](const std::string& words) { return Error{ErrorCode::Unavailable, words, place}; };
  const std::string_view type = error.get_type();
  if (type == "DatabaseVersionError") {
    return because(std::string("was written by another version of Xapian") + kAnew);
  }
  if (is_damage(type, error)) {
    return because("is damaged (" + detail_of(error) + ")" + kAnew + ", or put a copy here");
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" || type == "DatabaseCreateError") {
    return because("the index cannot be opened: " + detail_of(error));
  }
  return std::nullopt;
}

std::string detail_of(const Xapian::Error& error) {
  const char* const cause = error.get_error_string();
  return error.get_msg() + (cause != nullptr ? std::string(": ") + cause : "");
}

}  // namespace giaidap
