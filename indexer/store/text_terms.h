// The text terms of one document: each text → tokens → syllables and pairs in four channels.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/schema/schema.h"

namespace giaidap {

class TextTerms {
 public:
  // Counts the terms of a text; wdf for each occurrence. Pairs reach neither over clauses nor over texts.
  void add(schema::Field field, std::string_view text, Xapian::termcount wdf);

  // Adds the counted terms to the document and forgets them.
  void move_to(Xapian::Document& document);

 private:
  std::unordered_map<std::string, Xapian::termcount> wdf_by_term_;
};

}  // namespace giaidap
