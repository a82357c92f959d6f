// The best passage of a text for a query, ready for a page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "server/query/passage_score.h"
#include "server/query/word_code.h"

namespace giaidap {

// What excerpts and answer cards are taken from: the answer where there is one, as results show the question
// beside it.
const std::string& answering_text(const Entry& entry);

// & < > " ' as entities.
std::string escape_html(std::string_view text);

// The stretches of a range that hold words asked for, in order.
std::vector<ByteRange> marked_ranges(std::string_view text, ByteRange range, const AnalysedText& analysed,
                                     const PassageScorer& scorer);

// A stretch of the text, HTML-escaped; the words asked for in <mark>…</mark>.
std::string marked_html(std::string_view text, ByteRange range, const AnalysedText& analysed,
                        const PassageScorer& scorer);

// Sentences [first, last) of a text, whose words are known as numbers and whose sentences as bytes. Refers to
// both.
struct ExcerptSource {
  std::string_view text;
  const CodedText& words;
  std::size_t first = 0;
  std::size_t last = 0;
};
ExcerptSource whole_text(std::string_view text, const CodedText& words);
// The sentences of a part of the text, where it stands last in it; nullopt where it does not begin and end
// with a sentence of the text.
std::optional<ExcerptSource> part_of_text(std::string_view text, const CodedText& words,
                                          std::string_view part);

// Up to about `length` characters of the source around its best sentence, cut between words, "…" where
// something of it is left out, HTML-escaped; the words asked for in <mark>…</mark>.
std::string excerpt(const ExcerptSource& source, const PassageScorer& scorer, std::size_t length);

}  // namespace giaidap
