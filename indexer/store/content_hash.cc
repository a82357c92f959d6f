#include "indexer/store/content_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <memory>
#include <vector>

namespace giaidap {
namespace {

std::string digits(const XXH128_hash_t& hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

Result<std::string> content_hash(const std::filesystem::path& path) {
  constexpr std::size_t kPieceBytes = 1U << 20U;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::BadInput, "cannot be read", path.string()};
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::vector<char> piece(kPieceBytes);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())), in.gcount() > 0) {
    XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return Error{ErrorCode::BadInput, "cannot be read to its end", path.string()};
  return digits(XXH3_128bits_digest(state.get()));
}

std::string hash_of(std::string_view bytes) { return digits(XXH3_128bits(bytes.data(), bytes.size())); }

}  // namespace giaidap
