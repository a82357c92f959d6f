#include "server/api/templates.h"

#include <algorithm>
#include <system_error>

#include "indexer/base/file.h"
#include "server/query/excerpt.h"

namespace giaidap {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxTemplateBytes = 256U << 10U;
constexpr int kMaxPartialDepth = 4;
constexpr std::string_view kPartialBegin = "{{> ";
constexpr std::string_view kTextBegin = "{{$";
constexpr std::string_view kTagEnd = "}}";
constexpr std::string_view kSuffix = ".mustache";

// The text with every tag that begins so replaced by what `value_of` gives for its name; what is put in is
// not looked at again.
template <typename ValueOf>
Result<std::string> with_tags_replaced(std::string text, std::string_view tag_begin, const fs::path& path,
                                       ValueOf value_of) {
  for (std::size_t at = text.find(tag_begin); at != std::string::npos; at = text.find(tag_begin, at)) {
    const std::size_t name_begin = at + tag_begin.size();
    const std::size_t end = text.find(kTagEnd, name_begin);
    if (end == std::string::npos) return Error{ErrorCode::BadInput, "a tag is not closed", path.string()};
    const Result<std::string> value = value_of(text.substr(name_begin, end - name_begin));
    if (!value) return value.error();
    text.replace(at, end + kTagEnd.size() - at, value.value());
    at += value.value().size();
  }
  return text;
}

// Partials are put in while reading: the library would parse them again for each page.
Result<std::string> read_template(const fs::path& dir, const std::string& name, int depth) {
  const fs::path path = dir / (name + std::string(kSuffix));
  if (depth > kMaxPartialDepth) return Error{ErrorCode::BadInput, "partials lie too deep", path.string()};
  Result<std::string> source = read_file(path, kMaxTemplateBytes);
  if (!source) return source.error();
  return with_tags_replaced(std::move(source).value(), kPartialBegin, path, [&](const std::string& partial) {
    return read_template(dir, partial, depth + 1);
  });
}

Result<std::string> with_texts(std::string source, const Texts& texts, const fs::path& path) {
  return with_tags_replaced(
      std::move(source), kTextBegin, path, [&](const std::string& key) -> Result<std::string> {
        if (!texts.has(key)) {
          return Error{ErrorCode::BadInput, "there is no text " + key + " in texts.tsv", path.string()};
        }
        return escape_html(texts[key]);
      });
}

// Length in bytes of the mark at `at` that is for no reader's eye: a control character but tab and line feed,
// or a mark that turns the direction of writing (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), which
// Vietnamese never needs and which would turn what stands beside it. 0: none.
std::size_t hidden_mark(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' ? 0 : 1;
  if (byte != 0xE2 || at + 2 >= text.size()) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  const bool turns =
      (second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE))) ||
      (second == 0x81 && third >= 0xA6 && third <= 0xA9);
  return turns ? 3 : 0;
}

std::string without_hidden_marks(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t hidden = hidden_mark(text, at);
    if (hidden == 0) shown += text[at];
    at += std::max<std::size_t>(hidden, 1);
  }
  return shown;
}

data to_data(const json& value, const Texts& texts) {
  switch (value.type()) {
    case json::value_t::string:
      return value.get_ref<const std::string&>().empty()
                 ? data(false)
                 : data(without_hidden_marks(value.get_ref<const std::string&>()));
    case json::value_t::boolean:
      return data(value.get<bool>());
    case json::value_t::array: {
      data list(data::type::list);
      for (const json& item : value) list.push_back(to_data(item, texts));
      return list;
    }
    case json::value_t::object: {
      data object;
      for (const auto& [key, member] : value.items()) object[key] = to_data(member, texts);
      return object;
    }
    case json::value_t::null:
    case json::value_t::discarded:
      return data(false);
    case json::value_t::number_unsigned:
    case json::value_t::number_integer:
      return data(texts.number(value.get<std::uint64_t>()));
    default:
      return data(texts.decimal(value.get<double>()));
  }
}

}  // namespace

Result<Templates> Templates::load(const fs::path& web_dir, const Texts& texts) {
  const fs::path dir = web_dir / "templates";
  std::error_code failure;
  Templates loaded(texts);
  for (const fs::directory_entry& file : fs::directory_iterator(dir, failure)) {
    if (file.path().extension() != kSuffix) continue;
    const std::string name = file.path().stem().string();
    Result<std::string> source = read_template(dir, name, 0);
    if (!source) return source.error();
    const Result<std::string> text = with_texts(std::move(source).value(), texts, file.path());
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
  return page.render(to_data(view, texts_));
}

}  // namespace giaidap
