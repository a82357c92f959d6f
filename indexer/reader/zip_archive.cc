#include "indexer/reader/zip_archive.h"

#include <zip.h>

namespace giaidap {
namespace {

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error broken(const std::string& what) { return Error{ErrorCode::BadInput, what, ""}; }

}  // namespace

void ZipArchive::Closer::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* const archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) return broken("is a ZIP file (Word, Excel) that is broken; get it again");
  return ZipArchive(archive);
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) {
    return Error{ErrorCode::NotFound, "has no part " + name, ""};
  }
  const std::size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0U ? stat.comp_size : 0;
  const std::size_t limit = std::min<std::size_t>(kMostUnpackedBytes, (packed + 64) * kMostExpansion);
  if ((stat.valid & ZIP_STAT_SIZE) != 0U && stat.size > limit) {
    return Error{ErrorCode::TooLarge, "unpacks to more than any document has; is it a document?", ""};
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0U && stat.encryption_method != ZIP_EM_NONE) {
    return broken("is locked with a password; take the password off and save it again");
  }
  const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!file) return broken("has a part that cannot be unpacked: " + name);
  std::string unpacked;
  std::string chunk(64U << 10U, '\0');
  for (zip_int64_t read = 1; read > 0;) {
    read = zip_fread(file.get(), chunk.data(), chunk.size());
    if (read < 0) return broken("has a part that cannot be unpacked: " + name);
    unpacked.append(chunk, 0, static_cast<std::size_t>(read));
    if (unpacked.size() > limit) {
      return Error{ErrorCode::TooLarge, "unpacks to more than any document has; is it a document?", ""};
    }
  }
  return unpacked;
}

}  // namespace giaidap
