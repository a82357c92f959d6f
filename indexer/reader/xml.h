// XML parts of Word and Excel files: parsed without network, entities or document types, and walked by local
// names.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

struct XmlDeleter {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlDeleter>;

// Nesting deeper than libxml2's own limit of 256 is an error.
Result<XmlDocument> parse_xml(const std::string& bytes);

inline const xmlNode* root_of(const XmlDocument& document) { return xmlDocGetRootElement(document.get()); }

// The name without its prefix; empty for what is no element.
std::string_view name_of(const xmlNode& node);

// The first child element of that name; nullptr without one, or without a node.
const xmlNode* child(const xmlNode* node, std::string_view name);

// The attribute of that name in any namespace; empty without it, or without a node.
std::string attribute(const xmlNode* node, const char* name);

// An attribute as a number; `missing` where it is none.
int number_attribute(const xmlNode* node, const char* name, int missing);

// All text below a node.
std::string text_of(const xmlNode* node);

}  // namespace giaidap
