#include "indexer/reader/html_reader.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/reader/encoding.h"
#include "indexer/reader/html_elements.h"
#include "indexer/reader/marked_text.h"
#include "indexer/reader/table_grid.h"
#include "indexer/reader/xml.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr int kDeepest = 250;  // elements within one another; deeper ones are left out
constexpr std::size_t kSampleBytes = 64U << 10U;

std::size_t span_attribute(const xmlNode* node, const char* name) {
  return static_cast<std::size_t>(std::clamp(number_attribute(node, name, 1), 1, 1000));
}

// How text is set at a place of the tree.
struct Setting {
  bool apart = false;  // bold or italics
  bool centred = false;
  int heading = 0;
  bool raised = false;  // superscript
};

// What all flows of one page share.
struct PageContext {
  std::string file;
  LegacyText legacy;
  int tables = 0;
  int paragraphs = 0;  // pages have no lines that a reader sees; places count these
  std::size_t cells = 0;

  [[nodiscard]] Place next_place() { return {file, std::nullopt, ++paragraphs}; }
};

class HtmlFlow {
 public:
  HtmlFlow(PageContext& page, int depth) : page_(page), depth_(depth) {}

  void children(const xmlNode* parent, const Setting& setting) {
    if (depth_ >= kDeepest) return;
    ++depth_;
    for (const xmlNode* at = parent->children; at != nullptr; at = at->next) {
      if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
        text(at, setting);
      } else if (const std::string_view name = name_of(*at); !name.empty() && !is_left_out(at, name)) {
        element(at, name, setting);
      }
    }
    --depth_;
  }

  std::vector<Block> finish() {
    end_paragraph();
    return std::move(blocks_);
  }

 private:
  void element(const xmlNode* node, std::string_view name, Setting setting) {
    if (name == "table") return table(node);
    if (name == "br") return text_.line_break();
    if (name == "a" && footnote(node)) return;
    if (name == "ol" || name == "ul") return list(node, name == "ol", setting);
    set(node, name, setting);
    if (!is_block(name)) return children(node, setting);
    end_paragraph();
    like_.heading_level = setting.heading;
    like_.centred = setting.centred;
    children(node, setting);
    end_paragraph();
  }

  static void set(const xmlNode* node, std::string_view name, Setting& setting) {
    const std::string style = style_of(node);
    if (is_set_apart(name) || style.find("font-weight:bold") != std::string::npos ||
        style.find("font-weight:700") != std::string::npos ||
        style.find("font-style:italic") != std::string::npos) {
      setting.apart = true;
    }
    if (style.find("font-weight:normal") != std::string::npos) setting.apart = false;
    if (const int level = heading_level(name); level > 0) setting.heading = level;
    const std::string align = lower(attribute(node, "align"));
    if (name == "center" || align == "center" || style.find("text-align:center") != std::string::npos) {
      setting.centred = true;
    } else if (!align.empty() || style.find("text-align:") != std::string::npos) {
      setting.centred = false;
    }
    setting.raised = setting.raised || name == "sup";
  }

  // Line ends of the source are blanks; raised numbers are footnote marks.
  void text(const xmlNode* node, const Setting& setting) {
    if (node->content == nullptr) return;
    std::string words = page_.legacy.mend(reinterpret_cast<const char*>(node->content));
    words = normalize_text(words);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (setting.raised && !text_.empty() && is_number(squeeze(words))) {
      return text_.footnote(std::stoi(squeeze(words)));
    }
    text_.add(words, setting.apart);
  }

  static bool is_number(const std::string& text) {
    return !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string::npos;
  }

  // Word's footnotes: "#_ftn1" refers to a note, "#_ftnref1" stands before the note itself.
  bool footnote(const xmlNode* node) {
    static constexpr std::string_view kNote = "#_ftn";
    std::string_view target;
    const std::string href = attribute(node, "href");
    if (!href.starts_with(kNote)) return false;
    target = std::string_view(href).substr(kNote.size());
    if (target.starts_with("ref")) target.remove_prefix(3);
    if (!is_number(std::string(target))) return false;
    text_.footnote(std::stoi(std::string(target)));
    return true;
  }

  void list(const xmlNode* node, bool numbered, const Setting& setting) {
    end_paragraph();
    int number = number_attribute(node, "start", 1);
    const std::string type = attribute(node, "type");
    if (depth_ >= kDeepest) return;
    ++depth_;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
      const std::string_view name = name_of(*at);
      if (name.empty() || is_left_out(at, name)) continue;
      if (name != "li") {
        element(at, name, setting);
        continue;
      }
      end_paragraph();
      number = number_attribute(at, "value", number);
      label_ = numbered ? item_label(number++, type) : "- ";
      children(at, setting);
      end_paragraph();
    }
    --depth_;
  }

  static std::string item_label(int number, const std::string& type) {
    if (type == "a" && number >= 1 && number <= 26)
      return std::string(1, static_cast<char>('a' + number - 1)) + ") ";
    if (type == "A" && number >= 1 && number <= 26)
      return std::string(1, static_cast<char>('A' + number - 1)) + ". ";
    return std::to_string(number) + ". ";
  }

  void end_paragraph() {
    if (!text_.empty()) {
      like_.place = page_.next_place();
      std::vector<Block> lines = std::exchange(text_, {}).lines(like_);
      if (!lines.empty()) lines.front().text = std::exchange(label_, "") + lines.front().text;
      for (Block& line : lines) blocks_.push_back(std::move(line));
    }
    text_ = {};
    like_ = {};
  }

  void table(const xmlNode* node) {
    end_paragraph();
    const Place place = page_.next_place();
    std::vector<std::vector<GridCell>> rows;
    collect_rows(node, rows);
    for (Block& block : grid_blocks(std::move(rows), place, ++page_.tables))
      blocks_.push_back(std::move(block));
  }

  void collect_rows(const xmlNode* parent, std::vector<std::vector<GridCell>>& rows) {
    if (depth_ >= kDeepest) return;
    ++depth_;
    for (const xmlNode* at = parent->children; at != nullptr; at = at->next) {
      const std::string_view name = name_of(*at);
      if (name.empty() || is_left_out(at, name)) continue;
      if (name == "td" || name == "th") {
        if (rows.empty()) rows.emplace_back();
        if (++page_.cells <= kMostCells) rows.back().push_back(cell(at));
        continue;
      }
      if (name == "tr") rows.emplace_back();
      collect_rows(at, rows);
    }
    --depth_;
  }

  GridCell cell(const xmlNode* node) {
    GridCell cell;
    cell.columns = span_attribute(node, "colspan");
    cell.rows = span_attribute(node, "rowspan");
    cell.all_bold = true;
    HtmlFlow inner(page_, depth_);
    inner.children(node, {});
    for (Block& block : inner.finish()) {
      cell.all_bold = cell.all_bold && block.all_bold;
      if (cell.line == 0) cell.line = block.place.line.value_or(0);
      if (!block.text.empty()) cell.text.push_back(std::move(block.text));
      for (CellText& part : block.cells) std::move(part.begin(), part.end(), std::back_inserter(cell.text));
    }
    return cell;
  }

  PageContext& page_;
  int depth_;
  std::vector<Block> blocks_;
  MarkedText text_;
  Block like_;
  std::string label_;
};

std::string title_of(const xmlNode* node, int depth) {
  for (; node != nullptr && depth < 4; node = node->next) {
    if (name_of(*node) == "title") return squeeze(text_of(node));
    if (std::string title = title_of(node->children, depth + 1); !title.empty()) return title;
  }
  return {};
}

// Text nodes one after the other, enough to tell the encoding by.
void sample(const xmlNode* node, int depth, std::string& text) {
  for (; node != nullptr && depth < kDeepest && text.size() < kSampleBytes; node = node->next) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      text.append(reinterpret_cast<const char*>(node->content)).append(" ");
    } else if (const std::string_view name = name_of(*node); !name.empty() && !is_left_out(node, name)) {
      sample(node->children, depth + 1, text);
    }
  }
}

}  // namespace

HtmlPage read_html(std::string_view bytes, const std::string& file) {
  const std::string utf8 = to_utf8(bytes, declared_charset(bytes));
  HtmlPage result;
  const XmlDocument document(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  if (!document) return result;
  const xmlNode* const root = root_of(document);
  if (root == nullptr) return result;
  std::string words;
  sample(root, 0, words);
  result.legacy = LegacyText(words);
  result.title = title_of(root, 0);
  PageContext page{file, result.legacy, 0, 0, 0};
  HtmlFlow flow(page, 0);
  flow.children(root, {});
  result.blocks = flow.finish();
  return result;
}

}  // namespace giaidap
