#include "indexer/dispatch/header.h"

#include <algorithm>
#include <utility>

#include "indexer/dispatch/addressees.h"
#include "indexer/dispatch/annex_head.h"
#include "indexer/dispatch/head_lines.h"
#include "indexer/dispatch/letterhead.h"
#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/dates.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

constexpr std::size_t kHeadBlocks = 80;     // a head is never longer
constexpr std::size_t kSkippedBlocks = 40;  // stamps and portal lines that may stand before it
constexpr std::size_t kTitleLines = 12;
constexpr std::size_t kLongestYear = 8;  // bytes

bool begins_subject(const std::string& text) {
  const std::string folded = fold(text);
  return folded.starts_with("v/v") || folded.starts_with("ve viec");
}

void add_piece(std::string& text, const std::string& piece) { text += (text.empty() ? "" : " ") + piece; }

// "*" below the name of a Party's body.
bool is_ornament(const std::string& text) { return text.size() <= 3 && tokenize(text).empty(); }

// Walks down the head line by line.
class HeadReader {
 public:
  HeadReader(const std::vector<Block>& blocks, const Agencies& agencies, const HeaderWords& words,
             const Casing& casing)
      : blocks_(blocks), agencies_(agencies), words_(words), casing_(casing) {}

  Header read() {
    at_ = begin();
    while (at_ < std::min(blocks_.size(), kHeadBlocks) && is_line() && take_line()) {
    }
    header_.letterhead = letterhead_issuer(letterhead_, agencies_, words_, casing_);
    header_.end = end_;
    return std::move(header_);
  }

 private:
  [[nodiscard]] bool is_line() const { return at_ < blocks_.size() && blocks_[at_].kind == BlockKind::Line; }
  [[nodiscard]] const std::string& text() const { return blocks_[at_].text; }

  // The head begins with the lines in capitals before its first sure sign.
  [[nodiscard]] std::size_t begin() const {
    const std::size_t limit = std::min(blocks_.size(), kSkippedBlocks);
    for (std::size_t sign = 0; sign < limit && blocks_[sign].kind == BlockKind::Line; ++sign) {
      if (!is_sign(sign)) continue;
      std::size_t first = sign;
      while (first > 0 && (is_upper_case(blocks_[first - 1].text) || is_ornament(blocks_[first - 1].text)))
        --first;
      return first;
    }
    return 0;
  }

  [[nodiscard]] bool is_sign(std::size_t at) const {
    return motto_lines(blocks_, at).count > 0 || number_lines(blocks_, at).count > 0 || kind_at(at).count > 0;
  }

  // "VĂN BẢN HỢP / NHẤT": the heading that names the kind, in capitals.
  [[nodiscard]] JoinedLines kind_at(std::size_t at) const {
    JoinedLines joined;
    while (joined.count < 2 && at + joined.count < blocks_.size() &&
           is_upper_case(blocks_[at + joined.count].text)) {
      add_piece(joined.text, blocks_[at + joined.count].text);
      ++joined.count;
      if (words_.kind_of_heading(joined.text)) return joined;
    }
    return {};
  }

  // False where the body begins.
  bool take_line() {
    if (const JoinedLines number = number_lines(blocks_, at_); number.count > 0) return take_number(number);
    if (const JoinedLines motto = motto_lines(blocks_, at_); motto.count > 0) return take_motto(motto);
    if (begins_addressees(text())) return take_addressees();
    if (words_.begins_preamble(text()) && !begins_subject(text()) && !is_upper_case(text())) return false;
    if (!date_seen_ && !header_.kind) {
      if (const JoinedLines date = date_lines(blocks_, at_); date.count > 0) return take_date(date);
    }
    if (!header_.title && (begins_subject(text()) || begins_bare_subject())) return take_subject();
    if (const JoinedLines kind = kind_at(at_); kind.count > 0 && !header_.kind) return take_kind(kind);
    return take_letterhead();
  }

  // "Về hướng dẫn ..." right below the number, where no kind heads the document.
  [[nodiscard]] bool begins_bare_subject() const {
    return number_seen_ && !header_.kind && text().starts_with("Về ") && !is_upper_case(text());
  }

  bool done_with(std::size_t lines) {
    at_ += lines;
    end_ = at_;
    return true;
  }

  bool take_number(const JoinedLines& lines) {
    if (!header_.number) header_.number = number_in(lines.text);
    number_seen_ = true;
    const std::size_t subject = fold(lines.text).find(" v/v");
    done_with(lines.count);
    if (subject == std::string::npos || header_.title) return true;
    return subject_from(lines.text.substr(std::min(lines.text.find("/v"), lines.text.size() - 1) + 2));
  }

  // The agency's name may stand before the motto on the same line.
  bool take_motto(const JoinedLines& lines) {
    const std::size_t motto = lines.text.find("CỘNG H");
    if (motto != std::string::npos && motto > 0 && !number_seen_) {
      letterhead_.push_back(squeeze(lines.text.substr(0, motto)));
    }
    return done_with(lines.count);
  }

  bool take_date(const JoinedLines& lines) {
    date_seen_ = true;
    header_.date = find_date(lines.text);
    const std::size_t comma = lines.text.rfind(", ng");
    if (comma != std::string::npos) header_.place = squeeze(lines.text.substr(0, comma));
    done_with(lines.count);
    // The year of a date left blank, in a line of its own.
    if (is_line() && text().size() <= kLongestYear &&
        text().find_first_not_of("0123456789. ") == std::string::npos)
      done_with(1);
    return true;
  }

  // A line that neither follows a blank line nor opens another field goes on with the one before; so does one
  // that begins with a small letter.
  [[nodiscard]] bool goes_on() const { return is_line() && !opens_field() && goes_on_with(blocks_, at_); }

  [[nodiscard]] bool opens_field() const { return opens_field(at_); }
  [[nodiscard]] bool opens_field(std::size_t at) const {
    return motto_lines(blocks_, at).count > 0 || number_lines(blocks_, at).count > 0 ||
           begins_addressees(blocks_[at].text) || (!date_seen_ && date_lines(blocks_, at).count > 0);
  }

  bool take_subject() {
    const bool slash = fold(text()).starts_with("v/v");
    const std::string first = text().substr(slash ? 3 : 0);
    done_with(1);
    return subject_from(first);
  }

  bool subject_from(const std::string& first) {
    std::string title = squeeze(first);
    while (goes_on()) {
      add_piece(title, text());
      done_with(1);
    }
    header_.title = without_final_stop(title);
    header_.has_subject = true;
    return true;
  }

  bool take_kind(const JoinedLines& lines) {
    header_.kind = words_.kind_of_heading(lines.text);
    done_with(lines.count);
    return take_title();
  }

  // The lines after "BÁO CÁO", up to the next field, the agency that decides or the grounds, are its title.
  bool take_title() {
    std::string title;
    std::size_t lines = 0;
    while (is_line() && lines < kTitleLines && (title.empty() ? !opens_field() : title_goes_on(title))) {
      if (begins_addressees(text()) || leading_mark(text()) || begins_grounds(title)) break;
      if (title.empty() && names_decider()) break;
      add_piece(title, text());
      done_with(1);
      ++lines;
    }
    if (!title.empty()) header_.title = casing_.restore(without_final_stop(title));
    return true;
  }

  // "Căn cứ Luật ..."; but a title may begin "Thực hiện Nghị quyết ..." and go on with it in small letters.
  [[nodiscard]] bool begins_grounds(const std::string& title) const {
    if (!words_.begins_preamble(text()) || is_upper_case(text()) || starts_lower(text())) return false;
    return !title.empty() || fold(text()).starts_with("can cu ");
  }

  [[nodiscard]] bool title_goes_on(const std::string& title) const {
    if (opens_field()) return false;
    const Block& previous = blocks_[at_ - 1];
    const bool capitals = is_upper_case(text());
    if (is_upper_case(title) && !capitals) return false;
    if (names_decider() && !needs_more(title)) return false;
    if (!blocks_[at_].blank_before || previous.trailing_space || starts_lower(text())) return true;
    return (capitals && is_upper_case(title)) || (blocks_[at_].centred && previous.centred && !capitals) ||
           needs_more(title);
  }

  // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" or "CHÍNH PHỦ" above the grounds.
  [[nodiscard]] bool names_decider() const {
    return is_upper_case(text()) &&
           (words_.begins_office(text()) || agencies_.canonical(text()).has_value() || repeats_letterhead());
  }

  // "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NINH", or its first line, as in the letterhead.
  [[nodiscard]] bool repeats_letterhead() const {
    if (!words_.begins_body(text())) return false;
    const std::string name = fold(text());
    for (std::size_t begin = 0; begin < letterhead_.size(); ++begin) {
      std::string body;
      for (std::size_t i = begin; i < letterhead_.size(); ++i) add_piece(body, letterhead_[i]);
      if (fold(squeeze(body)).starts_with(name)) return true;
    }
    return false;
  }

  bool take_addressees() {
    Addressees read = read_addressees(blocks_, at_, [this](std::size_t at) { return opens_field(at); });
    header_.addressed_to = std::move(read.names);
    done_with(read.lines);
    return is_line() && opens_field();  // the other column of a letterhead may come late
  }

  // Above the number stand the issuing agency and what it belongs to; below the number only fields may
  // follow.
  bool take_letterhead() {
    if (header_.kind || header_.title) return false;
    if (words_.is_mark(text())) {
      ++at_;
      return true;
    }
    if (!is_upper_case(text()))
      return end_ == 0 && at_ + 1 < std::min(blocks_.size(), kSkippedBlocks) ? skip() : false;
    if (!number_seen_) letterhead_.push_back(text());
    ++at_;
    return !number_seen_ || at_ < end_ + 3;
  }

  // "Hỏa tốc", "DỰ THẢO" and other stamps inside the head.
  bool skip() {
    ++at_;
    return !letterhead_.empty();
  }

  const std::vector<Block>& blocks_;
  const Agencies& agencies_;
  const HeaderWords& words_;
  const Casing& casing_;
  Header header_;
  std::vector<std::string> letterhead_;
  bool number_seen_ = false;
  bool date_seen_ = false;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

Header read_header(const std::vector<Block>& blocks, const Agencies& agencies, const HeaderWords& words,
                   const Casing& casing) {
  if (std::optional<Header> annex = read_annex_head(blocks, agencies, casing)) return *std::move(annex);
  return HeadReader(blocks, agencies, words, casing).read();
}

}  // namespace giaidap
