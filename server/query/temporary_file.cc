#include "server/query/temporary_file.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace giaidap {
namespace {

int open_without_name() {
  const char* const wanted = std::getenv("TMPDIR");
  std::string path = wanted != nullptr && *wanted != '\0' ? wanted : "/var/tmp";
  path += "/giaidap-XXXXXX";
  const int file = mkostemp(path.data(), O_CLOEXEC);
  if (file >= 0)
    unlink(path.c_str());
  else
    spdlog::warn("no temporary file {} can be made ({}): what memory has no room for is read anew", path,
                 std::generic_category().message(errno));
  return file;
}

constexpr std::uint64_t kFreeOf = 10;  // one part of so many of the disk stays free

}  // namespace

TemporaryFile::TemporaryFile(std::uint64_t most_bytes)
    : file_(open_without_name()), most_bytes_(file_ < 0 ? 0 : most_bytes) {}

TemporaryFile::~TemporaryFile() {
  if (file_ >= 0) close(file_);
}

std::optional<std::uint64_t> TemporaryFile::append(std::span<const std::span<const std::byte>> parts) {
  std::uint64_t bytes = 0;
  for (const auto& part : parts) bytes += part.size();
  const std::lock_guard lock(mutex_);
  if (!has_room(bytes)) return std::nullopt;
  std::uint64_t place = end_;
  for (const auto& part : parts) {
    if (!write(place, part)) return std::nullopt;
    place += part.size();
  }
  return std::exchange(end_, place);
}

bool TemporaryFile::has_room(std::uint64_t bytes) const {
  if (bytes > most_bytes_ - end_) return false;
  struct statvfs disk {};
  if (fstatvfs(file_, &disk) != 0) return false;
  return disk.f_bavail >= disk.f_blocks / kFreeOf + bytes / disk.f_frsize;
}

bool TemporaryFile::write(std::uint64_t place, std::span<const std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    place += static_cast<std::uint64_t>(written);
  }
  return true;
}

bool TemporaryFile::read(std::uint64_t place, std::span<std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t got = pread(file_, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(got));
    place += static_cast<std::uint64_t>(got);
  }
  return true;
}

}  // namespace giaidap
