#include "indexer/dispatch/passages.h"

#include <algorithm>

#include "indexer/dispatch/cites.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// A passage shorter than this takes in the next paragraph of its section: a lone short line says little.
constexpr std::size_t kShortPassage = 200;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// A stretch of text that becomes one passage.
struct Run {
  std::string text;
  Place place;
};

bool takes_more(const Run& run, const Paragraph& next) {
  const std::size_t length = characters(run.text);
  if (length + characters(next.text) + 1 > kMaxPassageCharacters) return false;
  return length < kShortPassage || run.text.ends_with(':');
}

std::vector<Run> runs_of(const std::vector<Paragraph>& body) {
  std::vector<Run> runs;
  for (const Paragraph& paragraph : body) {
    if (!runs.empty() && takes_more(runs.back(), paragraph)) {
      runs.back().text += '\n' + paragraph.text;
    } else {
      runs.push_back({paragraph.text, paragraph.place});
    }
  }
  return runs;
}

// Agencies named side by side at the very start: "Bộ Y tế, Bộ Giáo dục và Đào tạo chủ trì ...".
std::vector<std::string> leading_agencies(std::string_view text, const Agencies& agencies) {
  std::vector<std::string> names;
  const std::optional<ListMark> mark = leading_mark(text);
  std::size_t at = mark ? mark->byte_end : 0;
  for (const AgencyMention& mention : agencies.mentions(text)) {
    if (mention.byte_begin < at) continue;
    const std::string_view between = text.substr(at, mention.byte_begin - at);
    if (between.find_first_not_of(" ,;:-") != std::string_view::npos && between != " và ") break;
    if (std::find(names.begin(), names.end(), mention.name) == names.end()) names.push_back(mention.name);
    at = mention.byte_end;
  }
  return names;
}

// Who is charged or reports: named first in the passage, or the innermost heading that begins with an agency.
std::vector<std::string> agencies_of(const std::string& text, const std::vector<std::string>& heading,
                                     const Agencies& agencies) {
  if (std::vector<std::string> names = leading_agencies(text, agencies); !names.empty()) return names;
  for (auto part = heading.rbegin(); part != heading.rend(); ++part) {
    if (std::vector<std::string> names = leading_agencies(*part, agencies); !names.empty()) return names;
  }
  return {};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + "\n";
  return text;
}

// The notes that the section's paragraphs refer to, taken out of `notes` in order.
std::vector<Footnote> take_notes(const Section& section, std::vector<Footnote>& notes) {
  std::vector<Footnote> taken;
  for (const Paragraph& paragraph : section.body) {
    for (const int number : paragraph.notes) {
      const auto found =
          std::find_if(notes.begin(), notes.end(), [&](const Footnote& n) { return n.number == number; });
      if (found == notes.end()) continue;
      taken.push_back(std::move(*found));
      notes.erase(found);
    }
  }
  return taken;
}

void add_passages(const Section& section, const std::string& text, const Place& place,
                  PassageContext& context, std::vector<Entry>& entries) {
  for (const std::string& piece : cut_at_sentences(text, kMaxPassageCharacters)) {
    entries.push_back(make_passage(section.path, section.heading, piece, place, context));
  }
}

}  // namespace

std::vector<std::string> cut_at_sentences(const std::string& text, std::size_t max_characters) {
  if (text.empty()) return {};
  if (characters(text) <= max_characters) return {text};
  std::vector<std::string> pieces;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const auto flush = [&] {
    if (end > begin) pieces.push_back(text.substr(begin, end - begin));
    begin = end;
  };
  for (const ByteRange& sentence : sentences(text)) {
    if (end == begin) begin = end = sentence.byte_begin;
    if (characters(std::string_view(text).substr(begin, sentence.byte_end - begin)) > max_characters) {
      flush();
      begin = sentence.byte_begin;
    }
    end = sentence.byte_end;
    // A sentence that alone passes the limit is cut at blanks.
    while (characters(std::string_view(text).substr(begin, end - begin)) > max_characters) {
      std::size_t cut = text.rfind(' ', begin + max_characters);
      if (cut == std::string::npos || cut <= begin) cut = begin + max_characters;
      while (cut < end && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) ++cut;
      pieces.push_back(text.substr(begin, cut - begin));
      begin = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_not_of(' ', cut), end));
    }
  }
  flush();
  return pieces;
}

Entry make_passage(const std::string& path, const std::vector<std::string>& heading, const std::string& text,
                   const Place& place, PassageContext& context) {
  Entry entry;
  entry.dispatch_id = context.dispatch_id;
  entry.kind = EntryKind::Passage;
  entry.status = EntryStatus::None;
  entry.item = (path.empty() ? "0" : path) + "/" + std::to_string(++context.running[path]);
  entry.name = context.dispatch_id + "#" + entry.item;
  entry.heading = heading;
  entry.text = text;
  entry.agencies = agencies_of(text, heading, context.agencies);
  entry.topic = context.vocabulary.classify_topic(joined(heading) + text);
  entry.cites = cited_numbers(text);
  entry.place = place;
  return entry;
}

std::vector<Entry> passages_of(const Prose& prose, std::vector<Footnote> notes, PassageContext& context) {
  std::vector<Entry> entries;
  for (const Section& section : prose.sections) {
    for (const Run& run : runs_of(section.body)) add_passages(section, run.text, run.place, context, entries);
    for (const Footnote& note : take_notes(section, notes)) {
      add_passages(section, note.text, note.place, context, entries);
    }
  }
  // Notes whose mark was lost stay under the last part rather than being dropped.
  for (const Footnote& note : notes) {
    add_passages(prose.sections.empty() ? Section{} : prose.sections.back(), note.text, note.place, context,
                 entries);
  }
  return entries;
}

}  // namespace giaidap
