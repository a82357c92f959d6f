// Vietnamese in the encodings of the years before Unicode. Their texts come as bytes, or inside Word, PDF and
// web pages as Western letters that only an old font shows as Vietnamese: "Céng hßa x· héi" for "Cộng hòa xã
// hội".
#pragma once

#include <string>
#include <string_view>

namespace giaidap {

class LegacyText {
 public:
  enum class Kind { None, Tcvn3, Vni, Viqr, Windows1258 };

  LegacyText() = default;
  // Tells by a longer sample (UTF-8) how the text is written: the way of reading it that yields Vietnamese
  // syllables. None for text that is well as it is, and for too little text.
  explicit LegacyText(std::string_view sample);

  [[nodiscard]] Kind kind() const { return kind_; }
  // "TCVN3 (ABC)"; empty for None.
  [[nodiscard]] std::string_view name() const;

  // The text in Unicode. A piece that holds other letters already is left alone: it is Unicode within an old
  // document. Capitals with tones come small in TCVN3, whose fonts alone know them.
  [[nodiscard]] std::string mend(std::string_view text) const;

 private:
  Kind kind_ = Kind::None;
};

}  // namespace giaidap
