#include "indexer/dispatch/cites.h"

#include <set>

#include "indexer/text/numbers.h"

namespace giaidap {

std::vector<std::string> cited_numbers(std::string_view text) {
  std::vector<std::string> numbers;
  std::set<std::string> keys;
  for (const DocumentNumber& number : find_document_numbers(text)) {
    if (keys.insert(number.key).second) numbers.push_back(number.text);
  }
  return numbers;
}

}  // namespace giaidap
