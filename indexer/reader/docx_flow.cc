#include <optional>
#include <utility>

#include "indexer/reader/docx_context.h"
#include "indexer/reader/marked_text.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr int kMostHeadingLevels = 6;

// The running text of a body, a cell, a note or a text box.
class Flow {
 public:
  Flow(DocxContext& context, bool is_body) : context_(context), is_body_(is_body) {}

  void element(const xmlNode* node, std::string_view name) {
    if (name == "p") {
      paragraph(node);
    } else if (name == "tbl") {
      end_paragraph();
      append(read_docx_table(node, context_));
      put_notes();
    } else {
      each_docx_child(node, context_, [&](const xmlNode* at, std::string_view inner) { element(at, inner); });
    }
  }

  std::vector<Block> finish() {
    end_paragraph();
    return std::move(blocks_);
  }

 private:
  void append(std::vector<Block> blocks) {
    for (Block& block : blocks) blocks_.push_back(std::move(block));
  }

  void paragraph(const xmlNode* node) {
    const xmlNode* const properties = child(node, "pPr");
    const DocxStyle style = context_.styles.resolve(attribute(child(properties, "pStyle"), "val"));
    if (text_.empty()) begin_paragraph(properties, style);
    bold_ = style.bold.value_or(false);
    runs(node);
    // A deleted paragraph mark: the next paragraph goes on in this one.
    if (child(child(properties, "rPr"), "del") != nullptr) return text_.add(" ", false);
    end_paragraph();
  }

  void begin_paragraph(const xmlNode* properties, const DocxStyle& style) {
    like_ = {};
    like_.place = context_.next_place();
    const int outline = number_attribute(child(properties, "outlineLvl"), "val", -1);
    const bool heads = outline >= 0 && outline < kMostHeadingLevels;
    like_.heading_level = style.heading_level == 0 && heads ? outline + 1 : style.heading_level;
    const xmlNode* const alignment = child(properties, "jc");
    like_.centred =
        alignment != nullptr ? attribute(alignment, "val") == "center" : style.centred.value_or(false);
    list_ = docx_list_place(properties);
    if (!list_) list_ = style.list;
  }

  void end_paragraph() {
    if (text_.empty() && list_ && !is_body_) {
      // Nothing but its label: rows of tables are often numbered so.
      like_.text = context_.numbering.next_label(*list_);
      if (!like_.text.empty() && like_.text != "-") blocks_.push_back(std::exchange(like_, {}));
    } else if (!text_.empty()) {
      const std::string label = list_ ? context_.numbering.next_label(*list_) : std::string{};
      std::vector<Block> lines = text_.lines(like_);
      if (!lines.empty() && !label.empty()) lines.front().text = label + ' ' + lines.front().text;
      append(std::move(lines));
    }
    text_ = {};
    list_.reset();
    for (const xmlNode* box : std::exchange(boxes_, {})) append(read_docx_blocks(box, context_));
    put_notes();
  }

  // Notes not yet put out, as lines that begin with their number.
  void put_notes() {
    if (!is_body_) return;
    for (const auto& [number, node] : std::exchange(context_.pending_notes, {})) {
      std::string mark = kFootnoteOpen + std::to_string(number) + kFootnoteClose;
      for (Block& block : read_docx_blocks(node, context_)) {
        block.text = std::exchange(mark, "") + block.text;
        blocks_.push_back(std::move(block));
      }
    }
    context_.pending_notes.clear();  // a note that refers to notes ends here
  }

  void runs(const xmlNode* parent) {
    each_docx_child(parent, context_, [&](const xmlNode* at, std::string_view name) {
      if (name == "r") {
        run(at);
      } else if (name == "txbxContent") {
        boxes_.push_back(at);
      } else {
        runs(at);
      }
    });
  }

  void run(const xmlNode* node) {
    const xmlNode* const properties = child(node, "rPr");
    if (docx_toggle(properties, "vanish").value_or(false)) return;
    const bool apart =
        docx_toggle(properties, "b").value_or(bold_) || docx_toggle(properties, "i").value_or(false);
    each_docx_child(node, context_,
                    [&](const xmlNode* at, std::string_view name) { run_part(at, name, apart); });
  }

  void run_part(const xmlNode* at, std::string_view name, bool apart) {
    if (name == "t") {
      text_.add(normalize_text(context_.legacy.mend(text_of(at))), apart);
    } else if (name == "tab" || name == "ptab") {
      text_.add("\t", apart);
    } else if (name == "br" || name == "cr") {
      const std::string type = attribute(at, "type");
      if (type.empty() || type == "textWrapping") text_.line_break();
    } else if (name == "noBreakHyphen") {
      text_.add("-", apart);
    } else if (name == "footnoteReference") {
      footnote(number_attribute(at, "id", -1));
    } else {
      runs(at);
    }
  }

  void footnote(int id) {
    const auto found = context_.notes.find(id);
    if (found == context_.notes.end()) return;
    text_.footnote(++context_.note_count);
    context_.pending_notes.emplace_back(context_.note_count, found->second);
  }

  DocxContext& context_;
  bool is_body_;
  std::vector<Block> blocks_;
  MarkedText text_;                    // of the paragraph under way
  Block like_;                         // its level, alignment and place
  std::optional<DocxListPlace> list_;  // its place in a list
  bool bold_ = false;                  // by its style
  std::vector<const xmlNode*> boxes_;  // text boxes that hang on it
};

}  // namespace

bool is_skipped_docx(std::string_view element) {
  return element == "del" || element == "moveFrom" || element == "instrText" || element == "delText" ||
         element == "Fallback" || element == "pPr" || element == "rPr" || element == "tblPr" ||
         element == "trPr" || element == "tcPr" || element == "sdtPr";
}

std::vector<Block> read_docx_body(const xmlNode* body, DocxContext& context) {
  Flow flow(context, true);
  flow.element(body, "body");
  return flow.finish();
}

std::vector<Block> read_docx_blocks(const xmlNode* parent, DocxContext& context) {
  Flow flow(context, false);
  flow.element(parent, "");
  return flow.finish();
}

}  // namespace giaidap
