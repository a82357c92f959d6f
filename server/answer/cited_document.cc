#include "server/answer/cited_document.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/text/digits.h"
#include "indexer/text/numbers.h"
#include "indexer/text/tokens.h"
#include "server/answer/citation_words.h"
#include "server/answer/damaged_numbers.h"

namespace giaidap {
namespace {

std::string digits_of(std::string_view key) {
  return std::string(key.substr(0, std::min(key.find_first_not_of("0123456789"), key.size())));
}

std::string sentence_around(const std::string& text, const DocumentNumber& number) {
  for (const ByteRange& range : sentences(text)) {
    if (range.byte_begin <= number.byte_begin && number.byte_begin < range.byte_end)
      return text.substr(range.byte_begin, range.byte_end - range.byte_begin);
  }
  return text;
}

// Numbers with their citations. Those without a signature are told apart by the kind before them: "Chỉ thị
// 05" is not "Nghị định 05".
class Gathering {
 public:
  Gathering(std::string_view digits, const Agencies& agencies) : digits_(digits), agencies_(agencies) {}

  void add(std::size_t place, const Entry& entry) {
    std::set<std::string> keys;
    for (const DocumentNumber& number : find_document_numbers(entry.text)) {
      if (number.digits != digits_) continue;
      keys.insert(number.key);
      CitationWords words = citation_words(entry.text, number, agencies_);
      cite(number, {place, number.text, std::move(words), sentence_around(entry.text, number)});
    }
    // Cited by the entry's other columns, or spelled in a way that its text alone does not show.
    for (const std::string& cited : entry.cites) {
      const std::string key = number_key(cited);
      if (digits_of(key) != digits_ || !keys.insert(key).second) continue;
      const std::vector<DocumentNumber> parsed = find_document_numbers(cited);
      CitedNumber& number = found_[key];
      number.key = key;
      if (!parsed.empty()) number.signature = parsed.front().signature;
      number.citations.push_back({place, cited, {}, ""});
    }
  }

  std::map<std::string, CitedNumber> found() && { return std::move(found_); }

 private:
  void cite(const DocumentNumber& number, Citation citation) {
    CitedNumber& cited = found_[number.key + (number.signature.empty() ? ' ' + citation.words.kind : "")];
    cited.key = number.key;
    cited.year = number.year;
    cited.signature = number.signature;
    cited.citations.push_back(std::move(citation));
  }

  std::string_view digits_;
  const Agencies& agencies_;
  std::map<std::string, CitedNumber> found_;
};

// All numbers of these digits.
std::vector<CitedNumber> gather(std::string_view digits, const std::vector<SearchHit>& entries,
                                const Agencies& agencies) {
  Gathering gathering(digits, agencies);
  for (std::size_t i = 0; i < entries.size(); ++i) gathering.add(i, entries[i].entry);
  std::vector<CitedNumber> numbers;
  for (auto& [name, number] : std::move(gathering).found()) numbers.push_back(std::move(number));
  return numbers;
}

// The commonest first; those equally common in order of their first place.
std::vector<std::string> by_count(const std::vector<std::string>& values) {
  std::vector<std::string> distinct;
  for (const std::string& value : values) {
    if (!value.empty() && std::find(distinct.begin(), distinct.end(), value) == distinct.end())
      distinct.push_back(value);
  }
  const auto count = [&](const std::string& value) {
    return std::count(values.begin(), values.end(), value);
  };
  std::stable_sort(distinct.begin(), distinct.end(),
                   [&](const std::string& a, const std::string& b) { return count(a) > count(b); });
  return distinct;
}

std::string first_of(const std::vector<std::string>& values) { return values.empty() ? "" : values.front(); }

std::size_t told(const CitationWords& words) {
  return (words.name.empty() ? 0U : 4U) + (words.date.empty() ? 0U : 2U) + (words.issuer.empty() ? 0U : 1U);
}

// All about one number from its citations; to `number` belong the spellings as cited.
void tell(DocumentAsCited& document, const std::vector<const CitedNumber*>& meant) {
  std::vector<std::string> kinds;
  std::vector<std::string> dates;
  std::vector<std::string> issuers;
  std::vector<std::string> names;
  std::vector<std::string> spellings;
  std::set<std::size_t> places;
  const Citation* best = nullptr;
  for (const CitedNumber* number : meant) {
    for (const Citation& citation : number->citations) {
      kinds.push_back(citation.words.kind);
      dates.push_back(citation.words.date);
      issuers.push_back(citation.words.issuer);
      names.push_back(citation.words.name);
      spellings.push_back(citation.spelling);
      places.insert(citation.entry);
      if (best == nullptr || told(citation.words) > told(best->words)) best = &citation;
    }
  }
  document.kind = first_of(by_count(kinds));
  document.dates = by_count(dates);
  document.date = first_of(document.dates);
  document.issuer = first_of(by_count(issuers));
  document.name = first_of(by_count(names));
  document.spellings = by_count(spellings);
  document.citing.assign(places.begin(), places.end());
  if (best != nullptr) document.description = best->sentence;
}

void add_spellings(std::vector<std::string>& list, const CitedNumber& number) {
  for (const Citation& citation : number.citations) {
    if (std::find(list.begin(), list.end(), citation.spelling) == list.end())
      list.push_back(citation.spelling);
  }
}

}  // namespace

DocumentAsCited document_as_cited(std::string_view number, const std::vector<SearchHit>& entries,
                                  const Agencies& agencies) {
  DocumentAsCited document;
  document.number = number;
  std::string key = number_key(number);
  const std::string digits = digits_of(key);
  const std::vector<CitedNumber> numbers = gather(digits, entries, agencies);
  std::vector<const CitedNumber*> targets;
  targets.reserve(numbers.size());
  for (const CitedNumber& one : numbers) targets.push_back(surely_means(one, numbers));

  // Where all citations of the number asked for surely mean one other, that is the document.
  std::set<const CitedNumber*> meant_by_asked;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].key == key) meant_by_asked.insert(targets[i]);
  }
  if (meant_by_asked.size() == 1 && *meant_by_asked.begin() != nullptr) {
    key = (*meant_by_asked.begin())->key;
    document.number = (*meant_by_asked.begin())->citations.front().spelling;
  }
  std::vector<const CitedNumber*> meant;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool itself = numbers[i].key == key;
    const bool joined = !itself && targets[i] != nullptr && targets[i]->key == key;
    if (itself || joined) meant.push_back(&numbers[i]);
    if (joined) add_spellings(document.joined, numbers[i]);
  }
  for (const CitedNumber& one : numbers) {
    if (std::find(meant.begin(), meant.end(), &one) != meant.end()) continue;
    const bool near = std::any_of(meant.begin(), meant.end(), [&](const CitedNumber* other) {
      return (may_mean(one, *other) && !is_of_other_kind(one, *other)) ||
             (may_mean(*other, one) && !is_of_other_kind(*other, one));
    });
    if (near) add_spellings(document.apart, one);
  }
  tell(document, meant);
  return document;
}

}  // namespace giaidap
