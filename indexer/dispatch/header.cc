#include "indexer/dispatch/header.h"

#include <algorithm>
#include <cctype>

#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/dates.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kHeadBlocks = 60;        // a head is never longer
constexpr std::size_t kLongestDateLine = 120;  // bytes; longer lines that name a date are text

// "Số: 06 /BC-TCTĐA06" → "06/BC-TCTĐA06"; nullopt where the number itself is left blank.
std::optional<std::string> number_in(std::string_view line) {
  std::string number;
  for (const char c : line.substr(std::min(line.find(':') + 1, line.size()))) {
    if (c != ' ') number += c;
  }
  if (number.empty() || std::isdigit(static_cast<unsigned char>(number.front())) == 0) return std::nullopt;
  return number;
}

bool is_date_line(const std::string& text) {
  const std::string folded = fold(text);
  return text.size() <= kLongestDateLine && folded.find("ngay") != std::string::npos &&
         folded.find("thang") != std::string::npos && folded.find("nam") != std::string::npos;
}

bool begins_subject(const std::string& text) {
  const std::string folded = fold(text);
  return folded.starts_with("v/v") || folded.starts_with("ve viec");
}

bool begins_addressees(const std::string& text) { return fold(text).find("kinh gui") < 6; }

void add_piece(std::string& text, const std::string& piece) { text += (text.empty() ? "" : " ") + piece; }

std::string without_final_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return text;
}

// Walks down the head line by line.
class HeadReader {
 public:
  HeadReader(const std::vector<Block>& blocks, const Agencies& agencies, const HeaderWords& words)
      : blocks_(blocks), agencies_(agencies), words_(words) {}

  Header read() {
    while (at_ < std::min(blocks_.size(), kHeadBlocks) && blocks_[at_].kind == BlockKind::Line &&
           take_line()) {
    }
    header_.end = end_;
    return std::move(header_);
  }

 private:
  [[nodiscard]] const std::string& text() const { return blocks_[at_].text; }

  // False where the body begins.
  bool take_line() {
    if (is_number_line(text())) {
      if (!header_.number) header_.number = number_in(text());
      return done_with_line();
    }
    if (begins_addressees(text())) return take_addressees();
    if (is_date_line(text()) && !header_.date) return take_date();
    if (begins_subject(text()) && !header_.title) return take_subject();
    if (const std::optional<std::string> kind = words_.kind_of_heading(text());
        kind && is_upper_case(text())) {
      header_.kind = kind;
      return take_title();
    }
    if (is_motto(text())) return done_with_line();
    return take_letterhead();
  }

  bool done_with_line() {
    end_ = ++at_;
    return true;
  }

  bool take_date() {
    header_.date = find_date(text());
    const std::size_t comma = text().find(',');
    if (comma != std::string::npos && fold(text().substr(comma)).starts_with(", ngay")) {
      header_.place = squeeze(text().substr(0, comma));
    }
    return done_with_line();
  }

  // A line that neither follows a blank line nor opens another field goes on with the one before.
  [[nodiscard]] bool goes_on() const {
    if (at_ == 0 || at_ >= blocks_.size() || blocks_[at_].kind != BlockKind::Line) return false;
    if (is_motto(text()) || is_number_line(text()) || begins_addressees(text()) || is_date_line(text()))
      return false;
    return !blocks_[at_].blank_before || blocks_[at_ - 1].trailing_space;
  }

  bool take_subject() {
    std::string title = squeeze(text().substr(begins_with_slash() ? 3 : 0));
    done_with_line();
    while (goes_on()) {
      add_piece(title, text());
      done_with_line();
    }
    header_.title = without_final_stop(title);
    return true;
  }

  [[nodiscard]] bool begins_with_slash() const { return fold(text()).starts_with("v/v"); }

  // The lines after "BÁO CÁO", up to the next blank line or field, are its title.
  bool take_title() {
    done_with_line();
    std::string title;
    while (at_ < blocks_.size() && blocks_[at_].kind == BlockKind::Line && (title.empty() || goes_on())) {
      if (begins_addressees(text()) || leading_mark(text())) break;
      add_piece(title, text());
      done_with_line();
    }
    if (!title.empty()) header_.title = without_final_stop(title);
    return true;
  }

  bool take_addressees() {
    const std::size_t colon = text().find(':');
    const std::string rest = colon == std::string::npos ? "" : squeeze(text().substr(colon + 1));
    done_with_line();
    if (!rest.empty()) add_addressee(rest);
    bool list_open = rest.empty();
    while (at_ < blocks_.size() && blocks_[at_].kind == BlockKind::Line) {
      const std::optional<ListMark> mark = leading_mark(text());
      if (list_open && mark && mark->kind == MarkKind::Bullet) {
        add_addressee(text().substr(mark->byte_end));
      } else if (goes_on() && !header_.addressed_to.empty() && !mark) {
        add_piece(header_.addressed_to.back(), text());
      } else {
        break;
      }
      list_open = list_open && !text().ends_with('.');
      done_with_line();
    }
    for (std::string& name : header_.addressed_to) name = without_final_stop(squeeze(name));
    return at_ < blocks_.size() && blocks_[at_].kind == BlockKind::Line && begins_addressees(text());
  }

  void add_addressee(const std::string& name) { header_.addressed_to.push_back(name); }

  // Above the number stand the issuing agency and what it belongs to; below the number only fields may
  // follow.
  bool take_letterhead() {
    if (!is_upper_case(text()) || header_.kind) return false;
    if (const std::optional<std::string> agency = agencies_.canonical(text())) header_.letterhead = agency;
    ++at_;
    return !header_.number || at_ < end_ + 3;
  }

  const std::vector<Block>& blocks_;
  const Agencies& agencies_;
  const HeaderWords& words_;
  Header header_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

Header read_header(const std::vector<Block>& blocks, const Agencies& agencies, const HeaderWords& words) {
  return HeadReader(blocks, agencies, words).read();
}

}  // namespace giaidap
