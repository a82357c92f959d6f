#include "server/api/urls.h"

#include <optional>

#include "indexer/base/split.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

std::optional<char> escape_at(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
  const auto high = hex_value(text[at + 1]);
  const auto low = hex_value(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(static_cast<unsigned char>(*high * 16 + *low));
}

enum class Plus { Itself, Space };  // a plus sign is a space in query strings only

Result<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto byte = escape_at(text, i)) {
      decoded += *byte;
      i += 2;
    } else {
      decoded += text[i] == '+' && plus == Plus::Space ? ' ' : text[i];
    }
  }
  if (!is_valid_utf8(decoded)) return Error{ErrorCode::BadInput, "the address is not valid UTF-8", "address"};
  return decoded;
}

Result<std::vector<std::string>> parse_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path.empty() || path.front() != '/') {
    return Error{ErrorCode::BadInput, "the address must begin with /", "address"};
  }
  for (const std::string_view part : split(path.substr(1), '/')) {
    Result<std::string> segment = percent_decode(part, Plus::Itself);
    if (!segment) return segment.error();
    segments.push_back(std::move(segment).value());
  }
  return segments;
}

}  // namespace

Result<Parameters> parse_parameters(std::string_view query) {
  Parameters parameters;
  for (const std::string_view pair : split(query, '&')) {
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    const bool has_value = equals != std::string_view::npos;
    Result<std::string> name = percent_decode(pair.substr(0, equals), Plus::Space);
    Result<std::string> value =
        percent_decode(has_value ? pair.substr(equals + 1) : std::string_view(), Plus::Space);
    if (!name) return name.error();
    if (!value) return Error{ErrorCode::BadInput, "the value is not valid UTF-8", name.value()};
    parameters.emplace_back(std::move(name).value(), std::move(value).value());
  }
  return parameters;
}

Result<Target> parse_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t question = target.find('?');
  Result<std::vector<std::string>> segments = parse_path(target.substr(0, question));
  if (!segments) return segments.error();
  Result<Parameters> parameters =
      parse_parameters(question == std::string_view::npos ? std::string_view() : target.substr(question + 1));
  if (!parameters) return parameters.error();
  return Target{std::move(segments).value(), std::move(parameters).value()};
}

std::string percent_encode(std::string_view text) {
  std::string encoded;
  encoded.reserve(text.size() * 3);
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHexDigits[byte / 16U];
    encoded += kHexDigits[byte % 16U];
  }
  return encoded;
}

std::string query_string(const Parameters& parameters) {
  std::string query;
  for (const auto& [name, value] : parameters) {
    query += query.empty() ? '?' : '&';
    query += percent_encode(name) + '=' + percent_encode(value);
  }
  return query;
}

std::string entry_url(std::string_view name) { return "/muc/" + percent_encode(name); }

std::string dispatch_url(std::string_view number_or_id) { return "/van-ban/" + percent_encode(number_or_id); }

std::string agency_url(std::string_view name) { return "/co-quan/" + percent_encode(name); }

std::string topic_url(std::string_view name) { return "/nhom/" + percent_encode(name); }

std::string outline_url(std::string_view number_or_id, std::string_view path) {
  return dispatch_url(number_or_id) + "#muc-" + percent_encode(path);
}

}  // namespace giaidap
