// Words that a dispatch's header and signature are told by: kinds of documents, bodies, offices, military
// ranks.
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
  // From corpus/vocabulary/document_kinds.tsv, header_words.tsv and ranks.tsv.
  static Result<HeaderWords> load(const std::filesystem::path& vocabulary_dir);

  // "BÁO CÁO" → "báo cáo": the kind that a heading line names, nothing else standing in it.
  [[nodiscard]] std::optional<std::string> kind_of_heading(std::string_view line) const;
  // "TB" → "thông báo": the kind that a part of a number stands for.
  [[nodiscard]] std::optional<std::string> kind_of_abbreviation(std::string_view part) const;
  // The rank or degree that a signer's line begins with: "Thượng tá Trần Khắc Quang" → "Thượng tá",
  // "PGS.TS. Lê An" → "PGS.TS."; empty without one.
  [[nodiscard]] std::string leading_rank(std::string_view line) const;
  // The line begins as the name of a body does ("SỞ Y TẾ").
  [[nodiscard]] bool begins_body(std::string_view line) const;
  // The line begins as an office does ("KT. CHỦ TỊCH", "HIỆU TRƯỞNG TRƯỜNG ...").
  [[nodiscard]] bool begins_office(std::string_view line) const;
  // A stamp that stands in a head but is no part of it: "HỎA TỐC", "DỰ THẢO LẦN 2".
  [[nodiscard]] bool is_mark(std::string_view line) const;
  // The line begins with a family name: in capitals it may be a signer's ("NGUYỄN VĂN AN").
  [[nodiscard]] bool begins_person(std::string_view line) const;
  // The line begins as the grounds of a document do ("Căn cứ Luật ...").
  [[nodiscard]] bool begins_preamble(std::string_view line) const;

 private:
  void add_kind(const std::string& name, const std::string& abbreviations);
  std::vector<std::string>* list_of(const std::string& role);  // nullptr for a role that has none

  std::vector<std::pair<std::string, std::string>> kinds_;          // folded name → name
  std::vector<std::pair<std::string, std::string>> abbreviations_;  // folded abbreviation → name
  std::vector<std::string> bodies_, offices_, preambles_, marks_,
      family_names_;                // folded words, a blank after them
  std::vector<std::string> ranks_;  // longest first
};

}  // namespace giaidap
