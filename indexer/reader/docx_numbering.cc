#include "indexer/reader/docx_numbering.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr int kMostCount = 100'000;  // no list is longer; keeps counting from overflow

std::string roman(int number) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{{{1000, "M"},
                                                                            {900, "CM"},
                                                                            {500, "D"},
                                                                            {400, "CD"},
                                                                            {100, "C"},
                                                                            {90, "XC"},
                                                                            {50, "L"},
                                                                            {40, "XL"},
                                                                            {10, "X"},
                                                                            {9, "IX"},
                                                                            {5, "V"},
                                                                            {4, "IV"},
                                                                            {1, "I"}}};
  std::string text;
  for (const auto& [worth, sign] : kSigns) {
    for (; number >= worth && text.size() < 20; number -= worth) text += sign;
  }
  return text;
}

// a ... z, aa, bb: as Word goes on after z.
std::string letters(int number) {
  const auto index = static_cast<std::size_t>(number - 1);
  return std::string(std::min<std::size_t>(index / 26 + 1, 8), static_cast<char>('a' + index % 26));
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string formatted(int number, const std::string& format) {
  if (number < 1) return std::to_string(number);
  if (format == "upperRoman") return roman(number);
  if (format == "lowerRoman") return lower(roman(number));
  if (format == "upperLetter") return upper(letters(number));
  if (format == "lowerLetter") return letters(number);
  if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
  return format == "none" ? std::string{} : std::to_string(number);
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(const xmlNode* node) {
  Level level;
  level.start = std::clamp(number_attribute(child(node, "start"), "val", 1), 0, kMostCount);
  const std::string format = attribute(child(node, "numFmt"), "val");
  if (!format.empty()) level.format = format;
  level.text = attribute(child(node, "lvlText"), "val");
  level.legal = docx_toggle(node, "isLgl").value_or(false);
  return level;
}

void DocxNumbering::read_definition(const xmlNode* node) {
  Definition definition;
  for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
    const int level = number_attribute(at, "ilvl", -1);
    if (name_of(*at) == "lvl" && level >= 0 && level < kLevels) {
      definition.levels[static_cast<std::size_t>(level)] = read_level(at);
    }
  }
  definitions_[number_attribute(node, "abstractNumId", -1)] = std::move(definition);
}

void DocxNumbering::read_list(const xmlNode* node) {
  List list;
  list.definition = number_attribute(child(node, "abstractNumId"), "val", -1);
  for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
    const int level = number_attribute(at, "ilvl", -1);
    if (name_of(*at) != "lvlOverride" || level < 0 || level >= kLevels) continue;
    const int start = number_attribute(child(at, "startOverride"), "val", 0);
    list.restart[static_cast<std::size_t>(level)] = std::clamp(start, 0, kMostCount);
  }
  lists_[number_attribute(node, "numId", -1)] = list;
}

DocxNumbering::DocxNumbering(const xmlNode* numbering_root) {
  if (numbering_root == nullptr) return;
  for (const xmlNode* at = numbering_root->children; at != nullptr; at = at->next) {
    if (name_of(*at) == "abstractNum") read_definition(at);
    if (name_of(*at) == "num") read_list(at);
  }
}

std::string DocxNumbering::next_label(const DocxListPlace& place) {
  const auto list = lists_.find(place.list);
  if (list == lists_.end() || place.level < 0 || place.level >= kLevels) return {};
  const auto found = definitions_.find(list->second.definition);
  if (found == definitions_.end()) return {};
  Definition& definition = found->second;
  if (!std::exchange(list->second.begun, true)) {
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list->second.restart[i] > 0) definition.counts[i] = list->second.restart[i] - 1;
    }
  }
  const auto level = static_cast<std::size_t>(place.level);
  for (std::size_t outer = 0; outer < level; ++outer) {
    if (definition.counts[outer] == 0) definition.counts[outer] = definition.levels[outer].start;
  }
  int& count = definition.counts[level];
  count = count == 0 ? definition.levels[level].start : std::min(count + 1, kMostCount);
  std::fill(definition.counts.begin() + place.level + 1, definition.counts.end(), 0);
  return label(definition, place.level);
}

std::string DocxNumbering::label(const Definition& definition, int level) {
  const Level& own = definition.levels[static_cast<std::size_t>(level)];
  if (own.format == "bullet") return own.text == "+" || own.text == "*" ? own.text : "-";
  std::string label;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const bool place_of_number =
        own.text[at] == '%' && at + 1 < own.text.size() && own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
    if (!place_of_number) {
      label += own.text[at];
      continue;
    }
    const auto number = static_cast<std::size_t>(own.text[++at] - '1');
    const std::string& format = definition.levels[number].format;
    label += formatted(definition.counts[number], own.legal ? "decimal" : format);
  }
  return squeeze(label);
}

}  // namespace giaidap
