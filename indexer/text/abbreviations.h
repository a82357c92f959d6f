// Abbreviations both ways: "TTHC" ↔ "thủ tục hành chính". Some stand for several things ("TT": thông tư,
// thông tin, trung tâm ...); the caller chooses by context.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

struct Abbreviation {
  std::string short_form;  // "TTHC", "GD&ĐT", "ko"
  std::string expansion;   // "thủ tục hành chính"
};

// A piece of a text that the table knows, and what else it may be called.
struct OtherForm {
  std::size_t token_begin;
  std::size_t token_end;
  std::string text;
  bool exact_tones;  // false: the piece was typed without tones
};

class Abbreviations {
 public:
  // From abbreviations.tsv.
  static Result<Abbreviations> load(const std::filesystem::path& vocabulary_dir);

  // From pairs found elsewhere, as texts define them.
  static Abbreviations of(const std::vector<Abbreviation>& defined);

  // What an abbreviation may mean, whatever its case and tones: "dkks" → {"đăng ký khai sinh"}.
  [[nodiscard]] std::vector<std::string> expansions(std::string_view short_form) const;
  // How a phrase is abbreviated: "thủ tục hành chính" → {"TTHC"}.
  [[nodiscard]] std::vector<std::string> short_forms(std::string_view expansion) const;

  // Abbreviations in a text with their expansions; phrases in it with their abbreviations.
  [[nodiscard]] std::vector<OtherForm> expansions_in(const std::vector<Token>& text) const;
  [[nodiscard]] std::vector<OtherForm> short_forms_in(const std::vector<Token>& text) const;

  // Written as in the table, case and tones as there.
  [[nodiscard]] bool contains(std::string_view short_form) const;

  [[nodiscard]] const std::vector<Abbreviation>& all() const { return rows_; }

 private:
  void add(const Abbreviation& row);

  std::vector<Abbreviation> rows_;
  PhraseSet by_short_form_;  // to places in rows_
  PhraseSet by_expansion_;   // likewise
};

}  // namespace giaidap
