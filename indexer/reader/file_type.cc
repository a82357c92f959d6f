#include "indexer/reader/file_type.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kPdfWithin = 1024;   // bytes; mail programs put lines before a PDF
constexpr std::size_t kHtmlWithin = 4096;  // bytes; comments and XML declarations may stand before the tags

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, FileType>, 13> kBeginnings{{
    {"PK\x03\x04"sv, FileType::Zip},
    {"PK\x05\x06"sv, FileType::Zip},
    {"{\\rtf"sv, FileType::RichText},
    {"\x89PNG"sv, FileType::Image},
    {"\xFF\xD8\xFF"sv, FileType::Image},
    {"GIF8"sv, FileType::Image},
    {"II*\0"sv, FileType::Image},
    {"MM\0*"sv, FileType::Image},
    {"BM\0\0"sv, FileType::Image},
    {"\xD0\xCF\x11\xE0"sv, FileType::OldOffice},
    {"%PDF-"sv, FileType::Pdf},
    {"MIME-Version:"sv, FileType::WebArchive},
    {"From: <Saved by"sv, FileType::WebArchive},
}};

// Word and Excel hide a file with a password in the old container, under this name in UTF-16.
constexpr std::string_view kLockedName = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

bool looks_like_html(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHtmlWithin));
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || head[first] != '<') return false;
  static constexpr std::array<std::string_view, 7> kTags{
      "<html", "<!doctype html", "<body", "<head", "<table", "<p", "<div"};
  return std::any_of(kTags.begin(), kTags.end(),
                     [&](std::string_view tag) { return head.find(tag) != std::string::npos; });
}

}  // namespace

FileType file_type(std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n\0"sv) == std::string_view::npos) return FileType::Empty;
  for (const auto& [beginning, type] : kBeginnings) {
    if (!bytes.starts_with(beginning)) continue;
    const bool locked = type == FileType::OldOffice && bytes.find(kLockedName) != std::string_view::npos;
    return locked ? FileType::LockedOffice : type;
  }
  if (bytes.substr(0, kPdfWithin).find("%PDF-") != std::string_view::npos) return FileType::Pdf;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return looks_like_html(bytes) ? FileType::Html : FileType::Text;
}

}  // namespace giaidap
