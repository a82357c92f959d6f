#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/reader/block.h"
#include "indexer/reader/markup.h"

namespace giaidap {
namespace {

constexpr std::array<std::string_view, 10> kSuperscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

// The digit that a superscript sign at this place stands for, -1 if there is none; moves past it.
int take_superscript(std::string_view text, std::size_t& at) {
  for (std::size_t digit = 0; digit < kSuperscripts.size(); ++digit) {
    if (text.substr(at).starts_with(kSuperscripts[digit])) {
      at += kSuperscripts[digit].size();
      return static_cast<int>(digit);
    }
  }
  return -1;
}

// m², km³: the sign belongs to the unit.
bool is_exponent(const std::string& before) {
  if (before.empty() || before.back() != 'm') return false;
  const std::size_t unit = before.find_last_of(" 0123456789(/");
  return before.size() - (unit == std::string::npos ? 0 : unit + 1) <= 2;
}

std::string superscripts_to_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::string digits;
    for (int digit = take_superscript(text, at); digit >= 0; digit = take_superscript(text, at)) {
      digits += static_cast<char>('0' + digit);
    }
    if (digits.empty()) {
      out += text[at++];
    } else if (out.ends_with("⁽") || is_exponent(out)) {
      out += text.substr(begin, at - begin);
    } else {
      out += kFootnoteOpen + digits + kFootnoteClose;
    }
  }
  return out;
}

// Emphasis opens before and closes after a sign that is no blank; a lone "*" between blanks is text.
bool is_emphasis(const std::string& line, std::size_t begin, std::size_t end, bool open) {
  const bool blank_before = begin == 0 || line[begin - 1] == ' ';
  const bool blank_after = end >= line.size() || line[end] == ' ';
  if (blank_before && blank_after) return open;
  return true;
}

bool is_list_mark_byte(char c) {
  return c == ' ' || c == '-' || c == '+' || c == '.' || c == ')' || c == '(' ||
         std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_letter_byte(char c) { return c < 0 || std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool is_escape(const std::string& source, std::size_t at) {
  return source[at] == '\\' && at + 1 < source.size() &&
         std::ispunct(static_cast<unsigned char>(source[at + 1])) != 0;
}

// Walks through the lines of one paragraph with the emphasis that is open.
class Stripper {
 public:
  MarkedLine line(const std::string& source) {
    result_ = {};
    plain_letter_ = false;
    lead_open_ = emphasised_;
    lead_possible_ = true;
    for (std::size_t at = 0; at < source.size();) at = step(source, at);
    result_.all_bold = !plain_letter_ && !result_.bold_lead.empty();
    result_.text = superscripts_to_marks(result_.text);
    return std::move(result_);
  }

 private:
  // Takes one sign or mark; where the next one begins.
  std::size_t step(const std::string& source, std::size_t at) {
    if (is_escape(source, at)) {
      result_.text += source[at + 1];
      return at + 2;
    }
    std::size_t end = at;
    while (end < source.size() && source[end] == '*' && end - at < 3) ++end;
    if (end > at && is_emphasis(source, at, end, emphasised_)) {
      toggle();
      return end;
    }
    take(source[at]);
    return at + 1;
  }

  void toggle() {
    emphasised_ = !emphasised_;
    if (emphasised_ && lead_possible_ && result_.bold_lead.empty() && short_mark(result_.text))
      lead_open_ = true;
    if (!emphasised_ && lead_open_) lead_open_ = lead_possible_ = false;
  }

  void take(char c) {
    result_.text += c;
    if (lead_open_ && emphasised_) result_.bold_lead += c;
    if (!emphasised_ && is_letter_byte(c)) plain_letter_ = true;
  }

  // What may stand before a bold lead: nothing or a list mark such as "(1)", "2.1.", "- ".
  static bool short_mark(const std::string& text) {
    return text.size() <= 8 && std::all_of(text.begin(), text.end(), is_list_mark_byte);
  }

  bool emphasised_ = false;  // goes on from line to line
  MarkedLine result_;
  bool plain_letter_ = false;  // a letter stood outside of emphasis
  bool lead_open_ = false;     // what comes is the bold lead
  bool lead_possible_ = true;
};

}  // namespace

std::vector<MarkedLine> strip_emphasis(const std::vector<std::string>& lines) {
  Stripper stripper;
  std::vector<MarkedLine> result;
  result.reserve(lines.size());
  for (const std::string& source : lines) result.push_back(stripper.line(source));
  return result;
}

}  // namespace giaidap
