// Telling a changed file from an unchanged one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

// 128-bit XXH3 of the file's bytes as 32 hexadecimal digits; reads it in pieces, whatever its size.
Result<std::string> content_hash(const std::filesystem::path& path);

// The same of bytes in memory.
std::string hash_of(std::string_view bytes);

}  // namespace giaidap
