#include "server/service.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "indexer/base/file.h"
#include "server/api/answer_cache.h"
#include "server/query/shard_address.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLeastTokenBytes = 12;
constexpr std::uintmax_t kMaxTokenFileBytes = 4096;

// Differs where a table of the vocabulary was changed, added or removed.
std::string state_of_files(const fs::path& folder) {
  std::set<std::string> files;
  std::error_code ignored;
  for (fs::directory_iterator file(folder, ignored), end; file != end; file.increment(ignored)) {
    files.insert(file->path().string() + ' ' + std::to_string(file->file_size(ignored)) + ' ' +
                 std::to_string(file->last_write_time(ignored).time_since_epoch().count()));
  }
  std::string state;
  for (const std::string& file : files) state += file + '\n';
  return state;
}

// Differs where a stub file names other shards. What is wrong with it is told by opening it.
std::string shards_of(const fs::path& db) {
  std::string names;
  if (const auto shards = read_shards(db)) {
    for (const ShardAddress& shard : shards.value()) names += shard.name() + '\n';
  } else {
    names = shards.error().message;
  }
  return names;
}

std::vector<Searcher> make_searchers(const std::shared_ptr<IndexHandle>& index, unsigned count) {
  std::vector<Searcher> searchers;
  for (unsigned i = 0; i < count; ++i) searchers.emplace_back(index);
  return searchers;
}

fs::path desk_file(const ServerOptions& options) {
  if (!options.desk_db.empty()) return options.desk_db;
  fs::path beside = options.db.has_filename() ? options.db : options.db.parent_path();
  return beside += ".desk.sqlite";
}

// Empty where none is configured.
Result<std::string> desk_token(const ServerOptions& options) {
  std::string token = options.desk_token;
  std::string place = "--desk-token";
  if (!options.desk_token_file.empty()) {
    Result<std::string> content = read_file(options.desk_token_file, kMaxTokenFileBytes);
    if (!content) return content.error();
    token = content.value().substr(0, content.value().find_first_of("\r\n"));
    place = options.desk_token_file.string();
    if (token.empty()) return Error{ErrorCode::BadInput, "holds no token", place};
  }
  if (!token.empty() && token.size() < kLeastTokenBytes) {
    return Error{ErrorCode::BadInput, "is shorter than " + std::to_string(kLeastTokenBytes) + " characters",
                 place};
  }
  return token;
}

}  // namespace

Result<std::shared_ptr<App>> Service::make(const ServerOptions& options) {
  auto files = StaticFiles::load(options.web);
  if (!files) return files.error();
  auto interfaces = Interfaces::load(options.web);
  if (!interfaces) return interfaces.error();
  auto token = desk_token(options);
  if (!token) return token.error();
  if (const auto opened = open_searchers(options); !opened) return opened.error();
  if (!token.value().empty()) {
    if (const auto opened = open_desk(options); !opened) return opened.error();
  }
  const bool has_desk = !token.value().empty();
  return std::make_shared<App>(App{searchers_, watchers_, metrics_, std::move(files).value(),
                                   std::move(interfaces).value(), std::move(token).value(),
                                   has_desk ? desk_ : nullptr, answers_, options.privacy});
}

Result<Unit> Service::open_searchers(const ServerOptions& options) {
  const std::string key = options.db.string() + '\n' + shards_of(options.db) + '\n' +
                          std::to_string(options.answer_cache_mb) + '\n' + state_of_files(options.vocabulary);
  if (searchers_ != nullptr && key == searchers_key_) return Unit{};
  const auto index = open_index(options.db, options.vocabulary);
  if (!index) return index.error();
  auto searchers = std::make_shared<Pool<Searcher>>(make_searchers(index.value(), options.threads));
  // Reads the index once for all of them, so that nobody waits for it at the first search.
  if (const auto health = searchers->borrow()->health(); !health) return health.error();
  searchers_ = std::move(searchers);
  watchers_ = std::make_shared<Pool<Searcher>>(make_searchers(index.value(), 1));
  answers_ = options.answer_cache_mb == 0
                 ? nullptr
                 : std::make_shared<AnswerCache>(std::size_t{options.answer_cache_mb} << 20U);
  searchers_key_ = key;
  return Unit{};
}

Result<Unit> Service::open_desk(const ServerOptions& options) {
  const fs::path file = desk_file(options);
  if (desk_ != nullptr && file == desk_file_) return Unit{};
  auto desk = Desk::open(file);
  if (!desk) return desk.error();
  desk_ = std::move(desk).value();
  desk_file_ = file;
  return Unit{};
}

}  // namespace giaidap
