#include "indexer/store/replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

// ".index.giaidap-new" beside "index", on the same disk. A name of ours, as what stands there is removed.
fs::path folder_beside(const fs::path& dir) {
  return dir.parent_path() / ("." + dir.filename().string() + ".giaidap-new");
}

// Empty where it cannot be told.
fs::path without_links(const fs::path& dir) {
  std::error_code failure;
  fs::path real = fs::canonical(dir, failure);
  return failure ? fs::path() : real;
}

bool exchange(const fs::path& a, const fs::path& b) {
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

// A folder that another disk is mounted on cannot be renamed.
bool on_one_disk(const fs::path& a, const fs::path& b) {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev;
}

Xapian::DatabaseError failed(const std::string& what) {
  return Xapian::DatabaseError(what + ": " + std::strerror(errno));
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!done) throw failed(path.string() + " cannot be written to disk");
}

void sync_folder(const fs::path& folder) {
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure); !failure && at != fs::directory_iterator();
       at.increment(failure)) {
    sync(at->path());
  }
  sync(folder);
}

void copy_metadata(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key)
    to.set_metadata(*key, from.get_metadata(*key));
}

}  // namespace

bool Replacement::is_possible(const fs::path& dir) {
  const fs::path real = without_links(dir);
  if (real.empty() || !on_one_disk(real, real.parent_path())) return false;
  const fs::path folder = folder_beside(real);
  std::error_code failure;
  fs::remove_all(folder, failure);
  const bool made =
      fs::create_directories(folder / "a", failure) && fs::create_directory(folder / "b", failure);
  const bool possible = made && exchange(folder / "a", folder / "b");
  fs::remove_all(folder, failure);
  return possible;
}

bool Replacement::takes_all(const Xapian::Database& live, std::string_view source) {
  return live.get_doccount() == live.get_termfreq(schema::term(schema::filter::kSource, source));
}

void Replacement::clear_remains(const fs::path& dir) {
  std::error_code ignored;
  const fs::path real = without_links(dir);
  if (!real.empty()) fs::remove_all(folder_beside(real), ignored);
}

Replacement::Replacement(const fs::path& dir, const Xapian::Database& live, std::string_view source)
    : dir_(without_links(dir)), folder_(folder_beside(dir_)) {
  clear_remains(dir_);
  std::error_code failure;
  if (!fs::create_directory(folder_, failure)) throw Xapian::DatabaseCreateError(failure.message());
  const std::string base = folder_ / "base";
  const bool all_go = takes_all(live, source);
  if (!all_go) Xapian::Database(dir_.string()).compact(base, 0, 0);
  base_.emplace(base, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  if (all_go) copy_metadata(live, *base_);
}

Replacement::~Replacement() {
  base_.reset();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Replacement::publish(const std::vector<fs::path>& shards) {
  base_->commit();
  const fs::path joined = folder_ / "joined";
  {
    Xapian::Database all((folder_ / "base").string());
    for (const fs::path& shard : shards) all.add_database(Xapian::Database(shard.string()));
    all.compact(joined.string(), 0, 0);
  }
  sync_folder(joined);
  if (!exchange(joined, dir_)) throw failed("the new index cannot take its place");
  sync(dir_.parent_path());
}

}  // namespace giaidap
