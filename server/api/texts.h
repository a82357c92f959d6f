// Words of the interface in one language, and how that language writes numbers and dates.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

// Immutable after loading; safe to share by threads.
class Texts {
 public:
  // One for each language of texts.tsv, in the order of its columns: the first is the site's own. The
  // column's name is the language's code; a cell left empty takes the first language's text. Error for a key
  // told twice.
  static Result<std::vector<Texts>> load(const std::filesystem::path& web_dir);

  // "vi", "en"
  [[nodiscard]] const std::string& language() const { return language_; }

  // By key, "kind.qa" → "Đã trả lời". The key itself where the table has none, so that the gap is seen.
  [[nodiscard]] std::string operator[](const std::string& key) const;
  [[nodiscard]] bool has(const std::string& key) const { return by_key_.contains(key); }

  // 1234 → "1.234" or "1,234".
  [[nodiscard]] std::string number(std::uint64_t number) const;
  // With one digit after the decimal mark: 12.25 → "12,3" or "12.3".
  [[nodiscard]] std::string decimal(double number) const;
  // "17 kết quả": the text of "KEY.one" or "KEY.many" with {n} filled in.
  [[nodiscard]] std::string counted(const std::string& key, std::uint64_t count) const;
  // "2023-08-25" → "25/8/2023" or "25 August 2023"; anything that is no ISO date comes back as it is.
  [[nodiscard]] std::string date(std::string_view iso_date) const;

 private:
  std::string language_;
  std::map<std::string, std::string> by_key_;
};

// The text with each "{name}" replaced by its value.
std::string filled(std::string text, const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace giaidap
