// What the words around a document's number say of the document: "Nghị định số 87/2020/NĐ-CP ngày 28/7/2020
// của Chính phủ quy định về cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến".
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/agencies.h"
#include "indexer/text/numbers.h"

namespace giaidap {

// Whatever is not said stays empty.
struct CitationWords {
  std::string kind;    // lower case: "nghị định"; by the number itself where it tells
  std::string date;    // ISO
  std::string issuer;  // canonical
  std::string name;  // "về cơ sở dữ liệu hộ tịch điện tử", "Quy chế phối hợp cấp, hủy số định danh"
};

// The sentence that a number begins in; all of the text where none is.
ByteRange sentence_of(std::string_view text, const DocumentNumber& number);

// Of a number that find_document_numbers() found in this text.
CitationWords citation_words(std::string_view text, const DocumentNumber& number, const Agencies& agencies);

// The kind that a signature names: "NĐ-CP" → "nghị định"; empty where it names none ("BTTTT-THH").
std::string kind_of_signature(std::string_view signature);

}  // namespace giaidap
