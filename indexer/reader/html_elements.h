// What the elements of a web page mean to a reader of its text. Element names in small letters.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace giaidap {

// The charset that a meta element or XML declaration names, in small letters; empty where none does.
std::string declared_charset(std::string_view bytes);

// Style declarations without blanks, in small letters.
std::string style_of(const xmlNode* node);

// Scripts, navigation, forms, deleted text and what is not displayed.
bool is_left_out(const xmlNode* node, std::string_view name);

// 1 to 6 for h1 to h6, else 0.
int heading_level(std::string_view name);

// Begins a paragraph of its own.
bool is_block(std::string_view name);

// Bold or italics.
bool is_set_apart(std::string_view name);

}  // namespace giaidap
