#include "indexer/reader/marked_text.h"

#include <algorithm>
#include <cctype>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kGutterBlanks = 4;
constexpr std::size_t kLongestMark = 8;  // bytes of a list mark before a bold lead

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c < 0 || std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

// "____", "-----": drawn rules carry no words.
bool is_rule(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of("-_*=~. ") == std::string_view::npos;
}

// Where a tab or many blanks part the text, in bytes of its squeezed form.
std::optional<std::size_t> gutter_of(const std::string& text) {
  const std::string blanks(kGutterBlanks, ' ');
  const std::size_t at = std::min(text.find('\t'), text.find(blanks));
  if (at == std::string::npos) return std::nullopt;
  const std::string left = squeeze(std::string_view(text).substr(0, at));
  const bool parts = !squeeze(std::string_view(text).substr(at)).empty();
  return parts ? std::optional(left.size()) : std::nullopt;
}

}  // namespace

void MarkedText::add(std::string_view text, bool set_apart) {
  if (text.empty()) return;
  std::vector<Run>& line = lines_.back();
  if (!line.empty() && (line.back().set_apart == set_apart || is_blank(text))) {
    line.back().text += text;
  } else {
    line.push_back({std::string(text), set_apart});
  }
}

void MarkedText::line_break() { lines_.emplace_back(); }

void MarkedText::footnote(int number) {
  add(kFootnoteOpen + std::to_string(number) + kFootnoteClose,
      !lines_.back().empty() && lines_.back().back().set_apart);
}

bool MarkedText::empty() const {
  return std::all_of(lines_.begin(), lines_.end(), [](const auto& line) {
    return std::all_of(line.begin(), line.end(), [](const Run& run) { return is_blank(run.text); });
  });
}

Block MarkedText::line_of(const std::vector<Run>& runs, const Block& like) {
  Block block = like;
  block.all_bold = false;
  bool plain_letter = false;
  std::string before;
  for (const Run& run : runs) {
    if (run.set_apart && block.bold_lead.empty() && before.size() <= kLongestMark) block.bold_lead = run.text;
    plain_letter = plain_letter || (!run.set_apart && has_letter(run.text));
    before += run.text;
  }
  block.text = squeeze(before);
  block.gutter = gutter_of(before);
  block.bold_lead = squeeze(block.bold_lead);
  block.all_bold = !plain_letter && !block.bold_lead.empty();
  return block;
}

std::vector<Block> MarkedText::lines(const Block& like) const {
  std::vector<Block> blocks;
  for (const std::vector<Run>& runs : lines_) {
    Block block = line_of(runs, like);
    if (block.text.empty() || is_rule(block.text)) continue;
    block.blank_before = blocks.empty();
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace giaidap
