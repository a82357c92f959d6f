#include "tests/reader/samples.h"

#include <zip.h>

#include <stdexcept>

namespace giaidap {

std::string zip_of(const std::vector<ZipMember>& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : members) {
    zip_source_t* const member = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("zip");
  }
  if (zip_close(archive) != 0) throw std::runtime_error("zip");
  zip_source_open(source);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string docx_of(const std::string& body, std::vector<ZipMember> parts) {
  parts.emplace_back("word/document.xml",
                     "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" + body +
                         "</w:body></w:document>");
  return zip_of(parts);
}

std::string xlsx_of(const std::string& worksheet, std::vector<ZipMember> parts) {
  parts.emplace_back(
      "xl/workbook.xml",
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Hỏi đáp\" r:id=\"r1\"/><sheet name=\"ẩn\" "
      "state=\"hidden\" r:id=\"r1\"/></sheets></workbook>");
  parts.emplace_back(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
  parts.emplace_back("xl/worksheets/sheet1.xml", "<worksheet>" + worksheet + "</worksheet>");
  return zip_of(parts);
}

}  // namespace giaidap
