#include "tests/e2e/measures.h"

#include <spdlog/fmt/fmt.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <regex>
#include <set>
#include <stdexcept>

namespace giaidap::e2e {
namespace {

using nlohmann::json;

constexpr std::size_t kRanks = 10;
constexpr int kHitGrade = 2;
constexpr std::size_t kLongestPassage = 4000;  // characters

icu::UnicodeString composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString result = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("no normaliser");
  return result;
}

// Lower case, without tags, footnote and Markdown marks, white space as single blanks.
std::string plain(const std::string& text) {
  static const std::regex kTag("<[^>]{1,40}>");
  static const std::regex kSpace(R"([ \t\r\n\f\v]+)");
  std::string marked;
  const icu::UnicodeString source = composed(std::regex_replace(text, kTag, " "));
  icu::UnicodeString kept;
  for (int i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    const bool superscript = c == 0x2070 || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
                             (c >= 0x2074 && c <= 0x2079) || c == 0x207D || c == 0x207E;
    const bool mark = c == '*' || c == '_' || c == '\\';
    if (superscript || mark) continue;
    kept.append(c == 0xA0 ? static_cast<UChar32>(' ') : c);
  }
  kept.toLower(icu::Locale::getRoot()).toUTF8String(marked);
  marked = std::regex_replace(marked, kSpace, " ");
  const std::size_t first = marked.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return marked.substr(first, marked.find_last_not_of(' ') - first + 1);
}

std::string text_of(const json& object, const char* field) {
  return object.contains(field) && object[field].is_string() ? object[field].get<std::string>() : "";
}

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_hit(const json& result, const Gold& gold) {
  if (!gold.entry.empty()) return composed(text_of(result, "entry")) == composed(gold.entry);
  if (!gold.dispatch.is_null() && result["dispatch"]["number"] != gold.dispatch) return false;
  const std::string text = plain(text_of(result, "question") + " " + text_of(result, "text"));
  return characters(text) <= kLongestPassage && text.find(plain(gold.contains)) != std::string::npos;
}

double discounted_gain(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < grades.size() && i < kRanks; ++i) {
    sum += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

JudgedQuery judged_query(const json& line) {
  JudgedQuery query{line.at("id"), line.at("query"), line.at("form"), {}};
  for (const json& item : line.at("gold")) {
    query.gold.push_back({item.value("entry", ""), item.value("dispatch", json()), item.value("contains", ""),
                          item.value("grade", 3)});
  }
  return query;
}

}  // namespace

std::vector<JudgedQuery> read_judged_queries(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<JudgedQuery> queries;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) queries.push_back(judged_query(json::parse(line)));
  }
  return queries;
}

int grade_of(const json& result, const std::vector<Gold>& gold) {
  int best = 0;
  for (const Gold& item : gold) {
    if (item.grade > best && is_hit(result, item)) best = item.grade;
  }
  return best;
}

void Measures::add(const Measures& other) {
  queries += other.queries;
  success += other.success;
  reciprocal += other.reciprocal;
  gain += other.gain;
}

Measures Measures::mean() const {
  const double count = std::max(queries, 1);
  return {queries, success / count, reciprocal / count, gain / count};
}

Measures judge(const JudgedQuery& query, const json& results) {
  std::vector<int> grades;
  std::set<std::string> seen;  // a result that comes twice counts once
  for (const json& result : results) {
    const bool fresh = seen.insert(text_of(result, "entry")).second;
    grades.push_back(fresh ? grade_of(result, query.gold) : 0);
  }
  grades.resize(std::min(grades.size(), kRanks));
  std::vector<int> ideal;
  ideal.reserve(query.gold.size());
  for (const Gold& item : query.gold) ideal.push_back(item.grade);
  std::sort(ideal.rbegin(), ideal.rend());

  Measures measures{1, 0, 0, std::min(1.0, discounted_gain(grades) / discounted_gain(ideal))};
  const auto first = std::find_if(grades.begin(), grades.end(), [](int grade) { return grade >= kHitGrade; });
  if (first != grades.end()) measures.reciprocal = 1.0 / static_cast<double>(first - grades.begin() + 1);
  measures.success = first == grades.begin() && !grades.empty() ? 1 : 0;
  return measures;
}

std::string table(const std::map<std::string, Measures>& by_form) {
  std::string lines = fmt::format("{:20}{:>5}{:>8}{:>8}{:>8}\n", "form", "n", "S@1", "MRR", "nDCG");
  Measures all;
  const auto line = [](const std::string& form, const Measures& sums) {
    const Measures mean = sums.mean();
    return fmt::format("{:20}{:5}{:8.3f}{:8.3f}{:8.3f}\n", form, mean.queries, mean.success, mean.reciprocal,
                       mean.gain);
  };
  for (const auto& [form, sums] : by_form) {
    lines += line(form, sums);
    all.add(sums);
  }
  return lines + line("all", all);
}

}  // namespace giaidap::e2e
