#include "indexer/dispatch/closing.h"

#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

void add_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

bool is_bullet(const std::string& text) {
  const std::optional<ListMark> mark = leading_mark(text);
  return mark && mark->kind == MarkKind::Bullet;
}

class ClosingReader {
 public:
  ClosingReader(const std::vector<Block>& blocks, const HeaderWords& words)
      : blocks_(blocks), words_(words) {}

  Closing read(std::size_t from) {
    at_ = from;
    while (at_ < blocks_.size() && !ends_body(blocks_[at_])) ++at_;
    if (at_ >= blocks_.size()) return none();
    if (!is_recipients_line(text())) ++at_;  // "./." belongs to the body
    closing_.begin = at_;
    take_signature();  // some offices sign above the recipients
    take_recipients();
    if (closing_.signer.name.empty()) take_signature();
    closing_.end = at_;
    return std::move(closing_);
  }

 private:
  static bool ends_body(const Block& block) {
    return block.kind == BlockKind::Line && (is_recipients_line(block.text) || block.text.ends_with("./."));
  }

  Closing none() {
    Closing nothing;
    nothing.begin = nothing.end = blocks_.size();
    return nothing;
  }

  [[nodiscard]] bool is_line() const { return at_ < blocks_.size() && blocks_[at_].kind == BlockKind::Line; }
  [[nodiscard]] const std::string& text() const { return blocks_[at_].text; }

  void take_recipients() {
    if (!is_line() || !is_recipients_line(text())) return;
    closing_.recipients_place = blocks_[at_].place;
    add_line(closing_.recipients, text());
    ++at_;
    // Bullets, and the lines that a long one is wrapped into.
    while (is_line() && (is_bullet(text()) || (!blocks_[at_].blank_before && !is_upper_case(text())))) {
      add_line(closing_.recipients, text());
      ++at_;
    }
  }

  // Lines of office in capitals, then the name, with a rank before it where there is one.
  void take_signature() {
    const std::size_t begin = at_;
    Signer signer;
    std::string lines;
    while (is_line() && is_upper_case(text()) && !is_annex(text()) && !is_motto(text())) {
      signer.title += (signer.title.empty() ? "" : " ") + text();
      add_line(lines, text());
      ++at_;
    }
    if (!signer.title.empty() && is_line() && take_name(signer)) {
      add_line(lines, text());
      ++at_;
    }
    if (signer.title.empty() || signer.name.empty()) {
      if (signer.name.empty() && closing_.recipients.empty()) at_ = begin;
      if (signer.title.empty()) return;
    }
    closing_.signer = signer;
    closing_.signature_text = lines;
    closing_.signature_place = blocks_[begin].place;
  }

  bool take_name(Signer& signer) const {
    const std::string rank = words_.leading_rank(text());
    const std::string name = squeeze(text().substr(rank.size()));
    if (!is_person_name(name)) return false;
    signer.rank = rank;
    signer.name = name;
    return true;
  }

  static bool is_annex(const std::string& text) { return fold(text).starts_with("phu luc"); }

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
