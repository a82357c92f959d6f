#include "server/api/readable_text.h"

#include <algorithm>
#include <optional>

#include "indexer/text/numbers.h"
#include "server/api/urls.h"
#include "server/query/excerpt.h"

namespace giaidap {
namespace {

struct Link {
  ByteRange range;
  std::string url;
};

bool holds(ByteRange range, std::uint32_t byte) { return range.byte_begin <= byte && byte < range.byte_end; }

template <typename Annotation>
const Annotation* at(const std::vector<Annotation>& annotations, std::uint32_t byte) {
  for (const Annotation& one : annotations) {
    if (holds(one.range, byte)) return &one;
  }
  return nullptr;
}

struct Mark {
  ByteRange range;
  bool starts_sentence = false;  // the first of its sentence
};

std::vector<Mark> marks_in(std::string_view text, const PassageScorer* scorer) {
  std::vector<Mark> marks;
  if (scorer == nullptr) return marks;
  const AnalysedText analysed = analyse(text);
  const ByteRange whole{0, static_cast<std::uint32_t>(text.size())};
  std::size_t sentence = 0;
  bool first = true;
  for (const ByteRange& range : marked_ranges(text, whole, analysed, *scorer)) {
    while (sentence + 1 < analysed.sentences.size() &&
           range.byte_begin >= analysed.sentences[sentence].byte_end) {
      ++sentence;
      first = true;
    }
    marks.push_back({range, first});
    first = false;
  }
  return marks;
}

std::vector<Link> links_in(std::string_view text, const std::set<std::string>& cited) {
  std::vector<Link> links;
  for (const DocumentNumber& number : find_document_numbers(text)) {
    if (!cited.contains(number.key)) continue;
    links.push_back(
        {{static_cast<std::uint32_t>(number.byte_begin), static_cast<std::uint32_t>(number.byte_end)},
         dispatch_url(number.text)});
  }
  return links;
}

}  // namespace

// A stretch of the text in which nothing begins or ends.
struct ReadableText::Piece {
  ByteRange range;
  const Link* link;
  const ExplainedWord* explained;
  const Mark* mark;
};

ReadableText::ReadableText(const std::vector<std::string>& cites, const Explainer* explainer,
                           const PassageScorer* scorer)
    : explainer_(explainer), scorer_(scorer) {
  for (const std::string& cited : cites) cited_keys_.insert(number_key(cited));
}

std::string ReadableText::piece_html(std::string_view text, const Piece& piece) {
  const auto begins = [&](const auto* annotation) {
    return annotation != nullptr && annotation->range.byte_begin == piece.range.byte_begin;
  };
  std::string html =
      escape_html(text.substr(piece.range.byte_begin, piece.range.byte_end - piece.range.byte_begin));
  if (piece.explained != nullptr && piece.link == nullptr) {
    const ByteRange word = piece.explained->range;
    const bool known =
        !explained_
             .emplace(text.substr(word.byte_begin, word.byte_end - word.byte_begin), piece.explained->meaning)
             .second;
    html = std::string("<abbr") + (known ? "" : " tabindex=\"0\"") + " title=\"" +
           escape_html(piece.explained->meaning) + "\">" + html + "</abbr>";
  }
  if (piece.mark != nullptr) {
    const bool place = begins(piece.mark) && piece.mark->starts_sentence;
    const std::string id = place ? " id=\"tim-" + std::to_string(++places_) + '"' : "";
    html = "<mark" + id + '>' + html + "</mark>";
  }
  if (begins(piece.link)) html = "<a href=\"" + piece.link->url + "\">" + html;
  if (piece.link != nullptr && piece.link->range.byte_end == piece.range.byte_end) html += "</a>";
  return html;
}

std::string ReadableText::html(std::string_view text) {
  const std::vector<Link> links = links_in(text, cited_keys_);
  const std::vector<ExplainedWord> explained =
      explainer_ == nullptr ? std::vector<ExplainedWord>{} : explainer_->in(text);
  const std::vector<Mark> marks = marks_in(text, scorer_);
  std::vector<std::uint32_t> bounds{0, static_cast<std::uint32_t>(text.size())};
  const auto add_bounds = [&](const auto& annotations) {
    for (const auto& one : annotations) {
      bounds.push_back(one.range.byte_begin);
      bounds.push_back(one.range.byte_end);
    }
  };
  add_bounds(links);
  add_bounds(explained);
  add_bounds(marks);
  std::sort(bounds.begin(), bounds.end());
  std::string html;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    const ByteRange range{bounds[i], bounds[i + 1]};
    if (range.byte_begin == range.byte_end) continue;
    html += piece_html(text, {range, at(links, range.byte_begin), at(explained, range.byte_begin),
                              at(marks, range.byte_begin)});
  }
  return html;
}

}  // namespace giaidap
