// The words of a name and what stands between them. "và" and "&" are no words: they join like a comma or a
// dash, so that "Bộ TT&TT" and "Bộ TT-TT", "Kế hoạch và Đầu tư" and "Kế hoạch - Đầu tư" are the same words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace giaidap {

// What stands before a word, the strongest of it. White space of any kind, line breaks too, is Space: cells
// break lines inside names.
enum class Gap { Space, Joiner, Semicolon, Opens, Stop };  // nothing | , - / & | ; | : ( | . ? ! ) and others

struct NameWord {
  std::string toned;
  std::string folded;
  Gap gap;  // of the first word: Stop
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

std::vector<NameWord> name_words(std::string_view text);

// True where `typed` may stand for `meant`: the same tones, or typed without any.
bool tone_fits(const std::string& typed_toned, const std::string& typed_folded,
               const std::string& meant_toned);

}  // namespace giaidap
