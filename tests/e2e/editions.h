// A file of rows that is written again and again.
#pragma once

#include <string>

namespace giaidap::e2e {

// Rows of one dispatch, "rows#0" and on; each says which edition of the file it is from, in a word that no
// other edition has: "bản7".
std::string rows(int edition, int count);

}  // namespace giaidap::e2e
