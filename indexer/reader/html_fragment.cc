#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "indexer/base/trimmed.h"
#include "indexer/reader/block.h"
#include "indexer/reader/markup.h"

namespace giaidap {
namespace {

constexpr int kMaxDepth = 200;  // deeper nesting is no document but an attack

struct DocumentDeleter {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode& node) {
  return node.name == nullptr ? std::string_view{}
                              : std::string_view{reinterpret_cast<const char*>(node.name)};
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

class Collector {
 public:
  void walk(const xmlNode* node, int depth) {
    if (depth > kMaxDepth) return;
    for (; node != nullptr; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        add_text(reinterpret_cast<const char*>(node->content));
      } else if (node->type == XML_ELEMENT_NODE) {
        element(*node, depth);
      }
    }
  }

  std::vector<std::string> finish() {
    end_paragraph();
    return std::move(paragraphs_);
  }

 private:
  void element(const xmlNode& node, int depth) {
    static constexpr std::array<std::string_view, 3> kSkipped{"script", "style", "head"};
    static constexpr std::array<std::string_view, 2> kBold{"b", "strong"};
    static constexpr std::array<std::string_view, 2> kItalic{"i", "em"};
    static constexpr std::array<std::string_view, 8> kBlocks{"p", "li", "ul", "ol", "div", "br", "tr", "td"};
    const std::string_view name = name_of(node);
    if (is_one_of(name, kSkipped)) return;
    if (name == "sup") return superscript(node, depth);
    const char* const mark = is_one_of(name, kBold) ? "**" : is_one_of(name, kItalic) ? "*" : "";
    const bool block = is_one_of(name, kBlocks);
    if (block) end_paragraph();
    current_ += mark;
    walk(node.children, depth + 1);
    current_ += mark;
    if (block) end_paragraph();
  }

  void superscript(const xmlNode& node, int depth) {
    Collector inner;
    inner.walk(node.children, depth + 1);
    const std::vector<std::string> parts = inner.finish();
    const std::string text(parts.empty() ? "" : trimmed(parts.front()));
    if (all_digits(text)) {
      current_ += kFootnoteOpen + text + kFootnoteClose;
    } else {
      current_ += text;
    }
  }

  void add_text(const char* content) {
    if (content != nullptr) current_ += content;
  }

  void end_paragraph() {
    if (const std::string_view paragraph = trimmed(current_); !paragraph.empty())
      paragraphs_.emplace_back(paragraph);
    current_.clear();
  }

  std::string current_;
  std::vector<std::string> paragraphs_;
};

}  // namespace

bool has_html(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (std::isalpha(static_cast<unsigned char>(next)) == 0 && next != '/' && next != '#' && next != '!')
      continue;
    if (text[at] == '<' || text.substr(at, 10).find(';') != std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::string> html_paragraphs(std::string_view fragment) {
  if (!has_html(fragment)) {
    const std::string text(trimmed(fragment));
    return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
  }
  const std::unique_ptr<xmlDoc, DocumentDeleter> document(
      htmlReadMemory(fragment.data(), static_cast<int>(fragment.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  Collector collector;
  if (document) collector.walk(xmlDocGetRootElement(document.get()), 0);
  return collector.finish();
}

}  // namespace giaidap
