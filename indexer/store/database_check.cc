#include "indexer/store/database_check.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace giaidap {
namespace {

constexpr int kUnreadable = 255;  // exit code of the child; others are the number of faults, up to 254
constexpr std::size_t kMostTold = 254;

[[noreturn]] void check_and_exit(const std::filesystem::path& dir) {
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  int code = kUnreadable;
  try {
    code = static_cast<int>(std::min(Xapian::Database::check(dir.string(), 0, nullptr), kMostTold));
  } catch (...) {  // told as unreadable: the child has nobody to tell more
  }
  ::_exit(code);
}

}  // namespace

std::string check_tables(const std::filesystem::path& dir) {
  const pid_t child = ::fork();
  if (child < 0) return "its tables could not be checked: no process can be started";
  if (child == 0) check_and_exit(dir);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) == kUnreadable)
    return "the database has tables that cannot be read: index the corpus anew into an empty folder";
  const int faults = WEXITSTATUS(status);
  if (faults == 0) return "";
  return fmt::format("the database has {} faults in its tables: index the corpus anew into an empty folder",
                     faults);
}

}  // namespace giaidap
