#include "indexer/reader/html_elements.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/reader/xml.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;  // bytes

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// The charset that a meta element or XML declaration names.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kDeclaredWithin));
  std::size_t at = head.find("charset=");
  std::size_t length = std::string_view("charset=").size();
  if (at == std::string::npos && head.starts_with("<?xml")) {
    at = head.find("encoding=");
    length = std::string_view("encoding=").size();
  }
  if (at == std::string::npos) return {};
  const std::size_t begin = head.find_first_not_of("\"' ", at + length);
  if (begin == std::string::npos) return {};
  return head.substr(begin, head.find_first_of("\"' ;/>", begin) - begin);
}

// Style declarations without blanks, in small letters.
std::string style_of(const xmlNode* node) {
  std::string style = lower(attribute(node, "style"));
  std::erase_if(style, [](unsigned char c) { return std::isspace(c) != 0; });
  return style;
}

bool is_left_out(const xmlNode* node, std::string_view name) {
  static constexpr std::array<std::string_view, 19> kLeftOut{
      "script", "style",    "head",   "noscript", "nav",    "footer", "aside",  "form", "button", "select",
      "iframe", "template", "option", "del",      "strike", "svg",    "object", "o:p",  "xml"};
  return is_one_of(name, kLeftOut) || style_of(node).find("display:none") != std::string::npos;
}

int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool is_block(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kBlocks{
      "p",  "div",        "li", "ul", "ol",      "center", "section",    "article", "main",
      "dl", "blockquote", "dt", "dd", "address", "pre",    "figcaption", "hr",      "body"};
  return heading_level(name) > 0 || is_one_of(name, kBlocks);
}

bool is_set_apart(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kApart{"b", "strong", "i", "em"};
  return is_one_of(name, kApart);
}

}  // namespace giaidap
