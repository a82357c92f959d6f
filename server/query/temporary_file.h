// A file of this process alone, which has no name once it is open: gone when it is closed, however the
// process ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>

namespace giaidap {

// Thread-safe.
class TemporaryFile {
 public:
  // In $TMPDIR, else in /var/tmp, which is on a disk where /tmp may be memory. At most so many bytes come in,
  // and no more than leaves a tenth of the disk free; none where no file can be made there, which the log
  // tells.
  explicit TemporaryFile(std::uint64_t most_bytes);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  // Where the parts, one after the other, stand in the file from now on. Nothing where it has no room for
  // them.
  std::optional<std::uint64_t> append(std::span<const std::span<const std::byte>> parts);

  // Fills `bytes` from the place on; false where they cannot be read.
  [[nodiscard]] bool read(std::uint64_t place, std::span<std::byte> bytes) const;

 private:
  [[nodiscard]] bool has_room(std::uint64_t bytes) const;
  [[nodiscard]] bool write(std::uint64_t place, std::span<const std::byte> bytes) const;

  int file_;
  std::uint64_t most_bytes_;
  std::mutex mutex_;
  std::uint64_t end_ = 0;
};

}  // namespace giaidap
