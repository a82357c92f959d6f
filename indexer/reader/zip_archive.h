// Members of a ZIP file (Word, Excel) held in memory, within limits that no document reaches.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

struct zip;

namespace giaidap {

// A member that unpacks to more, or more than kMostExpansion times what it takes packed, is an attack.
inline constexpr std::size_t kMostUnpackedBytes = 96U << 20U;
inline constexpr std::size_t kMostExpansion = 1000;

class ZipArchive {
 public:
  // The bytes must outlive the archive. BadInput for what is no ZIP file or is broken.
  static Result<ZipArchive> open(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& name) const;

  // A member, unpacked. NotFound, TooLarge, or BadInput where it is broken or locked with a password.
  [[nodiscard]] Result<std::string> read(const std::string& name) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  explicit ZipArchive(zip* archive) : archive_(archive) {}

  std::unique_ptr<zip, Closer> archive_;
};

}  // namespace giaidap
