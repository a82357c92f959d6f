#include "indexer/reader/docx_reader.h"

#include <utility>

#include "indexer/reader/docx_context.h"
#include "indexer/reader/table_grid.h"

namespace giaidap {
namespace {

// Styles, lists and notes: a file without them, or with broken ones, still has its text.
XmlDocument optional_part(const ZipArchive& archive, const std::string& name) {
  const Result<std::string> bytes = archive.read(name);
  if (!bytes) return nullptr;
  Result<XmlDocument> document = parse_xml(bytes.value());
  return document ? std::move(document).value() : nullptr;
}

const xmlNode* root_or_null(const XmlDocument& document) { return document ? root_of(document) : nullptr; }

void find_notes(const xmlNode* root, DocxContext& context) {
  for (const xmlNode* at = root == nullptr ? nullptr : root->children; at != nullptr; at = at->next) {
    if (name_of(*at) == "footnote") context.notes.emplace(number_attribute(at, "id", -1), at);
  }
}

}  // namespace

Result<DocxText> read_docx(const ZipArchive& archive, const std::string& file) {
  const Result<std::string> bytes = archive.read("word/document.xml");
  if (!bytes) return bytes.error();
  const Result<XmlDocument> document = parse_xml(bytes.value());
  if (!document) return document.error();
  const xmlNode* const body = child(root_of(document.value()), "body");
  if (body == nullptr) return Error{ErrorCode::BadInput, "is a Word file without a text", file};
  const XmlDocument styles = optional_part(archive, "word/styles.xml");
  const XmlDocument numbering = optional_part(archive, "word/numbering.xml");
  const XmlDocument notes = optional_part(archive, "word/footnotes.xml");
  DocxContext context;
  context.file = file;
  context.styles = DocxStyles(root_or_null(styles));
  context.numbering = DocxNumbering(root_or_null(numbering));
  find_notes(root_or_null(notes), context);
  context.legacy = LegacyText(text_of(body));
  std::vector<Block> blocks = read_docx_body(body, context);
  if (context.cells > kMostCells) {
    return Error{ErrorCode::TooLarge, "has more table cells than any document", file};
  }
  return DocxText{std::move(blocks), context.legacy};
}

}  // namespace giaidap
