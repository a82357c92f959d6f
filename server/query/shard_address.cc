#include "server/query/shard_address.h"

#include <spdlog/fmt/fmt.h>
#include <sys/stat.h>

#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "indexer/base/trimmed.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolderStub = "XAPIANDB";   // a stub file that stands for the folder it lies in
constexpr const char* kVersionFile = "iamglass";  // changed by each commit
constexpr unsigned kMostPort = 65535;

// "10.0.0.3:33333", "[::1]:33333"
std::optional<ShardAddress> remote_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  ShardAddress address;
  address.host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  const auto [end, failure] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  const bool whole = failure == std::errc{} && end == port.data() + port.size();
  if (!whole || address.port == 0 || address.port > kMostPort) return std::nullopt;
  if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']')
    address.host = address.host.substr(1, address.host.size() - 2);
  return address;
}

std::optional<ShardAddress> address_of(std::string_view line, const fs::path& stub) {
  const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view type = line.substr(0, blank);
  const std::string_view rest = trimmed(line.substr(blank));
  if (rest.empty()) return std::nullopt;
  if (type == "remote") return remote_address(rest);
  if (type != "auto" && type != "glass") return std::nullopt;
  return ShardAddress{stub.parent_path() / fs::path(rest), {}, 0};
}

Result<std::vector<ShardAddress>> read_stub(const fs::path& stub) {
  std::vector<ShardAddress> shards;
  std::ifstream file(stub);
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') continue;
    std::optional<ShardAddress> shard = address_of(content, stub);
    if (!shard) {
      return Error{ErrorCode::BadInput,
                   fmt::format("line {}: \"auto FOLDER\" or \"remote HOST:PORT\" is expected", number),
                   stub.string()};
    }
    shards.push_back(std::move(*shard));
  }
  if (shards.empty()) return Error{ErrorCode::BadInput, "names no shards", stub.string()};
  return shards;
}

std::optional<FolderState> state_of_file(const fs::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) return std::nullopt;
  return FolderState{found.st_dev, found.st_ino, found.st_ctim};
}

// The folder itself, or of a replica the copy that is current.
std::optional<fs::path> current_folder(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / kVersionFile, ignored)) return folder;
  if (!fs::exists(folder / kFolderStub, ignored)) return std::nullopt;
  const auto copies = read_stub(folder / kFolderStub);
  if (!copies || copies.value().front().is_remote()) return std::nullopt;
  return copies.value().front().folder;
}

}  // namespace

std::string ShardAddress::name() const {
  return is_remote() ? fmt::format("{}:{}", host, port) : folder.string();
}

Result<std::vector<ShardAddress>> read_shards(const fs::path& db) {
  std::error_code ignored;
  if (fs::is_regular_file(db, ignored)) return read_stub(db);
  return std::vector<ShardAddress>{ShardAddress{db, {}, 0}};
}

Xapian::Database open_shard(const ShardAddress& address) {
  if (!address.is_remote()) return Xapian::Database(address.folder.string());
  return Xapian::Remote::open(address.host, address.port, kAnswerMilliseconds, kConnectMilliseconds);
}

std::optional<FolderState> state_of(const fs::path& folder) {
  const std::optional<fs::path> current = current_folder(folder);
  return current ? state_of_file(*current / kVersionFile) : std::nullopt;
}

std::optional<std::uintmax_t> bytes_of(const ShardAddress& address) {
  const std::optional<fs::path> current = address.is_remote() ? std::nullopt : current_folder(address.folder);
  if (!current) return std::nullopt;
  std::uintmax_t bytes = 0;
  std::error_code failure;
  for (const auto& file : fs::directory_iterator(*current, failure)) {
    const std::uintmax_t size = file.is_regular_file(failure) ? file.file_size(failure) : 0;
    if (!failure) bytes += size;  // a file that has just gone is none
  }
  return bytes;
}

}  // namespace giaidap
