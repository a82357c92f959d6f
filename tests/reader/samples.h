// Small Word and Excel files made in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace giaidap {

using ZipMember = std::pair<std::string, std::string>;  // name, content

// A ZIP file of these members.
std::string zip_of(const std::vector<ZipMember>& members);

// A Word file with this content of w:body, and further parts.
std::string docx_of(const std::string& body, std::vector<ZipMember> parts = {});

// An Excel file of one sheet with this content of the worksheet element, and further parts.
std::string xlsx_of(const std::string& worksheet, std::vector<ZipMember> parts = {});

}  // namespace giaidap
