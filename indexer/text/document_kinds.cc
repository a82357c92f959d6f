#include "indexer/text/document_kinds.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using CitedByWord = std::unordered_map<std::string, Cited>;

const CitedByWord& abbreviations() {
  static const CitedByWord kWords = [] {
    CitedByWord map;
    for (const DocumentKind& kind : kDocumentKinds) {
      if (!kind.abbreviation.empty()) map.emplace(fold(kind.abbreviation), kind.cited);
    }
    return map;
  }();
  return kWords;
}

void add_english(CitedByWord& map, const DocumentKind& kind) {
  std::string_view rest = kind.english;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    map.emplace(rest.substr(0, end), kind.cited);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

const CitedByWord& names() {
  static const CitedByWord kWords = [] {
    CitedByWord map;
    for (const DocumentKind& kind : kDocumentKinds) {
      map.emplace(fold(kind.name), kind.cited);
      add_english(map, kind);
    }
    return map;
  }();
  return kWords;
}

}  // namespace

bool is_kind_abbreviation(std::string_view folded) { return abbreviations().contains(std::string(folded)); }

std::optional<Cited> cited_of_kind(std::string_view folded) {
  const std::string word(folded);
  if (const auto name = names().find(word); name != names().end()) return name->second;
  if (const auto abbreviation = abbreviations().find(word); abbreviation != abbreviations().end()) {
    return abbreviation->second;
  }
  return std::nullopt;
}

}  // namespace giaidap
