#include "indexer/text/document_kinds.h"

#include <string>
#include <unordered_map>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using CitedByWord = std::unordered_map<std::string, Cited>;

const CitedByWord& abbreviations() {
  static const CitedByWord words = [] {
    CitedByWord map;
    for (const DocumentKind& kind : kDocumentKinds) {
      if (!kind.abbreviation.empty()) map.emplace(fold(kind.abbreviation), kind.cited);
    }
    return map;
  }();
  return words;
}

const CitedByWord& names() {
  static const CitedByWord words = [] {
    CitedByWord map;
    for (const DocumentKind& kind : kDocumentKinds) map.emplace(fold(kind.name), kind.cited);
    return map;
  }();
  return words;
}

}  // namespace

bool is_kind_abbreviation(std::string_view folded) { return abbreviations().count(std::string(folded)) != 0; }

std::optional<Cited> cited_of_kind(std::string_view folded) {
  const std::string word(folded);
  if (const auto name = names().find(word); name != names().end()) return name->second;
  if (const auto abbreviation = abbreviations().find(word); abbreviation != abbreviations().end()) {
    return abbreviation->second;
  }
  return std::nullopt;
}

}  // namespace giaidap
