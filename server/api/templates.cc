#include "server/api/templates.h"

#include <system_error>

#include "indexer/base/file.h"

namespace giaidap {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxTemplateBytes = 256U << 10U;
constexpr int kMaxPartialDepth = 4;
constexpr std::string_view kPartialBegin = "{{> ";
constexpr std::string_view kPartialEnd = "}}";
constexpr std::string_view kSuffix = ".mustache";

// Partials are put in while reading: the library would parse them again for each page.
Result<std::string> read_template(const fs::path& dir, const std::string& name, int depth) {
  const fs::path path = dir / (name + std::string(kSuffix));
  if (depth > kMaxPartialDepth) return Error{ErrorCode::BadInput, "partials lie too deep", path.string()};
  Result<std::string> source = read_file(path, kMaxTemplateBytes);
  if (!source) return source.error();
  std::string text = std::move(source).value();
  for (std::size_t at = text.find(kPartialBegin); at != std::string::npos;
       at = text.find(kPartialBegin, at)) {
    const std::size_t name_begin = at + kPartialBegin.size();
    const std::size_t end = text.find(kPartialEnd, name_begin);
    if (end == std::string::npos) return Error{ErrorCode::BadInput, "a partial is not closed", path.string()};
    Result<std::string> partial = read_template(dir, text.substr(name_begin, end - name_begin), depth + 1);
    if (!partial) return partial.error();
    text.replace(at, end + kPartialEnd.size() - at, partial.value());
    at += partial.value().size();
  }
  return text;
}

data to_data(const json& value) {
  switch (value.type()) {
    case json::value_t::string:
      return value.get_ref<const std::string&>().empty() ? data(false) : data(value.get<std::string>());
    case json::value_t::boolean:
      return data(value.get<bool>());
    case json::value_t::array: {
      data list(data::type::list);
      for (const json& item : value) list.push_back(to_data(item));
      return list;
    }
    case json::value_t::object: {
      data object;
      for (const auto& [key, member] : value.items()) object[key] = to_data(member);
      return object;
    }
    case json::value_t::null:
    case json::value_t::discarded:
      return data(false);
    default:
      return data(value.dump());
  }
}

}  // namespace

Result<Templates> Templates::load(const fs::path& web_dir) {
  const fs::path dir = web_dir / "templates";
  std::error_code failure;
  Templates loaded;
  for (const fs::directory_entry& file : fs::directory_iterator(dir, failure)) {
    if (file.path().extension() != kSuffix) continue;
    const std::string name = file.path().stem().string();
    const Result<std::string> text = read_template(dir, name, 0);
    if (!text) return text.error();
    mustache parsed(text.value());
    if (!parsed.is_valid()) return Error{ErrorCode::BadInput, parsed.error_message(), file.path().string()};
    loaded.parsed_.emplace(name, std::move(parsed));
  }
  if (failure) return Error{ErrorCode::BadInput, "cannot be read: " + failure.message(), dir.string()};
  if (loaded.parsed_.empty()) return Error{ErrorCode::BadInput, "holds no templates", dir.string()};
  return loaded;
}

std::string Templates::render(std::string_view name, const json& view) const {
  const auto found = parsed_.find(name);
  if (found == parsed_.end()) throw std::out_of_range("no template " + std::string(name));
  mustache page = found->second;  // render() is not const: each page has a copy of its own
  return page.render(to_data(view));
}

Result<Texts> Texts::load(const fs::path& web_dir) {
  const Result<Table> table = read_table(web_dir / "texts.tsv");
  if (!table) return table.error();
  Texts loaded;
  for (const std::vector<std::string>& row : table.value().rows) {
    if (row.size() > 1) loaded.by_key_[row[0]] = row[1];
  }
  return loaded;
}

std::string Texts::operator[](const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? key : found->second;
}

}  // namespace giaidap
