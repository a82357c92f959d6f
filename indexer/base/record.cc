#include "indexer/base/record.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace giaidap {
namespace {

enum class OptionalText : std::uint8_t { None, Own, PartOfText };

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out_ += static_cast<char>(0x80U | (value & 0x7FU));
    out_ += static_cast<char>(value);
  }

  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }

  void list(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
  }

  void optional_text(const std::optional<std::string>& value, std::string_view whole) {
    if (!value) return number(static_cast<std::uint64_t>(OptionalText::None));
    const std::size_t at = whole.find(*value);
    if (at == std::string_view::npos) {
      number(static_cast<std::uint64_t>(OptionalText::Own));
      return text(*value);
    }
    number(static_cast<std::uint64_t>(OptionalText::PartOfText));
    number(at);
    number(value->size());
  }

  void optional_number(const std::optional<int>& value) {
    number(value && *value >= 0 ? static_cast<std::uint64_t>(*value) + 1 : 0);
  }

  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

// Yields empty values once the record has proved unreadable.
class Reader {
 public:
  explicit Reader(std::string_view record) : left_(record) {}

  [[nodiscard]] bool is_complete() const { return readable_ && left_.empty(); }
  [[nodiscard]] bool is_readable() const { return readable_; }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      if (left_.empty()) break;
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    readable_ = false;
    return 0;
  }

  std::string text() {
    const std::uint64_t size = number();  // before left_ is looked at: compilers order arguments as they like
    return std::string(part_of(left_, 0, size, true));
  }

  void skip_text() {
    const std::uint64_t size = number();
    part_of(left_, 0, size, true);
  }

  std::vector<std::string> list() {
    std::vector<std::string> values;
    for (std::uint64_t count = number(); count > 0 && readable_; --count) values.push_back(text());
    return values;
  }

  std::optional<std::string> optional_text(std::string_view whole) {
    switch (number()) {
      case static_cast<std::uint64_t>(OptionalText::None):
        return std::nullopt;
      case static_cast<std::uint64_t>(OptionalText::Own):
        return text();
      case static_cast<std::uint64_t>(OptionalText::PartOfText): {
        const std::uint64_t at = number();
        return std::string(part_of(whole, at, number(), false));
      }
      default:
        readable_ = false;
        return std::nullopt;
    }
  }

  std::optional<int> optional_number() {
    const std::uint64_t value = number();
    if (value == 0 || value > INT32_MAX) return std::nullopt;
    return static_cast<int>(value - 1);
  }

  template <typename Enum>
  Enum one_of(Enum last) {
    const std::uint64_t value = number();
    readable_ = readable_ && value <= static_cast<std::uint64_t>(last);
    return readable_ ? static_cast<Enum>(value) : last;
  }

 private:
  std::string_view part_of(std::string_view whole, std::uint64_t at, std::uint64_t size, bool taken) {
    readable_ = readable_ && at <= whole.size() && size <= whole.size() - at;
    if (!readable_) return {};
    const std::string_view part = whole.substr(at, size);
    if (taken) left_.remove_prefix(size);
    return part;
  }

  std::string_view left_;
  bool readable_ = true;
};

Error unreadable() { return {ErrorCode::Internal, "a stored entry is not readable", "entry"}; }

}  // namespace

std::string entry_record(const Entry& entry) {
  Writer out;
  out.number(static_cast<std::uint64_t>(entry.kind));
  out.number(static_cast<std::uint64_t>(entry.status));
  for (const std::string* text : {&entry.text, &entry.name, &entry.dispatch_id, &entry.item, &entry.title,
                                  &entry.topic, &entry.place.file})
    out.text(*text);
  for (const auto* list : {&entry.heading, &entry.agencies, &entry.petitioners, &entry.cites})
    out.list(*list);
  for (const auto* text : {&entry.question, &entry.answer, &entry.deadline, &entry.basis, &entry.result})
    out.optional_text(*text, entry.text);
  out.optional_number(entry.place.page);
  out.optional_number(entry.place.line);
  return std::move(out).take();
}

Result<Entry> entry_from_record(std::string_view record) {
  Reader in(record);
  Entry entry;
  entry.kind = in.one_of(EntryKind::Passage);
  entry.status = in.one_of(EntryStatus::None);
  for (std::string* text : {&entry.text, &entry.name, &entry.dispatch_id, &entry.item, &entry.title,
                            &entry.topic, &entry.place.file})
    *text = in.text();
  for (auto* list : {&entry.heading, &entry.agencies, &entry.petitioners, &entry.cites}) *list = in.list();
  for (auto* text : {&entry.question, &entry.answer, &entry.deadline, &entry.basis, &entry.result})
    *text = in.optional_text(entry.text);
  entry.place.page = in.optional_number();
  entry.place.line = in.optional_number();
  if (!in.is_complete()) return unreadable();
  return entry;
}

Result<std::string> item_from_record(std::string_view record) {
  Reader in(record);
  in.one_of(EntryKind::Passage);
  in.one_of(EntryStatus::None);
  constexpr int kTextsBefore = 3;  // text, name, dispatch_id
  for (int i = 0; i < kTextsBefore; ++i) in.skip_text();
  std::string item = in.text();
  if (!in.is_readable()) return unreadable();
  return item;
}

}  // namespace giaidap
