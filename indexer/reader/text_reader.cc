#include "indexer/reader/text_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/base/split.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/wall_tables.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

std::string at_line(const std::string& file, int line) { return file + ":" + std::to_string(line); }

int line_of(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<int>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string_view trim_end(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \r\f");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\f") == std::string_view::npos; }

// "---", "____", "***": rules drawn with signs carry no words.
bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-_*=~. ") == std::string_view::npos;
}

CellText read_cell(std::string_view source) {
  CellText cell;
  for (const std::string& paragraph : html_paragraphs(source)) {
    for (MarkedLine& line : strip_emphasis({paragraph})) {
      if (std::string text = squeeze(line.text); !text.empty()) cell.push_back(std::move(text));
    }
  }
  return cell;
}

Block read_row(std::string_view line) {
  Block block;
  block.kind = BlockKind::TableRow;
  for (const std::string_view cell : split(line, '\t')) block.cells.push_back(read_cell(cell));
  return block;
}

// A sign of the text, not the border of a cell.
bool is_escaped_pipe(std::string_view line, std::size_t at) {
  return line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '|';
}

// "| STT | Nội dung |": a row of a Markdown table, of two cells or more.
bool is_pipe_row(std::string_view line) {
  if (!line.starts_with('|') || !line.ends_with('|') || line.ends_with("\\|")) return false;
  std::size_t borders = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_escaped_pipe(line, i)) {
      ++i;
    } else if (line[i] == '|') {
      ++borders;
    }
  }
  return borders > 2;
}

// "|---|:---:|" between the head of a Markdown table and its rows.
bool is_pipe_rule(std::string_view line) { return line.find_first_not_of("|-: ") == std::string_view::npos; }

Block read_pipe_row(std::string_view line) {
  Block block;
  block.kind = BlockKind::TableRow;
  line.remove_prefix(1);
  std::string cell;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_escaped_pipe(line, i)) {
      cell += line[++i];
    } else if (line[i] == '|') {
      block.cells.push_back(read_cell(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return block;
}

// The number of "#" that mark a heading at the start of the line; moves past them.
int take_heading_marks(std::string_view& line) {
  const std::size_t level = line.find_first_not_of('#');
  if (level == std::string_view::npos && line.size() <= 6) line = {};  // marks without a heading
  if (level == 0 || level == std::string_view::npos || level > 6 || line[level] != ' ') return 0;
  line.remove_prefix(level + 1);
  return static_cast<int>(level);
}

// Collects the lines of one paragraph (no blank line between) so that emphasis may reach over line ends.
class ParagraphLines {
 public:
  void add(std::string_view line, Block block) {
    block.indented = !line.empty() && (line.front() == ' ' || line.front() == '\f');
    block.trailing_space = line.ends_with(' ');
    std::string_view rest = trim_end(line);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \f"), rest.size()));
    block.heading_level = take_heading_marks(rest);
    std::string text(rest);
    if (has_html(text)) {
      std::string joined;
      for (const std::string& part : html_paragraphs(text)) joined += (joined.empty() ? "" : " ") + part;
      text = std::move(joined);
    }
    sources_.push_back(std::move(text));
    blocks_.push_back(std::move(block));
  }

  void flush(std::vector<Block>& out) {
    const std::vector<MarkedLine> lines = strip_emphasis(sources_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Block& block = blocks_[i];
      block.text = squeeze(lines[i].text);
      block.all_bold = lines[i].all_bold;
      block.bold_lead = squeeze(lines[i].bold_lead);
      const bool empty = block.text.find_first_not_of("* ") == std::string::npos;  // "** **" holds nothing
      const bool empty_cell = empty && !out.empty() && is_wall(out.back());
      if (empty_cell) block.text.clear();
      if (empty_cell || (!empty && !is_rule(block.text))) out.push_back(std::move(block));
    }
    sources_.clear();
    blocks_.clear();
  }

 private:
  std::vector<std::string> sources_;
  std::vector<Block> blocks_;
};

// A line that is part of no paragraph: a row of a table, a wall, or the rule below a table's heading, which
// is no block.
struct LoneLine {
  bool is_lone = false;
  std::optional<Block> block;
};

LoneLine lone_line(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) return {true, read_row(line)};
  const std::string plain = squeeze(line);
  if (is_pipe_row(plain))
    return {true, is_pipe_rule(plain) ? std::nullopt : std::optional(read_pipe_row(plain))};
  if (plain != kWall) return {};
  Block wall;
  wall.text = kWall;
  return {true, std::move(wall)};
}

std::optional<Error> unreadable(std::string_view bytes, const std::string& file) {
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Error{ErrorCode::BadInput, "is no text: it holds binary data; convert it to text first",
                 at_line(file, line_of(bytes, nul))};
  }
  int number = 1;
  for (const std::string_view line : split(bytes, '\n')) {
    if (!is_valid_utf8(line)) {
      return Error{ErrorCode::BadInput, "is not valid UTF-8; save it with the encoding UTF-8",
                   at_line(file, number)};
    }
    if (line.size() > kMaxLineBytes) {
      return Error{ErrorCode::TooLarge, "has a line of over 1 MB; is it a document?", at_line(file, number)};
    }
    ++number;
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<Block>> read_text(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (std::optional<Error> error = unreadable(bytes, file)) return *error;
  const std::string text = normalize_text(bytes);
  std::vector<Block> blocks;
  ParagraphLines paragraph;
  bool blank_before = false;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (is_blank(line)) {
      paragraph.flush(blocks);
      blank_before = true;
      continue;
    }
    LoneLine lone = lone_line(line);
    if (lone.is_lone) paragraph.flush(blocks);
    if (lone.is_lone && !lone.block) continue;
    Block block = lone.block ? std::move(*lone.block) : Block{};
    block.place = {file, std::nullopt, number};
    if (!is_wall(block)) block.blank_before = std::exchange(blank_before, false);
    if (lone.is_lone)
      blocks.push_back(std::move(block));
    else
      paragraph.add(line, std::move(block));
  }
  paragraph.flush(blocks);
  blocks = fold_walls(std::move(blocks));
  if (blocks.empty()) return Error{ErrorCode::BadInput, "is empty", file};
  return blocks;
}

}  // namespace giaidap
