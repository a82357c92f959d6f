// Private particulars of citizens: telephone, identity and insurance numbers, e-mail addresses.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/entry.h"

namespace giaidap {

// The text with what identifies a person in place of words for it: "0912 345 678" → "[số điện thoại]".
// Numbers of documents, procedures and files, amounts and dates stay, as do e-mail addresses of authorities
// (gov.vn).
std::string mask_particulars(std::string_view source);

// Masks what citizens wrote: the petition, or the question of an answered one. Answers stay: their numbers
// are those of offices.
void mask_particulars(Entry& entry);

}  // namespace giaidap
