// Paragraph styles of a Word file: what they say of headings, lists and how text is set.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "indexer/reader/xml.h"

namespace giaidap {

// A paragraph's place in a list: which list, how deep. `list` 0: in none.
struct DocxListPlace {
  int list = 0;
  int level = 0;
};

struct DocxStyle {
  int heading_level = 0;  // from 1; 0: no heading
  std::optional<DocxListPlace> list;
  std::optional<bool> bold, centred;
  std::string based_on;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const xmlNode* styles_root);

  // What the style and those it is based on say.
  [[nodiscard]] DocxStyle resolve(const std::string& id) const;

 private:
  std::map<std::string, DocxStyle> by_id_;
};

// w:b, w:i and the like are on unless their value says otherwise; nullopt without them.
std::optional<bool> docx_toggle(const xmlNode* properties, const char* name);

// w:numPr of paragraph properties.
std::optional<DocxListPlace> docx_list_place(const xmlNode* paragraph_properties);

}  // namespace giaidap
