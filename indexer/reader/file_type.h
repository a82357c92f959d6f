// What a file is, told by its content and not by its name.
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

enum class FileType { Text, Html, Pdf, Zip, OldOffice, LockedOffice, RichText, WebArchive, Image, Empty };

FileType file_type(std::string_view bytes);

}  // namespace giaidap
