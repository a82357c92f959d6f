#include "indexer/dispatch/outline.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "indexer/dispatch/lines.h"
#include "indexer/dispatch/numbering.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

// Lengths in bytes; a Vietnamese letter has about 1.4.
constexpr std::size_t kLongestSetHeading = 700;    // marked by the source or in bold
constexpr std::size_t kLongestPlainHeading = 330;  // told by the lack of a full stop alone
constexpr std::size_t kLongestRunIn = 150;         // before a colon, not set apart
constexpr std::size_t kLongestArticleTitle =
    160;                                  // that ends in a full stop: longer ones are the article's text
constexpr std::size_t kShortestLead = 5;  // of a bold lead that is a heading

// A heading found in a paragraph; run_in where the paragraph's text goes on after it.
struct FoundHeading {
  std::string text;
  bool run_in = false;
};

std::string without_colon(std::string_view text) {
  std::string heading = squeeze(text);
  while (!heading.empty() && (heading.back() == ':' || heading.back() == ' ')) heading.pop_back();
  return heading;
}

bool ends_like_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || text.ends_with("./");
}

// The bold lead without the list mark that may be part of it.
std::string lead_without_mark(const std::string& lead, const ListMark& mark) {
  const std::optional<ListMark> own = leading_mark(lead);
  if (own && own->labels == mark.labels) return squeeze(lead.substr(own->byte_end));
  if (lead.find_first_not_of("0123456789.() ") == std::string::npos) return {};
  return lead;
}

std::optional<FoundHeading> lead_heading(const Paragraph& paragraph, const ListMark& mark,
                                         std::string_view text) {
  const std::string lead = lead_without_mark(paragraph.bold_lead, mark);
  if (lead.size() < kShortestLead || lead.size() > kLongestSetHeading || !text.starts_with(lead))
    return std::nullopt;
  const bool colon = lead.ends_with(':') || text.substr(lead.size()).starts_with(':') ||
                     text.substr(lead.size()).starts_with(" :");
  if (mark.kind == MarkKind::Bracket && !colon) return std::nullopt;
  return FoundHeading{without_colon(lead), true};
}

// "1. Kết quả triển khai Sổ sức khỏe điện tử: Đã tạo lập ..."
std::optional<FoundHeading> colon_heading(const ListMark& mark, std::string_view text) {
  if (mark.kind != MarkKind::Decimal) return std::nullopt;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon > kLongestRunIn) return std::nullopt;
  if (text.substr(0, colon).find_first_of(".;") != std::string_view::npos) return std::nullopt;
  return FoundHeading{without_colon(text.substr(0, colon)), true};
}

bool always_heads(MarkKind kind) { return kind <= MarkKind::Roman; }

// "Điều 1. Ban hành kèm theo Quyết định này ...": the article has no title, but begins with its text.
bool is_article_text(const ListMark& mark, std::string_view text) {
  return mark.kind == MarkKind::Article && text.size() > kLongestArticleTitle &&
         (ends_like_sentence(text) || text.ends_with(':') || text.find(". ") != std::string_view::npos);
}

std::optional<FoundHeading> heading_of(const Paragraph& paragraph, const ListMark& mark) {
  const std::string_view text = std::string_view(paragraph.text).substr(mark.byte_end);
  if (mark.kind >= MarkKind::SmallRoman || text.empty()) return std::nullopt;
  if (is_article_text(mark, text)) return std::nullopt;
  const bool set_apart = paragraph.heading_level > 0 || paragraph.all_bold;
  if ((set_apart || always_heads(mark.kind)) && text.size() <= kLongestSetHeading && !text.ends_with(";")) {
    return FoundHeading{without_colon(text), false};
  }
  if (std::optional<FoundHeading> lead = lead_heading(paragraph, mark, text)) return lead;
  const bool sentence_inside = text.find(". ") != std::string_view::npos;
  if (text.size() <= kLongestPlainHeading && !ends_like_sentence(text) && !sentence_inside &&
      (text.ends_with(':') || text.find(": ") == std::string_view::npos)) {
    return FoundHeading{without_colon(text), false};
  }
  return colon_heading(mark, text);
}

// One open part of the document.
struct Level {
  MarkKind kind;
  std::vector<std::string> labels;  // own labels, those of open outer decimals taken off
  std::string heading;
};

class Outliner {
 public:
  void add(const Paragraph& paragraph) {
    const std::optional<ListMark> mark = leading_mark(paragraph.text);
    if (mark && mark->kind != MarkKind::Bullet) {
      numbered(paragraph, *mark);
    } else if (!mark && paragraph.heading_level > 0) {
      unnumbered_heading(paragraph);
    } else {
      body(paragraph);
    }
  }

  Prose finish() {
    for (Section& section : prose_.sections) keep_leaf(section);
    return std::move(prose_);
  }

 private:
  // An article that is but one short sentence is no heading of nothing: it is text too.
  void keep_leaf(Section& section) const {
    const auto leaf = leaves_.find(section.path);
    if (leaf == leaves_.end() || !section.body.empty()) return;
    const bool has_parts =
        std::any_of(prose_.sections.begin(), prose_.sections.end(),
                    [&](const Section& other) { return other.path.starts_with(section.path + "."); });
    if (!has_parts) section.body.push_back(leaf->second);
  }

  void numbered(const Paragraph& paragraph, const ListMark& mark) {
    const std::optional<FoundHeading> heading = heading_of(paragraph, mark);
    close_until(mark);
    // Of articles the points are parts as well: they are cited as such.
    const bool point = mark.kind == MarkKind::SmallLetter && inside_article();
    const bool opens = heading || mark.kind <= MarkKind::Decimal || point;
    if (opens) {
      levels_.push_back({mark.kind, own_labels(mark), heading ? heading->text : ""});
      open_section();
      if (heading) prose_.outline.push_back({prose_.sections.back().path, heading->text});
    } else {
      ensure_section();
    }
    if (heading && mark.kind == MarkKind::Article) leaves_.emplace(prose_.sections.back().path, paragraph);
    const bool bare = mark.kind <= MarkKind::Section && mark.byte_end >= paragraph.text.size();
    if (!bare && (!heading || heading->run_in)) prose_.sections.back().body.push_back(paragraph);
  }

  void unnumbered_heading(const Paragraph& paragraph) {
    levels_.clear();
    levels_.push_back({MarkKind::Part, {"§" + std::to_string(++unnumbered_)}, without_colon(paragraph.text)});
    open_section();
    prose_.outline.push_back({prose_.sections.back().path, levels_.back().heading});
  }

  void body(const Paragraph& paragraph) {
    ensure_section();
    if (titles_part(paragraph)) return name_part(squeeze(paragraph.text));
    prose_.sections.back().body.push_back(paragraph);
  }

  [[nodiscard]] bool inside_article() const {
    return std::any_of(levels_.begin(), levels_.end(),
                       [](const Level& level) { return level.kind == MarkKind::Article; });
  }

  // "Chương I" and "PHỤ LỤC II" stand alone; what comes next in capitals or bold is their title.
  [[nodiscard]] bool titles_part(const Paragraph& paragraph) const {
    return !levels_.empty() && levels_.back().kind <= MarkKind::Section && levels_.back().heading.empty() &&
           !levels_.back().labels.front().starts_with("§") && prose_.sections.back().body.empty() &&
           paragraph.text.size() <= kLongestSetHeading &&
           (paragraph.all_bold || is_upper_case(paragraph.text)) && !paragraph.text.starts_with('(');
  }

  void name_part(const std::string& heading) {
    levels_.back().heading = heading;
    prose_.sections.back().heading.push_back(heading);
    prose_.outline.push_back({prose_.sections.back().path, heading});
  }

  // A mark closes the parts of its own and lower rank; "2.1." keeps "2." open.
  void close_until(const ListMark& mark) {
    while (!levels_.empty() && !encloses(levels_.back(), mark)) levels_.pop_back();
  }

  [[nodiscard]] bool encloses(const Level& level, const ListMark& mark) const {
    if (level.kind < mark.kind) return true;
    if (level.kind != MarkKind::Decimal || mark.kind != MarkKind::Decimal) return false;
    const std::vector<std::string> outer = full_decimal();
    return outer.size() < mark.labels.size() && std::equal(outer.begin(), outer.end(), mark.labels.begin());
  }

  // The labels of the decimals that are open, as one: {"2", "1"} under "2.1.".
  [[nodiscard]] std::vector<std::string> full_decimal() const {
    std::vector<std::string> labels;
    for (const Level& level : levels_) {
      if (level.kind == MarkKind::Decimal)
        labels.insert(labels.end(), level.labels.begin(), level.labels.end());
    }
    return labels;
  }

  [[nodiscard]] std::vector<std::string> own_labels(const ListMark& mark) const {
    if (mark.kind != MarkKind::Decimal) return mark.labels;
    const auto outer = static_cast<std::ptrdiff_t>(full_decimal().size());
    return {mark.labels.begin() + outer, mark.labels.end()};
  }

  void open_section() {
    Section section;
    for (const Level& level : levels_) {
      for (const std::string& label : level.labels) section.path += (section.path.empty() ? "" : ".") + label;
      if (!level.heading.empty()) section.heading.push_back(level.heading);
    }
    prose_.sections.push_back(std::move(section));
  }

  // After list items of a part closed by close_until() the text belongs to what is still open.
  void ensure_section() {
    if (prose_.sections.empty()) return open_section();
    Section probe = std::move(prose_.sections.back());
    prose_.sections.pop_back();
    open_section();
    if (prose_.sections.back().path == probe.path) {
      prose_.sections.back() = std::move(probe);
    } else {
      prose_.sections.insert(prose_.sections.end() - 1, std::move(probe));
    }
  }

  std::vector<Level> levels_;
  std::map<std::string, Paragraph> leaves_;  // articles with their headings, by path
  int unnumbered_ = 0;
  Prose prose_;
};

}  // namespace

Prose outline_of(const std::vector<Paragraph>& paragraphs) {
  Outliner outliner;
  for (const Paragraph& paragraph : paragraphs) outliner.add(paragraph);
  return outliner.finish();
}

}  // namespace giaidap
