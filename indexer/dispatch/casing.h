// Letterheads and titles are set in capitals; how their words are written otherwise is told by the document's
// own running text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader/block.h"

namespace giaidap {

class Casing {
 public:
  // Learns from the lines and cells that are not in capitals.
  explicit Casing(const std::vector<Block>& blocks);

  // "TRƯỜNG ĐẠI HỌC KIẾN TRÚC ĐÀ NẴNG" → "Trường Đại học Kiến trúc Đà Nẵng". Each word as the text writes it
  // beside the same neighbours; words that the text does not know become small, but for the first letter of
  // all. A text that is not in capitals comes back as it is.
  [[nodiscard]] std::string restore(const std::string& text) const;

 private:
  using Forms = std::map<std::string, int>;  // how a word was written, how often
  void learn(std::string_view text);
  [[nodiscard]] const std::string* form_of(const std::string& before, const std::string& word,
                                           const std::string& after) const;

  std::map<std::pair<std::string, std::string>, Forms> after_;   // by the word before
  std::map<std::pair<std::string, std::string>, Forms> before_;  // by the word behind
  std::map<std::string, Forms> alone_;
};

}  // namespace giaidap
