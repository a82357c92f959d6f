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
      const ByteRange sentence = sentence_of(entry.text, number);
      cite(number, {place, number.text, std::move(words),
                    entry.text.substr(sentence.byte_begin, sentence.byte_end - sentence.byte_begin)});
    }
    // Cited by the entry's other columns, or spelled in a way that its text alone does not show.
    for (const std::string& cited : entry.cites) {
      const std::string key = number_key(cited);
      if (leading_digits(key) != digits_ || !keys.insert(key).second) continue;
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

// The other number that all citations of this one surely mean; nullptr where they mean none or several.
// `targets`: by number, what it surely means.
const CitedNumber* meant_instead(const std::string& key, const std::vector<CitedNumber>& numbers,
                                 const std::vector<const CitedNumber*>& targets) {
  std::set<const CitedNumber*> meant;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i].key == key) meant.insert(targets[i]);
  return meant.size() == 1 ? *meant.begin() : nullptr;
}

// It may be one of those meant, but not surely.
bool stands_apart(const CitedNumber& one, const std::vector<const CitedNumber*>& meant) {
  if (std::find(meant.begin(), meant.end(), &one) != meant.end()) return false;
  const auto near = [](const CitedNumber& damaged, const CitedNumber& whole) {
    return may_mean(damaged, whole) && !is_of_other_kind(damaged, whole);
  };
  return std::any_of(meant.begin(), meant.end(), [&](const CitedNumber* other) {
    return near(one, *other) || near(*other, one);  // which of the two is damaged cannot be told
  });
}

}  // namespace

DocumentAsCited document_as_cited(std::string_view number, const std::vector<SearchHit>& entries,
                                  const Agencies& agencies) {
  DocumentAsCited document;
  document.number = number;
  std::string key = number_key(number);
  const std::vector<CitedNumber> numbers = gather(leading_digits(key), entries, agencies);
  std::vector<const CitedNumber*> targets;
  targets.reserve(numbers.size());
  for (const CitedNumber& one : numbers) targets.push_back(surely_means(one, numbers));
  if (const CitedNumber* other = meant_instead(key, numbers, targets)) {
    key = other->key;
    document.number = other->citations.front().spelling;
  }
  std::vector<const CitedNumber*> meant;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool itself = numbers[i].key == key;
    const bool joined = !itself && targets[i] != nullptr && targets[i]->key == key;
    if (itself || joined) meant.push_back(&numbers[i]);
    if (joined) add_spellings(document.joined, numbers[i]);
  }
  for (const CitedNumber& one : numbers)
    if (stands_apart(one, meant)) add_spellings(document.apart, one);
  tell(document, meant);
  return document;
}

}  // namespace giaidap
