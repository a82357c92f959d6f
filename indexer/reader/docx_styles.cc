#include "indexer/reader/docx_styles.h"

#include <cctype>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr int kMostBases = 16;  // styles based on one another
constexpr int kDeepestHeading = 6;

// "heading 2" → 2; the name in the file is English whatever the language of Word.
int level_of_name(const std::string& name) {
  const std::string folded = fold(name);
  if (!folded.starts_with("heading ") || folded.size() != 9) return 0;
  return std::isdigit(static_cast<unsigned char>(folded.back())) != 0 ? folded.back() - '0' : 0;
}

DocxStyle read_style(const xmlNode* node) {
  DocxStyle style;
  style.based_on = attribute(child(node, "basedOn"), "val");
  const xmlNode* const paragraph = child(node, "pPr");
  style.heading_level = level_of_name(attribute(child(node, "name"), "val"));
  const int outline = number_attribute(child(paragraph, "outlineLvl"), "val", -1);
  if (style.heading_level == 0 && outline >= 0 && outline < kDeepestHeading)
    style.heading_level = outline + 1;
  style.list = docx_list_place(paragraph);
  style.bold = docx_toggle(child(node, "rPr"), "b");
  if (const xmlNode* alignment = child(paragraph, "jc"))
    style.centred = attribute(alignment, "val") == "center";
  return style;
}

}  // namespace

std::optional<bool> docx_toggle(const xmlNode* properties, const char* name) {
  const xmlNode* const toggle = child(properties, name);
  if (toggle == nullptr) return std::nullopt;
  const std::string value = attribute(toggle, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<DocxListPlace> docx_list_place(const xmlNode* paragraph_properties) {
  const xmlNode* const place = child(paragraph_properties, "numPr");
  if (place == nullptr) return std::nullopt;
  return DocxListPlace{number_attribute(child(place, "numId"), "val", 0),
                       number_attribute(child(place, "ilvl"), "val", 0)};
}

DocxStyles::DocxStyles(const xmlNode* styles_root) {
  if (styles_root == nullptr) return;
  for (const xmlNode* at = styles_root->children; at != nullptr; at = at->next) {
    if (name_of(*at) == "style") by_id_.emplace(attribute(at, "styleId"), read_style(at));
  }
}

DocxStyle DocxStyles::resolve(const std::string& id) const {
  DocxStyle resolved;
  auto found = by_id_.find(id);
  for (int depth = 0; found != by_id_.end() && depth < kMostBases; ++depth) {
    const DocxStyle& style = found->second;
    if (resolved.heading_level == 0) resolved.heading_level = style.heading_level;
    if (!resolved.list) resolved.list = style.list;
    if (!resolved.bold) resolved.bold = style.bold;
    if (!resolved.centred) resolved.centred = style.centred;
    found = by_id_.find(style.based_on);
  }
  return resolved;
}

}  // namespace giaidap
