#include "indexer/reader/xml.h"

#include <libxml/parser.h>

#include <charconv>

namespace giaidap {
namespace {

struct FreeString {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string taken(xmlChar* text) {
  const std::unique_ptr<xmlChar, FreeString> owned(text);
  return text == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(text));
}

}  // namespace

Result<XmlDocument> parse_xml(const std::string& bytes) {
  XmlDocument document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT));
  if (!document || xmlDocGetRootElement(document.get()) == nullptr) {
    return Error{ErrorCode::BadInput, "holds broken XML; open it in its program and save it again", ""};
  }
  if (document->intSubset != nullptr) {
    return Error{ErrorCode::BadInput, "declares XML entities, which no document of an office does", ""};
  }
  return document;
}

std::string_view name_of(const xmlNode& node) {
  if (node.type != XML_ELEMENT_NODE || node.name == nullptr) return {};
  return reinterpret_cast<const char*>(node.name);
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  if (node == nullptr) return nullptr;
  for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
    if (name_of(*at) == name) return at;
  }
  return nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
    if (xmlStrEqual(at->name, reinterpret_cast<const xmlChar*>(name)) != 0) {
      return taken(xmlNodeListGetString(node->doc, at->children, 1));
    }
  }
  return {};
}

int number_attribute(const xmlNode* node, const char* name, int missing) {
  const std::string text = attribute(node, name);
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && end == text.data() + text.size() ? value : missing;
}

std::string text_of(const xmlNode* node) {
  return node == nullptr ? std::string{} : taken(xmlNodeGetContent(node));
}

}  // namespace giaidap
