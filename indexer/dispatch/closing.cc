#include "indexer/dispatch/closing.h"

#include <algorithm>
#include <array>

#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/dispatch/paragraphs.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kOfficeLines = 10;     // of one signature
constexpr std::size_t kMarkLines = 10;       // of a stamp where the signature was
constexpr std::size_t kLongestWrapped = 40;  // bytes of an agency's name that goes on below "Cơ quan:"
constexpr std::size_t kLateLines = 40;       // between an office and its name on the next page

void add_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

// A bullet, also without its blank ("-Văn phòng Quốc hội") or alone on its line.
bool is_bullet(const std::string& text) {
  const std::optional<ListMark> mark = leading_mark(text);
  return (mark && mark->kind == MarkKind::Bullet) || text.starts_with('-') || text.starts_with("–");
}

// "(Đã ký)", "Đã ký", "[daky]": stands where the signature was.
bool is_signed_mark(const std::string& text) {
  const std::string folded = fold(text);
  return folded.size() <= 24 &&
         (folded.find("da ky") != std::string::npos || folded.find("daky") != std::string::npos);
}

// A line of what a signing program prints where the signature was: "Ký bởi: ...", "Ngày ký: ...".
bool is_stamp(const std::string& text) {
  static constexpr std::array<std::string_view, 10> kBeginnings{
      "ky boi:",  "nguoi ky:", "ngay ky:", "gio ky:",  "thoi gian ky:",
      "ky ngay:", "co quan:",  "email:",   "to chuc:", "chuc vu:"};
  const std::string folded = fold(text);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return folded.starts_with(beginning); });
}

bool is_annex(const std::string& text) { return fold(text).starts_with("phu luc"); }

// A person's name at a line, in one line or two, with a rank before it where there is one.
struct FoundName {
  std::string rank, name;
  std::size_t lines = 0;
};

class ClosingReader {
 public:
  ClosingReader(const std::vector<Block>& blocks, const HeaderWords& words)
      : blocks_(blocks), words_(words) {}

  Closing read(std::size_t from) {
    at_ = from;
    while (at_ < blocks_.size() && !ends_body(at_)) ++at_;
    if (at_ >= blocks_.size()) return none();
    if (ends_with_stop(at_)) ++at_;  // "./." belongs to the body
    closing_.begin = at_;
    take_signature();  // some offices sign above the recipients
    take_recipients();
    if (closing_.signer.name.empty()) take_signature();
    if (closing_.signer.name.empty() && !closing_.signer.title.empty()) take_late_name();
    closing_.end = at_;
    return std::move(closing_);
  }

 private:
  // Recipients, "./.", or, in documents without either, a signature.
  [[nodiscard]] bool ends_body(std::size_t at) const {
    if (blocks_[at].kind != BlockKind::Line) return false;
    return is_recipients_line(blocks_[at].text) || ends_with_stop(at) || signs_at(at);
  }

  [[nodiscard]] bool ends_with_stop(std::size_t at) const {
    const std::string& text = blocks_[at].text;
    return !is_recipients_line(text) && (text.ends_with("./.") || text.ends_with("./"));
  }

  [[nodiscard]] bool signs_at(std::size_t at) const {
    if (!is_office(at) || !words_.begins_office(blocks_[at].text)) return false;
    std::size_t name = at;
    while (name < blocks_.size() && name < at + kOfficeLines && is_office(name)) ++name;
    return name_at(after_marks(name)).lines > 0;
  }

  Closing none() {
    Closing nothing;
    nothing.begin = nothing.end = blocks_.size();
    return nothing;
  }

  // The first line behind marks and stamps that stand where the signature was; a stamp's line may be wrapped.
  [[nodiscard]] std::size_t after_marks(std::size_t at) const {
    bool stamp = false;
    for (const std::size_t limit = at + kMarkLines; at < limit && is_line(at); ++at) {
      const std::string& line = blocks_[at].text;
      const bool wrapped = stamp && is_upper_case(line) && line.size() <= kLongestWrapped;
      if (!is_signed_mark(line) && !is_stamp(line) && !wrapped) break;
      stamp = is_stamp(line);
    }
    return at;
  }

  [[nodiscard]] bool is_line(std::size_t at) const {
    return at < blocks_.size() && blocks_[at].kind == BlockKind::Line;
  }
  [[nodiscard]] const std::string& text() const { return blocks_[at_].text; }

  void take_recipients() {
    if (!is_line(at_) || !is_recipients_line(text())) return;
    closing_.recipients_place = blocks_[at_].place;
    add_line(closing_.recipients, text());
    ++at_;
    // Bullets, and the lines that a long one is wrapped into.
    while (is_line(at_) && (is_bullet(text()) || wrapped_recipient())) {
      add_line(closing_.recipients, text());
      ++at_;
    }
  }

  [[nodiscard]] bool wrapped_recipient() const {
    if (is_signed_mark(text())) return false;
    if (blocks_[at_].blank_before) return !is_upper_case(text()) && list_goes_on_after(at_);
    const bool list_goes_on = text().ends_with(';') || text().ends_with(',');
    return !is_upper_case(text()) || list_goes_on;
  }

  // A piece of the list, however it is set apart, has another bullet below it.
  [[nodiscard]] bool list_goes_on_after(std::size_t at) const {
    for (std::size_t next = at + 1; next <= at + 2 && is_line(next) && !is_office(next); ++next) {
      if (is_bullet(blocks_[next].text)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_office(std::size_t at) const {
    return is_line(at) && is_upper_case(blocks_[at].text) && !is_annex(blocks_[at].text) &&
           !is_motto(blocks_[at].text);
  }

  // "NGUYỄN VĂN AN" below an office; bodies and offices begin otherwise, and the name of a place that ends an
  // office ("HỒ CHÍ MINH") has the signer's below it.
  [[nodiscard]] bool is_name_in_capitals(std::size_t at) const {
    const std::string& line = blocks_[at].text;
    if (!is_office(at) || words_.begins_office(line) || words_.begins_body(line)) return false;
    const std::string name = squeeze(line.substr(words_.leading_rank(line).size()));
    const std::ptrdiff_t words = count_words(name);
    if (words < 2 || words > 5 || !words_.begins_person(name)) return false;
    if (name.find_first_of(".,;:-0123456789") != std::string::npos) return false;
    const std::size_t next = after_marks(at + 1);
    if (!is_line(next)) return true;
    const std::string& below = blocks_[next].text;
    return !is_person_name(squeeze(below.substr(words_.leading_rank(below).size())));
  }

  // Lines of office in capitals, then the name, with a rank before it where there is one.
  void take_signature() {
    const std::size_t begin = at_;
    Signer signer;
    std::string lines;
    while (is_office(at_) && (signer.title.empty() || !is_name_in_capitals(at_))) {
      signer.title += (signer.title.empty() ? "" : " ") + text();
      add_line(lines, text());
      ++at_;
    }
    if (!signer.title.empty()) take_name(signer, lines);
    if (signer.title.empty() || signer.name.empty()) {
      if (signer.name.empty() && closing_.recipients.empty()) at_ = begin;
      if (signer.title.empty()) return;
    }
    closing_.signer = signer;
    closing_.signature_text = lines;
    closing_.signature_place = blocks_[begin].place;
  }

  // A page that ends within the signature: the list of recipients goes on before the name.
  void take_late_name() {
    std::size_t at = at_;
    std::string recipients = closing_.recipients;
    for (; is_line(at) && (is_bullet(blocks_[at].text) || name_at(at).lines == 0); ++at) {
      if (at - at_ > kLateLines || is_upper_case(blocks_[at].text)) return;
      add_line(recipients, blocks_[at].text);
    }
    if (!is_line(at)) return;
    at_ = at;
    closing_.recipients = std::move(recipients);
    take_name(closing_.signer, closing_.signature_text);
  }

  void take_name(Signer& signer, std::string& lines) {
    const std::size_t at = after_marks(at_);
    const FoundName found = name_at(at);
    if (found.lines == 0) return;
    for (at_ = at; found.lines > at_ - at; ++at_) add_line(lines, text());
    signer.rank = found.rank;
    signer.name = found.name;
  }

  // "Lê Hải / Hòa" may be wrapped, even after the first word.
  [[nodiscard]] FoundName name_at(std::size_t at) const {
    if (!is_line(at)) return {};
    const std::string& first = blocks_[at].text;
    const std::string rank = words_.leading_rank(first);
    const std::string name = squeeze(first.substr(rank.size()));
    const bool more = is_line(at + 1) && !blocks_[at + 1].blank_before;
    if (is_name_in_capitals(at)) return {rank, name, 1};
    const std::string both = more ? name + ' ' + blocks_[at + 1].text : "";
    const bool short_rest = more && blocks_[at + 1].text.size() <= 20 && !is_annex(blocks_[at + 1].text) &&
                            !is_upper_case(blocks_[at + 1].text);
    if (short_rest && is_person_name(both) && count_words(both) <= 5) return {rank, squeeze(both), 2};
    if (is_person_name(name)) return {rank, name, 1};
    return {};
  }

  static std::ptrdiff_t count_words(const std::string& text) {
    return 1 + std::count(text.begin(), text.end(), ' ');
  }

  const std::vector<Block>& blocks_;
  const HeaderWords& words_;
  Closing closing_;
  std::size_t at_ = 0;
};

}  // namespace

Closing read_closing(const std::vector<Block>& blocks, std::size_t from, const HeaderWords& words) {
  return ClosingReader(blocks, words).read(from);
}

}  // namespace giaidap
