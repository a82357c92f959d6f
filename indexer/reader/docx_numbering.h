// The labels that Word computes for list paragraphs: "Điều 3.", "2.1.", "a)".
#pragma once

#include <array>
#include <map>
#include <string>

#include "indexer/reader/docx_styles.h"
#include "indexer/reader/xml.h"

namespace giaidap {

class DocxNumbering {
 public:
  DocxNumbering() = default;
  explicit DocxNumbering(const xmlNode* numbering_root);

  // The label of the next paragraph at that place, counted; "-" for bullets, empty where there is none.
  std::string next_label(const DocxListPlace& place);

 private:
  static constexpr int kLevels = 9;

  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;    // "%1.%2."
    bool legal = false;  // all numbers of the label in Arabic figures
  };
  struct Definition {
    std::array<Level, kLevels> levels;
    std::array<int, kLevels> counts{};  // of the paragraph last seen, 0: none yet
  };
  struct List {
    int definition = -1;
    std::array<int, kLevels> restart{};  // start of the list's own, 0: goes on with the definition's count
    bool begun = false;
  };

  static Level read_level(const xmlNode* node);
  void read_definition(const xmlNode* node);
  void read_list(const xmlNode* node);
  [[nodiscard]] static std::string label(const Definition& definition, int level);

  std::map<int, Definition> definitions_;
  std::map<int, List> lists_;
};

}  // namespace giaidap
