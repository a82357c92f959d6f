#include "server/query/keystrokes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::size_t kLongestKeys = 12;  // "nghieengf" has nine

// Combining marks; the syllable is composed by normalize_text().
constexpr std::string_view kCircumflex = "\u0302";
constexpr std::string_view kBreve = "\u0306";
constexpr std::string_view kHorn = "\u031B";

// One letter of the syllable being written, with the mark on it.
struct Letter {
  char base = 0;
  std::string_view mark;
  bool stroke = false;  // đ
};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

class Syllable {
 public:
  void add(char base) { letters_.push_back({base, {}, false}); }

  [[nodiscard]] bool has_vowel() const {
    return std::any_of(letters_.begin(), letters_.end(), [](const Letter& l) { return is_vowel(l.base); });
  }

  // Puts a mark on the last letter among `bases` that has none.
  bool mark_last(std::string_view bases, std::string_view mark) {
    for (auto letter = letters_.rbegin(); letter != letters_.rend(); ++letter) {
      if (bases.find(letter->base) == std::string_view::npos || !letter->mark.empty()) continue;
      letter->mark = mark;
      return true;
    }
    return false;
  }

  // "uo" takes the horn on both letters, else the last u or o.
  bool horn() {
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      if (letters_[i].base == 'u' && letters_[i + 1].base == 'o' && letters_[i + 1].mark.empty()) {
        letters_[i].mark = letters_[i + 1].mark = kHorn;
        return true;
      }
    }
    return mark_last("uo", kHorn);
  }

  bool stroke() {
    for (Letter& letter : letters_) {
      if (letter.base != 'd' || letter.stroke) continue;
      return letter.stroke = true;
    }
    return false;
  }

  [[nodiscard]] std::string compose(std::string_view tone) const {
    std::string text;
    std::size_t last_vowel = letters_.size();
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (is_vowel(letters_[i].base)) last_vowel = i;
    }
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      text += letters_[i].stroke ? std::string("đ") : std::string(1, letters_[i].base);
      text += letters_[i].mark;
      if (i == last_vowel) text += tone;
    }
    return canonical_syllable(normalize_text(text));
  }

 private:
  std::vector<Letter> letters_;
};

using ToneKeys = std::array<std::pair<char, std::string_view>, 5>;
constexpr ToneKeys kTelexTones{
    {{'s', "\u0301"}, {'f', "\u0300"}, {'r', "\u0309"}, {'x', "\u0303"}, {'j', "\u0323"}}};
constexpr ToneKeys kVniTones{
    {{'1', "\u0301"}, {'2', "\u0300"}, {'3', "\u0309"}, {'4', "\u0303"}, {'5', "\u0323"}}};

std::optional<std::string_view> tone_of(const ToneKeys& keys, char key) {
  const auto* const found =
      std::find_if(keys.begin(), keys.end(), [&](const auto& tone) { return tone.first == key; });
  return found == keys.end() ? std::nullopt : std::optional(found->second);
}

// Keeps what both methods share: the syllable so far, its tone, whether any key was more than a letter.
struct Written {
  Syllable syllable;
  std::string_view tone;
  bool changed = false;

  [[nodiscard]] std::optional<std::string> finish() const {
    if (!changed) return std::nullopt;
    std::string text = syllable.compose(tone);
    return is_syllable(text) ? std::optional(std::move(text)) : std::nullopt;
  }
};

// Telex: a doubled a, e, o or d marks the letter typed before, w is breve or horn.
bool telex_mark(Written& written, char key) {
  switch (key) {
    case 'a':
    case 'e':
    case 'o':
      return written.syllable.mark_last(std::string(1, key), kCircumflex);
    case 'w':
      return written.syllable.horn() || written.syllable.mark_last("a", kBreve);
    case 'd':
      return written.syllable.stroke();
    default:
      return false;
  }
}

std::optional<std::string> telex(std::string_view keys) {
  Written written;
  for (const char key : keys) {
    const std::optional<std::string_view> tone = tone_of(kTelexTones, key);
    if (tone && written.syllable.has_vowel()) {
      written.tone = *tone;
      written.changed = true;
    } else if (telex_mark(written, key)) {
      written.changed = true;
    } else {
      written.syllable.add(key);
    }
  }
  return written.finish();
}

// VNI: digits after the letters; 6 circumflex, 7 horn, 8 breve, 9 stroke.
bool vni_mark(Written& written, char key) {
  switch (key) {
    case '6':
      return written.syllable.mark_last("aeo", kCircumflex);
    case '7':
      return written.syllable.horn();
    case '8':
      return written.syllable.mark_last("a", kBreve);
    case '9':
      return written.syllable.stroke();
    default:
      return false;
  }
}

std::optional<std::string> vni(std::string_view keys) {
  Written written;
  for (const char key : keys) {
    if (key >= 'a' && key <= 'z') {
      written.syllable.add(key);
    } else if (const auto tone = tone_of(kVniTones, key); tone && written.syllable.has_vowel()) {
      written.tone = *tone;
      written.changed = true;
    } else if (vni_mark(written, key)) {
      written.changed = true;
    } else {
      return std::nullopt;
    }
  }
  return written.finish();
}

}  // namespace

std::vector<std::string> syllables_of_keys(std::string_view keys) {
  std::vector<std::string> found;
  if (keys.size() < 2 || keys.size() > kLongestKeys) return found;
  const std::string small = lower(keys);
  for (auto* const method : {&telex, &vni}) {
    std::optional<std::string> written = method(small);
    if (written && *written != small) found.push_back(std::move(*written));
  }
  return found;
}

}  // namespace giaidap
