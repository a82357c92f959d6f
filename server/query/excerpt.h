// The best passage of a text for a query, ready for a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/entry.h"
#include "server/query/passage_score.h"

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

// Up to about `length` characters of the text around its best sentence, cut between words, "…" where text is
// left out, HTML-escaped; the words asked for in <mark>…</mark>.
std::string excerpt(std::string_view text, const AnalysedText& analysed, const PassageScorer& scorer,
                    std::size_t length);

}  // namespace giaidap
