#include "indexer/dispatch/paragraphs.h"

#include <algorithm>
#include <cstdlib>

#include "indexer/dispatch/numbering.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// A shorter text without a full stop is more likely a heading or a line of a list than a cut sentence.
constexpr std::size_t kShortestCutSentence = 60;
// How far to look for the body's continuation behind the paragraphs of a footnote.
constexpr std::size_t kLookAhead = 3;

// A paragraph of the source, before pages are made whole.
struct Draft {
  Block first;       // flags and place
  std::string text;  // with footnote marks
};

bool joins_line(const Block& previous, std::string_view so_far, const Block& line) {
  if (leading_mark(line.text) || leading_footnote(line.text) > 0 || line.heading_level > 0) return false;
  if (previous.heading_level > 0 && (line.blank_before || !starts_lower(line.text))) return false;
  if (previous.all_bold && !line.all_bold && !starts_lower(line.text)) return false;
  if (previous.trailing_space) return true;
  if (line.blank_before) return false;
  return is_open_ended(so_far) || starts_lower(line.text);
}

std::vector<Draft> join_lines(const std::vector<Block>& lines) {
  std::vector<Draft> drafts;
  const Block* previous = nullptr;
  for (const Block& line : lines) {
    if (previous != nullptr && joins_line(*previous, drafts.back().text, line)) {
      drafts.back().text += ' ' + line.text;
      drafts.back().first.all_bold = drafts.back().first.all_bold && line.all_bold;
    } else {
      drafts.push_back({line, line.text});
    }
    previous = &line;
  }
  return drafts;
}

// A paragraph that can begin only a new piece of text.
bool stands_alone(const Draft& draft) {
  return leading_mark(draft.text).has_value() || leading_footnote(draft.text) > 0 ||
         (draft.first.heading_level > 0 && !starts_lower(draft.text));
}

class Assembler {
 public:
  explicit Assembler(const PairCounts& pairs) : pairs_(pairs) {}

  void add(const std::vector<Draft>& drafts, std::size_t i) {
    const Draft& draft = drafts[i];
    if (leading_footnote(draft.text) > 0) return begin_note(draft);
    if (stands_alone(draft) || body_.empty()) return begin_body(draft);
    if (starts_lower(draft.text)) return add_fragment(draft);
    if (note_last_ && body_open() && body_goes_on_later(drafts, i + 1))
      return append(notes_.back().text, draft, "\n");
    if (body_cut() && draft.first.bold_lead.empty()) return append(body_.back().text, draft, " ");
    begin_body(draft);
  }

  Paragraphs finish() {
    Paragraphs result;
    for (Draft& draft : body_) {
      result.body.push_back({strip_footnote_marks(draft.text), draft.first.heading_level,
                             draft.first.all_bold, strip_footnote_marks(draft.first.bold_lead),
                             footnote_references(draft.text), draft.first.place});
    }
    for (Draft& note : notes_) {
      result.notes.push_back(
          {leading_footnote(note.text), squeeze(strip_footnote_marks(note.text)), note.first.place});
    }
    return result;
  }

 private:
  void begin_note(const Draft& draft) {
    notes_.push_back(draft);
    note_last_ = true;
  }

  void begin_body(const Draft& draft) {
    body_.push_back(draft);
    note_last_ = false;
  }

  // A fragment that begins with a small letter goes on with whichever sentence was cut.
  void add_fragment(const Draft& draft) {
    const bool body = body_open();
    const bool note = !notes_.empty() && is_open_ended(notes_.back().text);
    if (note && (!body || pairs_.joint(notes_.back().text, draft.text) >
                              pairs_.joint(body_.back().text, draft.text))) {
      return append(notes_.back().text, draft, " ");
    }
    if (body) return append(body_.back().text, draft, " ");
    begin_body(draft);
  }

  static bool body_goes_on_later(const std::vector<Draft>& drafts, std::size_t from) {
    for (std::size_t i = from; i < drafts.size() && i < from + kLookAhead; ++i) {
      if (stands_alone(drafts[i])) return false;
      if (starts_lower(drafts[i].text)) return true;
    }
    return false;
  }

  [[nodiscard]] bool body_open() const { return !body_.empty() && is_open_ended(body_.back().text); }
  [[nodiscard]] bool body_cut() const {
    const Draft& tail = body_.back();
    return is_open_ended(tail.text) && tail.text.size() >= kShortestCutSentence &&
           tail.first.heading_level == 0 && !tail.first.all_bold;
  }

  void append(std::string& text, const Draft& draft, const char* separator) {
    text += separator + draft.text;
    note_last_ = false;
  }

  const PairCounts& pairs_;
  std::vector<Draft> body_;
  std::vector<Draft> notes_;
  bool note_last_ = false;  // a footnote came after the last piece of body
};

}  // namespace

bool is_open_ended(std::string_view text) {
  constexpr std::size_t kTail = 200;  // bytes: far more than marks at an end take
  const std::string plain = strip_footnote_marks(text.substr(text.size() - std::min(text.size(), kTail)));
  if (plain.empty()) return false;
  if (plain.ends_with("”") || plain.ends_with("…")) return false;
  return std::string_view(".:;!?)\"/").find(plain.back()) == std::string_view::npos;
}

bool starts_lower(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \"'(“");
  if (begin == std::string_view::npos) return false;
  std::size_t end = begin + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const std::string_view letter = text.substr(begin, end - begin);
  if (letter.size() == 1 && (letter[0] < 'a' || letter[0] > 'z')) return false;
  return lower(letter) == letter && (letter.size() > 1 ? fold(letter) != letter : true);
}

std::vector<int> footnote_references(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t open = text.find(kFootnoteOpen); open != std::string_view::npos;
       open = text.find(kFootnoteOpen, open + 1)) {
    const std::size_t close = text.find(kFootnoteClose, open);
    if (close == std::string_view::npos) break;
    numbers.push_back(std::atoi(std::string(text.substr(open + 1, close - open - 1)).c_str()));
  }
  return numbers;
}

Paragraphs assemble_paragraphs(const std::vector<Block>& lines, const PairCounts& pairs) {
  const std::vector<Draft> drafts = join_lines(lines);
  Assembler assembler(pairs);
  for (std::size_t i = 0; i < drafts.size(); ++i) assembler.add(drafts, i);
  return assembler.finish();
}

}  // namespace giaidap
