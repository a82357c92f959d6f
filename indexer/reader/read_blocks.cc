#include "indexer/reader/read_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/base/split.h"
#include "indexer/reader/block_json.h"
#include "indexer/reader/contained.h"
#include "indexer/reader/docx_reader.h"
#include "indexer/reader/encoding.h"
#include "indexer/reader/file_type.h"
#include "indexer/reader/html_reader.h"
#include "indexer/reader/laid_out_text.h"
#include "indexer/reader/legacy_text.h"
#include "indexer/reader/pdf_reader.h"
#include "indexer/reader/text_reader.h"
#include "indexer/reader/xlsx_reader.h"
#include "indexer/reader/zip_archive.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

Error refused(const std::string& file, const char* what) { return Error{ErrorCode::BadInput, what, file}; }

// A web page with less text is no document; portals answer so for files that are gone.
constexpr std::size_t kSmallestPage = 400;  // bytes

std::string converted(const LegacyText& legacy) {
  return fmt::format("Tệp viết bằng bảng mã {}; đã chuyển sang Unicode.", legacy.name());
}

FileBlocks with_remark(std::vector<Block> blocks, const LegacyText& legacy) {
  FileBlocks read{std::move(blocks), {}};
  if (legacy.kind() != LegacyText::Kind::None) read.remarks.push_back(converted(legacy));
  return read;
}

// A row with one filled cell is a line: a title, or a heading between rows.
Block block_of(SheetRow row, const std::string& file, int table) {
  Block block;
  block.place = {file, std::nullopt, row.number};
  block.blank_before = true;
  std::size_t filled = 0;
  for (std::string& cell : row.cells) {
    CellText text;
    for (const std::string_view line : split(cell, '\n')) {
      if (std::string words = squeeze(line); !words.empty()) text.push_back(std::move(words));
    }
    if (!text.empty()) ++filled;
    if (!text.empty()) block.text += (block.text.empty() ? "" : " ") + squeeze(cell);
    block.cells.push_back(std::move(text));
  }
  if (filled <= 1) {
    block.cells.clear();
  } else {
    block.kind = BlockKind::TableRow;
    block.table = table;
    block.text.clear();
  }
  return block;
}

Result<FileBlocks> read_sheets(const ZipArchive& archive, const std::string& file) {
  Result<std::vector<Sheet>> sheets = read_xlsx(archive);
  if (!sheets) return sheets.error();
  FileBlocks read;
  int table = 0;
  for (Sheet& sheet : sheets.value()) {
    ++table;
    for (SheetRow& row : sheet.rows) read.blocks.push_back(block_of(std::move(row), file, table));
  }
  return read;
}

Result<FileBlocks> read_zip(std::string_view bytes, const std::string& file) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return archive.error();
  if (archive.value().has("word/document.xml")) {
    Result<DocxText> read = read_docx(archive.value(), file);
    if (!read) return read.error();
    return with_remark(std::move(read.value().blocks), read.value().legacy);
  }
  if (is_xlsx(archive.value())) return read_sheets(archive.value(), file);
  if (archive.value().has("ppt/presentation.xml")) {
    return refused(file, "is a PowerPoint file, which is not read; save its text as .docx or .pdf");
  }
  if (archive.value().has("content.xml")) {
    return refused(file, "is an OpenDocument file, which is not read; save it as .docx");
  }
  return refused(file, "is a ZIP file and no document; unpack it first");
}

Result<FileBlocks> read_page(std::string_view bytes, const std::string& file) {
  HtmlPage page = read_html(bytes, file);
  std::size_t size = 0;
  for (const Block& block : page.blocks)
    size += block.kind == BlockKind::TableRow ? kSmallestPage : block.text.size();
  if (size < kSmallestPage) {
    return Error{ErrorCode::BadInput,
                 fmt::format("is a web page without a document{}; get the document itself again",
                             page.title.empty() ? "" : " (\"" + page.title + "\")"),
                 file};
  }
  return with_remark(std::move(page.blocks), page.legacy);
}

Result<FileBlocks> read_pdf_file(std::string_view bytes, const std::string& file) {
  Result<PdfText> read = read_pdf(bytes, file);
  if (!read) return read.error();
  FileBlocks blocks = with_remark(std::move(read.value().blocks), read.value().legacy);
  if (const std::vector<int>& pages = read.value().pages_without_text; !pages.empty()) {
    blocks.remarks.push_back(
        fmt::format("Không có lớp chữ (ảnh quét hoặc trang trắng) ở trang {}.", fmt::join(pages, ", ")));
  }
  return blocks;
}

// Text in UTF-8: Markdown, lines, or pages with their columns side by side.
Result<std::vector<Block>> read_lines(std::string_view utf8, const std::string& file) {
  if (!holds_binary(utf8) && is_valid_utf8(utf8)) {
    const std::string text = normalize_text(utf8);
    if (is_laid_out(text)) return read_laid_out(text, file);
  }
  return read_text(utf8, file);
}

Result<FileBlocks> read_damaged(std::string_view bytes, const std::vector<int>& lines,
                                const std::string& file) {
  constexpr std::size_t kMostTold = 10;
  Result<std::vector<Block>> blocks = read_lines(normalize_text(bytes), file);
  if (!blocks) return blocks.error();
  const std::vector<int> told(lines.begin(),
                              lines.begin() + std::min<std::ptrdiff_t>(kMostTold, std::ssize(lines)));
  const char* const more = told.size() < lines.size() ? " và những dòng khác" : "";
  return FileBlocks{
      std::move(blocks).value(),
      {fmt::format("Có byte hỏng, không phải UTF-8, ở dòng {}{}; chữ mất được thay bằng \"\uFFFD\".",
                   fmt::join(told, ", "), more)}};
}

Result<FileBlocks> read_plain(std::string_view bytes, const std::string& file) {
  const bool binary = holds_binary(bytes);
  if (const std::vector<int> lines = binary ? std::vector<int>{} : damaged_lines(bytes); !lines.empty())
    return read_damaged(bytes, lines, file);
  const bool readable = binary || is_valid_utf8(bytes);
  const std::string utf8 = readable ? std::string(bytes) : to_utf8(bytes, "");
  const LegacyText legacy(utf8);
  const bool known = readable || legacy.kind() != LegacyText::Kind::None || is_utf16(bytes);
  Result<std::vector<Block>> blocks = read_lines(known ? legacy.mend(utf8) : bytes, file);
  if (!blocks) return blocks.error();
  return with_remark(std::move(blocks).value(), legacy);
}

Result<FileBlocks> read_any(std::string_view bytes, const std::string& file) {
  switch (file_type(bytes)) {
    case FileType::Zip:
      return read_zip(bytes, file);
    case FileType::Html:
      return read_page(bytes, file);
    case FileType::OldOffice:
      return refused(file, "is an old Word or Excel file (.doc, .xls); save it as .docx or .xlsx first");
    case FileType::LockedOffice:
      return refused(file, "is locked with a password; take the password off and save it again");
    case FileType::RichText:
      return refused(file, "is a rich text file (.rtf); save it as .docx first");
    case FileType::WebArchive:
      return refused(file, "is a web archive (.mht); open it in Word and save it as .docx first");
    case FileType::Image:
      return refused(file, "is a picture without text; read it with a text recognition program (OCR) first");
    case FileType::Empty:
      return refused(file, "is empty");
    case FileType::Pdf:
      return read_pdf_file(bytes, file);
    case FileType::Text:
      break;
  }
  return read_plain(bytes, file);
}

bool is_for_a_child(std::string_view bytes) {
  const FileType type = file_type(bytes);
  return type == FileType::Pdf || type == FileType::Zip || type == FileType::Html ||
         (type == FileType::Text && is_laid_out(bytes));
}

std::variant<Result<FileBlocks>, Contained> start_reading(std::string_view bytes, const std::string& file) {
  if (!is_for_a_child(bytes)) return read_blocks(bytes, file);
  Result<Contained> child =
      Contained::start([&] { return to_json(read_blocks(bytes, file)); }, limits_for(bytes.size()));
  if (!child) return Result<FileBlocks>(Error{child.error().code, child.error().message, file});
  return std::move(child).value();
}

}  // namespace

Result<FileBlocks> read_blocks(std::string_view bytes, const std::string& file) {
  Result<FileBlocks> read = read_any(bytes, file);
  if (!read) {
    Error error = read.error();
    if (error.place.empty()) error.place = file;
    return error;
  }
  if (read.value().blocks.empty())
    return refused(
        file,
        "holds no text; if its pages are pictures, read it with a text recognition program (OCR) first");
  return read;
}

PendingBlocks::PendingBlocks(std::string_view bytes, std::string file)
    : file_(std::move(file)), reading_(start_reading(bytes, file_)) {}

bool PendingBlocks::is_begun() const {
  const auto* const read = std::get_if<Result<FileBlocks>>(&reading_);
  return read == nullptr || read->ok() || read->error().code != ErrorCode::Internal;
}

Result<FileBlocks> PendingBlocks::get() {
  if (auto* const read = std::get_if<Result<FileBlocks>>(&reading_)) return std::move(*read);
  const Result<std::string> json = std::get<Contained>(reading_).result();
  if (!json) return Error{json.error().code, json.error().message, file_};
  return file_blocks_from_json(json.value());
}

}  // namespace giaidap
