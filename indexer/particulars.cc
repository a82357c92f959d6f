#include "indexer/particulars.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kLookBack = 48;  // bytes before a number that may say what it is

constexpr std::string_view kTelephone = "[số điện thoại]";
constexpr std::string_view kIdentity = "[số giấy tờ tùy thân]";
constexpr std::string_view kInsurance = "[số bảo hiểm]";
constexpr std::string_view kMail = "[thư điện tử]";

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return c < 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; }

// A run of digits, perhaps in groups: "0912 345 678", "024.3942.1234", "+84-912-345-678".
struct NumberRun {
  std::size_t begin = 0, end = 0;
  std::string digits;
  bool grouped = false;
  bool plus = false;
};

// The run that begins at `begin`, a digit or "+". Groups have three to four digits, as telephone numbers
// have; others are amounts with their thousands, or numbers side by side.
NumberRun run_at(std::string_view text, std::size_t begin) {
  NumberRun run{begin, begin, "", false, text[begin] == '+'};
  std::size_t at = begin + (run.plus ? 1 : 0);
  while (at < text.size()) {
    if (is_digit(text[at])) {
      run.digits += text[at++];
      run.end = at;
    } else if ((text[at] == ' ' || text[at] == '.' || text[at] == '-') && at > begin &&
               is_digit(text[at - 1]) && at + 2 < text.size() && is_digit(text[at + 1]) &&
               is_digit(text[at + 2]) && (run.plus || text[begin] == '0')) {
      run.grouped = true;
      ++at;
    } else {
      break;
    }
  }
  return run;
}

bool named_before(std::string_view text, std::size_t begin, std::initializer_list<std::string_view> words) {
  const std::size_t from = begin > kLookBack ? begin - kLookBack : 0;
  const std::string before = fold(normalize_text(text.substr(from, begin - from)));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

// Parts of document numbers, procedure codes, amounts and quantities are no particulars.
bool stands_alone(std::string_view text, const NumberRun& run) {
  if (run.begin > 0 && (is_word(text[run.begin - 1]) || text[run.begin - 1] == '/' ||
                        text[run.begin - 1] == '.' || text[run.begin - 1] == '-')) {
    return false;
  }
  if (run.end >= text.size()) return true;
  const char next = text[run.end];
  if (is_word(next) || next == '/' || next == '%') return false;
  const bool code =
      (next == '.' || next == '-' || next == ',') && run.end + 1 < text.size() && is_word(text[run.end + 1]);
  if (code) return false;
  const std::string after = fold(normalize_text(text.substr(run.end, 12)));
  return !after.starts_with(" dong") && !after.starts_with(" vnd") && !after.starts_with(" trieu");
}

std::optional<std::string_view> particular_at(std::string_view text, const NumberRun& run) {
  const std::size_t digits = run.digits.size();
  if (digits < 9 || digits > 12 || !stands_alone(text, run)) return std::nullopt;
  if (run.plus) return run.digits.starts_with("84") ? std::optional(kTelephone) : std::nullopt;
  if (named_before(text, run.begin, {"bao hiem", "bhxh", "bhyt", "bhtn"})) return kInsurance;
  if (named_before(text, run.begin,
                   {"ma so thue", "mst", "ho so", "bien lai", "hoa don", "pakn", "tai khoan"})) {
    return std::nullopt;
  }
  if (!run.grouped && (digits == 12 || digits == 9)) return kIdentity;
  if (run.digits.front() == '0' && (digits == 10 || digits == 11)) return kTelephone;
  if (named_before(text, run.begin, {"dien thoai", "sdt", "dt:", "di dong", "zalo"})) return kTelephone;
  return std::nullopt;
}

// "DN4797912345678": the number of a health insurance card.
bool is_card_number(std::string_view word) {
  return word.size() == 15 && std::isupper(static_cast<unsigned char>(word[0])) != 0 &&
         std::isupper(static_cast<unsigned char>(word[1])) != 0 &&
         std::all_of(word.begin() + 2, word.end(), is_digit);
}

bool is_mail_byte(char c) {
  return c >= 0 &&
         (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-' || c == '+');
}

// The address around the "@" at `at`, its begin and end; begin == end for none.
std::pair<std::size_t, std::size_t> mail_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_mail_byte(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && is_mail_byte(text[end])) ++end;
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::string_view domain = text.substr(at + 1, end - at - 1);
  const bool address = begin < at && domain.find('.') != std::string_view::npos;
  return address && !domain.ends_with("gov.vn") ? std::pair(begin, end) : std::pair(at, at);
}

std::string without_mail(std::string_view text) {
  std::string masked;
  std::size_t done = 0;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const auto [begin, end] = mail_around(text, at);
    if (begin == end || begin < done) continue;
    masked.append(text.substr(done, begin - done)).append(kMail);
    done = end;
    at = end - 1;
  }
  return masked.append(text.substr(done));
}

}  // namespace

std::string mask_particulars(std::string_view source) {
  const std::string text = without_mail(source);
  std::string masked;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts_word = at == 0 || !is_word(text[at - 1]);
    if (starts_word && std::isupper(static_cast<unsigned char>(text[at])) != 0) {
      std::size_t end = at;
      while (end < text.size() && is_word(text[end])) ++end;
      const std::string_view word = std::string_view(text).substr(at, end - at);
      masked += is_card_number(word) ? kInsurance : word;
      at = end;
    } else if (is_digit(text[at]) || (text[at] == '+' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      const NumberRun run = run_at(text, at);
      const std::optional<std::string_view> particular = particular_at(text, run);
      masked += particular ? *particular : std::string_view(text).substr(run.begin, run.end - run.begin);
      at = run.end;
    } else {
      masked += text[at++];
    }
  }
  return masked;
}

void mask_particulars(Entry& entry) {
  if (!entry.question || (entry.kind != EntryKind::Petition && entry.kind != EntryKind::Qa)) return;
  const std::string masked = mask_particulars(*entry.question);
  if (masked == *entry.question) return;
  const std::size_t at = entry.text.find(*entry.question);
  if (at != std::string::npos) entry.text.replace(at, entry.question->size(), masked);
  if (entry.kind == EntryKind::Petition) entry.text = mask_particulars(entry.text);
  entry.question = masked;
}

}  // namespace giaidap
