// The XML of a Word file → blocks: what stands in its body, zipped as Word does it.
#include "indexer/reader/docx_reader.h"

#include "tests/fuzz/blocks.h"
#include "tests/reader/samples.h"

namespace {

constexpr const char* kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt "
    "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num "
    "w:numId=\"1\"><w:abstractNumId "
    "w:val=\"0\"/></w:num></w:numbering>";

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body(giaidap::fuzz::bytes_of(data, size));
  const std::string bytes = giaidap::docx_of(body, {{"word/numbering.xml", kNumbering}});
  const auto archive = giaidap::ZipArchive::open(bytes);
  giaidap::fuzz::require(archive.ok(), "the file is a ZIP file");
  const auto read = giaidap::read_docx(archive.value(), "fuzz");
  if (read) giaidap::fuzz::check_blocks(read.value().blocks);
  return 0;
}
