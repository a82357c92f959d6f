#include "indexer/dispatch/read.h"

#include <utility>

#include "indexer/dispatch/casing.h"
#include "indexer/dispatch/closing.h"
#include "indexer/dispatch/content.h"
#include "indexer/dispatch/header.h"
#include "indexer/dispatch/issuer.h"
#include "indexer/dispatch/layout.h"
#include "indexer/dispatch/pair_counts.h"
#include "indexer/dispatch/segments.h"
#include "indexer/text/dates.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kPassingBlocks = 6;  // before the close, where a law says when it was passed

std::vector<Block> slice(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  return {blocks.begin() + static_cast<std::ptrdiff_t>(begin),
          blocks.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::string text_of(const std::vector<Block>& lines) {
  std::string text;
  for (const Block& line : lines) {
    if (line.kind == BlockKind::Line) text += (text.empty() ? "" : "\n") + strip_footnote_marks(line.text);
  }
  return text;
}

// The kind that the heading or the number names ("BC"), else a letter, which has a subject below its number
// and no heading.
std::optional<std::string> kind_of(const Header& header, const HeaderWords& words) {
  if (header.number && header.kind) {
    const std::size_t consolidated = fold(*header.number).find("/vbhn");
    if (consolidated != std::string::npos) return words.kind_of_abbreviation("VBHN");
  }
  if (header.kind) return header.kind;
  if (header.has_subject) return "công văn";
  if (header.number) {
    const std::size_t slash = header.number->rfind('/');
    const std::string signature = slash == std::string::npos ? "" : header.number->substr(slash + 1);
    if (const auto kind = words.kind_of_abbreviation(signature.substr(0, signature.find('-')))) return kind;
  }
  if (header.title || !header.addressed_to.empty()) return "công văn";
  return std::nullopt;
}

// Reads one dispatch of a file.
class DispatchReader {
 public:
  DispatchReader(const std::string& file, std::size_t place_in_file, const std::vector<Block>& blocks,
                 const ReadingTables& tables, const PairCounts& pairs, std::vector<Finding>& findings)
      : blocks_(blocks), tables_(tables), pairs_(pairs), findings_(findings) {
    header_ = read_header(blocks, tables.agencies, tables.header_words, Casing(blocks));
    closing_ = read_closing(blocks, header_.end, tables.header_words);
    fill(file, place_in_file);
  }

  ReadDispatch read() {
    PassageContext passages{result_.dispatch.id, tables_.agencies, tables_.vocabulary, {}};
    passage(text_of(slice(blocks_, 0, header_.end)), "Phần đầu văn bản", first_place(), passages);
    ContentReader content(tables_, pairs_, passages, result_, findings_);
    content.read(slice(blocks_, header_.end, closing_.begin));
    passage(closing_.recipients, "Nơi nhận", closing_.recipients_place, passages);
    passage(closing_.signature_text, "Người ký", closing_.signature_place, passages);
    content.read(slice(blocks_, closing_.end, blocks_.size()));
    return std::move(result_);
  }

 private:
  void fill(const std::string& file, std::size_t place_in_file) {
    Dispatch& dispatch = result_.dispatch;
    dispatch.number = header_.number;
    const std::string by_file = file + "~" + std::to_string(place_in_file);
    dispatch.id = header_.is_annex ? by_file : header_.number.value_or(by_file);
    dispatch.date = header_.date ? header_.date : date_of_passing();
    dispatch.place = header_.place;
    dispatch.kind = kind_of(header_, tables_.header_words);
    dispatch.title = header_.title;
    dispatch.addressed_to = header_.addressed_to;
    dispatch.signer = closing_.signer;
    dispatch.issuer = issuer_of(header_, closing_, blocks_, tables_.agencies);
    dispatch.file = file;
    report_missing();
  }

  // Laws bear no date in their head: "Luật này được Quốc hội ... thông qua ngày 10 tháng 12 năm 2025."
  [[nodiscard]] std::optional<std::string> date_of_passing() const {
    const bool law = header_.kind == "luật" || header_.kind == "bộ luật" || header_.kind == "pháp lệnh" ||
                     header_.kind == "nghị quyết";
    if (!law || header_.is_annex) return std::nullopt;
    for (std::size_t back = 1; back <= kPassingBlocks && back <= closing_.begin; ++back) {
      const std::string& text = blocks_[closing_.begin - back].text;
      const std::size_t passed = text.find("thông qua ngày");
      if (passed != std::string::npos) return find_date(std::string_view(text).substr(passed));
    }
    return std::nullopt;
  }

  void report_missing() {
    const auto missing = [&](bool known, const char* what) {
      if (!known)
        findings_.push_back({place_text(), std::string("Văn bản ") + result_.dispatch.id + ": " + what});
    };
    missing(result_.dispatch.number.has_value(), "không đọc được số hiệu; đặt tên theo tệp.");
    missing(result_.dispatch.date.has_value(), "không đọc được ngày ban hành.");
    missing(result_.dispatch.issuer.has_value(), "không rõ cơ quan ban hành.");
    missing(header_.is_annex || !result_.dispatch.signer.name.empty(), "không đọc được người ký.");
  }

  [[nodiscard]] Place first_place() const { return blocks_.empty() ? Place{} : blocks_.front().place; }
  [[nodiscard]] std::string place_text() const {
    const Place place = first_place();
    return place.file + ":" + std::to_string(place.line.value_or(1));
  }

  void passage(const std::string& text, const char* heading, const Place& place, PassageContext& context) {
    for (const std::string& piece : cut_at_sentences(text, kMaxPassageCharacters)) {
      result_.entries.push_back(make_passage("", {heading}, piece, place, context));
    }
  }

  const std::vector<Block>& blocks_;
  const ReadingTables& tables_;
  const PairCounts& pairs_;
  std::vector<Finding>& findings_;
  Header header_;
  Closing closing_;
  ReadDispatch result_;
};

}  // namespace

Result<ReadingTables> ReadingTables::load(const std::filesystem::path& vocabulary_dir) {
  Result<Agencies> agencies = Agencies::load(vocabulary_dir);
  if (!agencies) return agencies.error();
  Result<Vocabulary> vocabulary = Vocabulary::load(vocabulary_dir);
  if (!vocabulary) return vocabulary.error();
  Result<ColumnWords> columns = ColumnWords::load(vocabulary_dir);
  if (!columns) return columns.error();
  Result<HeaderWords> header_words = HeaderWords::load(vocabulary_dir);
  if (!header_words) return header_words.error();
  return ReadingTables{std::move(agencies).value(), std::move(vocabulary).value(), std::move(columns).value(),
                       std::move(header_words).value()};
}

FileReading read_dispatches(const std::string& file, FileBlocks read, const ReadingTables& tables) {
  const PairCounts pairs(read.blocks);
  FileReading reading;
  for (const std::string& remark : read.remarks) reading.findings.push_back({file, remark});
  std::size_t place_in_file = 0;
  std::vector<Block> unfolded = unfold_layout(std::move(read.blocks), tables.header_words);
  for (const std::vector<Block>& dispatch : split_dispatches(std::move(unfolded), tables.agencies)) {
    DispatchReader reader(file, ++place_in_file, dispatch, tables, pairs, reading.findings);
    reading.dispatches.push_back(reader.read());
  }
  return reading;
}

}  // namespace giaidap
