#include "server/api/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "indexer/base/file.h"

namespace giaidap {
namespace {

std::string without_zeros(std::string_view digits) {
  const std::size_t begin = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(begin));
}

}  // namespace

std::string filled(std::string text, const std::vector<std::pair<std::string_view, std::string>>& values) {
  for (const auto& [name, value] : values) {
    const std::string place = '{' + std::string(name) + '}';
    for (std::size_t at = text.find(place); at != std::string::npos;
         at = text.find(place, at + value.size())) {
      text.replace(at, place.size(), value);
    }
  }
  return text;
}

Result<std::vector<Texts>> Texts::load(const std::filesystem::path& web_dir) {
  const std::filesystem::path path = web_dir / "texts.tsv";
  const Result<Table> table = read_table(path);
  if (!table) return table.error();
  std::vector<Texts> languages;
  for (std::size_t column = 1; column < table.value().columns.size(); ++column) {
    Texts texts;
    texts.language_ = table.value().columns[column];
    for (const std::vector<std::string>& row : table.value().rows) {
      const std::string& text = row[column].empty() ? row[1] : row[column];
      if (!texts.by_key_.emplace(row[0], text).second) {
        return Error{ErrorCode::BadInput, "tells twice what " + row[0] + " is", path.string()};
      }
    }
    languages.push_back(std::move(texts));
  }
  if (languages.empty()) return Error{ErrorCode::BadInput, "names no language", path.string()};
  return languages;
}

std::string Texts::operator[](const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? key : found->second;
}

std::string Texts::number(std::uint64_t number) const {
  std::string digits = std::to_string(number);
  const std::string mark = (*this)["number.thousands"];
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, mark);
  return digits;
}

std::string Texts::decimal(double number) const {
  const auto tenths = static_cast<std::uint64_t>(std::llround(std::max(number, 0.0) * 10));
  return this->number(tenths / 10) + (*this)["number.decimal"] + std::to_string(tenths % 10);
}

std::string Texts::counted(const std::string& key, std::uint64_t count) const {
  return filled((*this)[key + (count == 1 ? ".one" : ".many")], {{"n", number(count)}});
}

std::string Texts::date(std::string_view iso_date) const {
  if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::string(iso_date);
  return filled((*this)["date.form"], {{"day", without_zeros(iso_date.substr(8, 2))},
                                       {"month", (*this)["month." + without_zeros(iso_date.substr(5, 2))]},
                                       {"year", std::string(iso_date.substr(0, 4))}});
}

}  // namespace giaidap
