// Words that a dispatch's header and signature are told by: kinds of documents, military ranks.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

class HeaderWords {
 public:
  // From corpus/vocabulary/document_kinds.tsv and ranks.tsv.
  static Result<HeaderWords> load(const std::filesystem::path& vocabulary_dir);

  // "BÁO CÁO" → "báo cáo": the kind that a heading line names, nothing else standing in it.
  [[nodiscard]] std::optional<std::string> kind_of_heading(std::string_view line) const;
  // "TB" → "thông báo": the kind that a part of a number stands for.
  [[nodiscard]] std::optional<std::string> kind_of_abbreviation(std::string_view part) const;
  // The rank that a signer's line begins with: "Thượng tá Trần Khắc Quang" → "Thượng tá"; empty without one.
  [[nodiscard]] std::string leading_rank(std::string_view line) const;

 private:
  std::vector<std::pair<std::string, std::string>> kinds_;          // folded name → name
  std::vector<std::pair<std::string, std::string>> abbreviations_;  // folded abbreviation → name
  std::vector<std::string> ranks_;                                  // longest first
};

}  // namespace giaidap
