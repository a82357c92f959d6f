// The text terms of one document: each text → tokens → syllables and pairs in four channels.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"

namespace giaidap {

class TextTerms {
 public:
  // Counts the terms of a text; wdf for each occurrence. Pairs reach neither over clauses nor over texts.
  void add(schema::Field field, std::string_view text, Xapian::termcount wdf);

  // Adds the counted terms to the document and forgets them.
  void move_to(Xapian::Document& document);

 private:
  void count(std::string term, Xapian::termcount wdf);

  struct Occurrence {
    std::uint64_t head;  // the term's first bytes as a number, by which most terms are put in order
    std::string term;
    Xapian::termcount wdf;
  };
  std::vector<Occurrence> occurrences_;
};

}  // namespace giaidap
