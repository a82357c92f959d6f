#include "server/query/index_format.h"

#include <spdlog/fmt/fmt.h>

#include <string>

#include "indexer/schema/schema.h"

namespace giaidap {

Result<Unit> check_format(const Xapian::Database& db, const std::filesystem::path& path) {
  const std::string version = db.get_metadata(schema::kVersionKey);
  if (version.empty()) {
    return Error{ErrorCode::Unavailable, "not an index of giaidap-index", path.string()};
  }
  if (version != std::to_string(schema::kFormatVersion)) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("index format {}, this program reads {}; index the files again", version,
                             schema::kFormatVersion),
                 path.string()};
  }
  return Unit{};
}

}  // namespace giaidap
