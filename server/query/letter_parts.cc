#include "server/query/letter_parts.h"

#include <algorithm>

#include "indexer/text/digits.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kMostWords = 150;       // of a part; obstacles in dispatches have 20 to 150
constexpr std::size_t kMostFormalWords = 20;  // of a line that only says from whom, to whom or on what
constexpr std::size_t kFewWords = 12;         // a paragraph of fewer belongs to the next

bool begins_with(std::string_view line, std::string_view folded_words) {
  return fold(line.substr(0, std::min<std::size_t>(line.size(), 40))).starts_with(folded_words);
}

// "ỦY BAN NHÂN DÂN": no word of it is in small letters.
bool is_in_capitals(std::string_view line) {
  const std::vector<Token> words = tokenize(line);
  return std::none_of(words.begin(), words.end(), [&](const Token& word) {
    const std::string_view written = line.substr(word.byte_begin, word.byte_end - word.byte_begin);
    return lower(written) == written && !is_digit(written.front());
  });
}

std::size_t count_words(std::string_view text) { return tokenize(text).size(); }

// Long lines have matter, whatever they begin with.
bool is_formal(std::string_view line) {
  return count_words(line) <= kMostFormalWords && (is_in_capitals(line) || begins_with(line, "kinh gui"));
}

// "Nơi nhận:", but not "Nơi nhận kết quả không hiển thị".
bool ends_letter(std::string_view line) {
  const std::string folded = fold(line);
  constexpr std::string_view kRecipients = "noi nhan";
  return folded.starts_with(kRecipients) &&
         (folded.size() == kRecipients.size() || folded[kRecipients.size()] == ':');
}

std::vector<std::string_view> matter_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (ends_letter(line)) break;
    if (count_words(line) > 0 && !is_formal(line)) lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// Gathers stretches of text into parts.
class Gatherer {
 public:
  void add(std::string_view stretch, std::string_view gap) {
    const std::size_t words = count_words(stretch);
    if (words_ > 0 && words_ + words > kMostWords) close();
    if (!part_.empty()) part_ += gap;
    part_ += stretch;
    words_ += words;
  }

  void close_unless_short() {
    if (words_ >= kFewWords) close();
  }

  // A short last paragraph belongs to the one before.
  std::vector<std::string> finish() {
    if (words_ < kFewWords && !parts_.empty()) {
      if (words_ > 0) parts_.back() += "\n" + part_;
    } else {
      close();
    }
    parts_.resize(std::min(parts_.size(), kMaxLetterParts));
    return std::move(parts_);
  }

 private:
  void close() {
    if (words_ > 0) parts_.push_back(std::move(part_));
    part_.clear();
    words_ = 0;
  }

  std::vector<std::string> parts_;
  std::string part_;
  std::size_t words_ = 0;
};

}  // namespace

std::vector<std::string> letter_parts(std::string_view text) {
  const std::vector<std::string_view> lines = matter_lines(text);
  Gatherer gatherer;
  for (const std::string_view line : lines) {
    std::string_view gap = "\n";
    for (const ByteRange& range : sentences(line)) {
      gatherer.add(line.substr(range.byte_begin, range.byte_end - range.byte_begin), gap);
      gap = " ";
    }
    gatherer.close_unless_short();
  }
  return gatherer.finish();
}

}  // namespace giaidap
