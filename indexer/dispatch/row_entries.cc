#include "indexer/dispatch/row_entries.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "indexer/base/split.h"
#include "indexer/dispatch/cites.h"
#include "indexer/dispatch/lines.h"
#include "indexer/text/normalize.h"
#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// Where an answer names its speaker: within this many bytes of its start, so that "Bộ Y tế đã báo cáo" and
// "Hiện nay, Bộ Tư pháp đang chỉ đạo" count and an agency mentioned further on does not.
constexpr std::uint32_t kSpeakerWithin = 40;

// The parts that are there, one a line.
std::string in_lines(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
  }
  return text;
}

std::optional<std::string> optional_text(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// "TRÌNH" → "Trình"
std::string with_small_rest(const std::string& word) {
  std::size_t first = 1;
  while (first < word.size() && (static_cast<unsigned char>(word[first]) & 0xC0U) == 0x80U) ++first;
  return word.substr(0, first) + lower(word.substr(first));
}

// Groups are set in capitals: all but the first letter and known abbreviations become small.
std::string sentence_case(const std::string& title, const Vocabulary& vocabulary) {
  if (!is_upper_case(title)) return title;
  std::string text;
  for (const Token& token : tokenize(title)) {
    const std::size_t gap = text.size();
    text += title.substr(gap, token.byte_begin - gap);
    const std::string word = title.substr(token.byte_begin, token.byte_end - token.byte_begin);
    const bool first = token.byte_begin == 0;
    text += !vocabulary.abbreviations.expansions(word).empty() ? word
            : first                                            ? with_small_rest(word)
                                                               : lower(word);
  }
  return text + title.substr(text.size());
}

class RowReader {
 public:
  RowReader(const RowTable& table, const RowContext& context, std::vector<Finding>& findings)
      : table_(table), context_(context), findings_(findings) {}

  std::vector<Entry> read() {
    std::vector<Entry> entries;
    for (const Row& row : table_.rows) {
      Entry entry = common(row);
      if (table_.kind == TableKind::Qa) qa(row, entry);
      if (table_.kind == TableKind::Petition) petition(row, entry);
      if (table_.kind == TableKind::Task) task(row, entry);
      entry.cites = cited_numbers(entry.text);
      if (entry.topic.empty()) entry.topic = context_.vocabulary.classify_topic(entry.text);
      entries.push_back(std::move(entry));
    }
    return entries;
  }

 private:
  [[nodiscard]] Entry common(const Row& row) const {
    Entry entry;
    entry.dispatch_id = context_.dispatch_id;
    entry.item = row.item();
    entry.name = context_.dispatch_id + "#" + entry.item;
    entry.heading = context_.heading;
    for (const RowGroup& group : row.groups)
      entry.heading.push_back(sentence_case(group.title, context_.vocabulary));
    entry.place = row.place;
    return entry;
  }

  void report(const Row& row, const std::string& message) {
    findings_.push_back({row.place.file + ":" + std::to_string(row.place.line.value_or(0)),
                         "Mục " + row.item() + ": " + message});
  }

  void qa(const Row& row, Entry& entry) {
    entry.kind = EntryKind::Qa;
    entry.status = EntryStatus::Answered;
    entry.question = optional_text(row.text(ColumnRole::Question));
    entry.answer = optional_text(row.text(ColumnRole::Answer));
    entry.text = in_lines({entry.question.value_or(""), entry.answer.value_or("")});
    entry.agencies = context_.agencies.in_cell(row.text(ColumnRole::Agency));
    entry.petitioners = context_.agencies.in_cell(row.text(ColumnRole::Petitioner));
    entry.topic = row.text(ColumnRole::Topic);
    if (!row.groups.empty()) {
      const std::string& title = row.groups.back().title;
      entry.topic =
          context_.vocabulary.topic_of_title(title).value_or(sentence_case(title, context_.vocabulary));
    }
    if (!entry.question) report(row, "không có nội dung câu hỏi.");
    if (!entry.answer) report(row, "không có nội dung trả lời trong văn bản.");
    if (entry.agencies.empty()) infer_agency(row, entry);
  }

  // The table lost its column: the answer's own words may say who speaks.
  void infer_agency(const Row& row, Entry& entry) {
    const std::string cell = row.text(ColumnRole::Agency);
    const std::string cause =
        cell.empty() ? "không có cột cơ quan trả lời" : "không nhận ra cơ quan \"" + cell + "\"";
    for (const AgencyMention& mention : context_.agencies.mentions(entry.answer.value_or(""))) {
      if (mention.byte_begin > kSpeakerWithin) break;
      entry.agencies = {mention.name};
      return report(row, cause + "; lấy theo lời của câu trả lời: " + mention.name + ".");
    }
    report(row, cause + "; để trống.");
  }

  // "Đề nghị Bộ Công an, Bộ Y tế sớm ...": the agencies right behind the word that asks.
  [[nodiscard]] std::vector<std::string> asked_in(const std::string& text) const {
    std::vector<std::string> asked;
    std::size_t end = 0;
    for (const AgencyMention& mention : context_.agencies.mentions(text)) {
      const std::string between = fold(squeeze(std::string_view(text).substr(end, mention.byte_begin - end)));
      const bool listed = !asked.empty() && (between == "," || between == ";" || between == "va");
      if (!asked.empty() && !listed) break;
      if (listed || asks(between)) asked.push_back(mention.name);
      end = mention.byte_end;
    }
    return asked;
  }

  static bool asks(const std::string& before) {
    static constexpr std::array<std::string_view, 5> kAsking{"de nghi", "kien nghi", "kien nghi voi",
                                                             "de xuat", "de xuat voi"};
    return std::any_of(kAsking.begin(), kAsking.end(),
                       [&](std::string_view words) { return before.ends_with(words); });
  }

  void petition(const Row& row, Entry& entry) {
    entry.kind = EntryKind::Petition;
    entry.status = EntryStatus::Open;
    entry.question = optional_text(row.text(ColumnRole::Question));
    entry.text = entry.question.value_or("");
    entry.petitioners = context_.agencies.in_cell(row.text(ColumnRole::Petitioner));
    entry.agencies = context_.agencies.in_cell(row.text(ColumnRole::Agency));
    if (entry.agencies.empty() && !row.groups.empty())
      entry.agencies = context_.agencies.in_cell(row.groups.back().title);
    if (entry.agencies.empty()) entry.agencies = asked_in(entry.text);
    if (!entry.question) report(row, "không có nội dung kiến nghị.");
    if (entry.petitioners.empty()) report(row, "không nhận ra cơ quan kiến nghị.");
    if (entry.agencies.empty()) report(row, "không rõ kiến nghị gửi cơ quan nào.");
  }

  void task(const Row& row, Entry& entry) {
    entry.kind = EntryKind::Task;
    entry.status = EntryStatus::Open;
    const ColumnRole role = row.cells.contains(ColumnRole::Task) ? ColumnRole::Task : ColumnRole::Question;
    entry.question = optional_text(row.text(role));
    entry.basis = optional_text(row.text(ColumnRole::Basis));
    entry.deadline = optional_text(row.text(ColumnRole::Deadline));
    entry.result = optional_text(row.text(ColumnRole::Result));
    const std::string units = row.text(ColumnRole::Unit);
    for (const std::string_view line : split(units, '\n')) {
      for (std::string& name : context_.agencies.in_cell(line)) {
        if (std::find(entry.agencies.begin(), entry.agencies.end(), name) == entry.agencies.end()) {
          entry.agencies.push_back(std::move(name));
        }
      }
    }
    entry.text =
        in_lines({entry.question.value_or(""), entry.basis.value_or(""), units, entry.deadline.value_or(""),
                  entry.result.value_or(""), row.text(ColumnRole::Other)});
    if (!entry.question) report(row, "không có nội dung nhiệm vụ.");
    if (!entry.deadline) report(row, "không ghi thời hạn.");
    if (entry.agencies.empty()) report(row, "không nhận ra đơn vị thực hiện: \"" + units + "\".");
  }

  const RowTable& table_;
  const RowContext& context_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::vector<Entry> entries_of(const RowTable& table, const RowContext& context,
                              std::vector<Finding>& findings) {
  check_numbering(table, findings);
  return RowReader(table, context, findings).read();
}

}  // namespace giaidap
