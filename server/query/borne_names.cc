#include "server/query/borne_names.h"

#include <algorithm>
#include <cstdint>

namespace giaidap {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

CodedText with_names(const CodedText& text, std::span<const WordCode> names) {
  CodedText result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto words = text.sentence(i);
    result.words.insert(result.words.end(), words.begin(), words.end());
    result.words.insert(result.words.end(), names.begin(), names.end());
    result.ends.push_back(static_cast<std::uint32_t>(result.words.size()));
  }
  return result;
}

}  // namespace

std::vector<Token> borne_names(const std::vector<std::string>& petitioners, const std::string& dispatch_id,
                               const Interpretation& asked) {
  std::string names;
  for (const std::string& petitioner : petitioners) {
    if (contains(asked.places, petitioner) || contains(asked.agencies, petitioner))
      names += petitioner + "\n";
  }
  for (const IssuedDispatch& dispatch : asked.dispatches) {
    if (dispatch.id == dispatch_id) names += dispatch.issuer + "\n";
  }
  return tokenize(names);
}

AnalysedText with_names(AnalysedText text, const std::vector<Token>& names) {
  for (auto& words : text.words) words.insert(words.end(), names.begin(), names.end());
  return text;
}

CodedEntry with_names(const CodedEntry& entry, std::span<const WordCode> names) {
  CodedEntry result = entry;
  result.text = with_names(entry.text, names);
  result.question = with_names(entry.question, names);
  return result;
}

}  // namespace giaidap
