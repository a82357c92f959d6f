#include "server/api/static_files.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "indexer/base/file.h"
#include "server/api/etag.h"

namespace giaidap {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 1U << 20U;

struct Listed {
  std::string_view name;
  std::string_view type;
};

constexpr auto kFiles = std::to_array<Listed>({
    {"style.css", "text/css"},
    {"actions.js", "text/javascript"},
    {"suggest.js", "text/javascript"},
    {"icon.svg", "image/svg+xml"},
    {"openapi.json", "application/json"},
});

}  // namespace

Result<StaticFiles> StaticFiles::load(const std::filesystem::path& web_dir) {
  StaticFiles loaded;
  for (const Listed& listed : kFiles) {
    Result<std::string> body = read_file(web_dir / listed.name, kMaxFileBytes);
    if (!body) return body.error();
    const std::string etag = etag_of(body.value());
    loaded.files_.emplace(listed.name, StaticFile{std::string(listed.type), etag, std::move(body).value()});
  }
  return loaded;
}

const StaticFile* StaticFiles::find(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? nullptr : &found->second;
}

std::string StaticFiles::url(std::string_view name) const {
  const StaticFile* file = find(name);
  const std::string version = file == nullptr ? "" : file->etag.substr(file->etag.find('"') + 1, 8);
  return fmt::format("/static/{}?v={}", name, version);
}

}  // namespace giaidap
