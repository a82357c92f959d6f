#include "indexer/text/name_words.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

// The words with what stands before each: "," joins, ";" parts, ":" opens, "." ends, nothing for a space.
std::string shown(const char* text) {
  std::string out;
  for (const NameWord& word : name_words(text)) {
    if (!out.empty())
      out += word.gap == Gap::Joiner      ? ", "
             : word.gap == Gap::Semicolon ? "; "
             : word.gap == Gap::Opens     ? ": "
             : word.gap == Gap::Stop      ? ". "
                                          : " ";
    out += word.toned;
  }
  return out;
}

TEST(NameWords, WordsAndWhatStandsBetween) {
  struct Case {
    const char* text;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Bộ TT&TT", "bộ tt, tt", "an ampersand joins"},
      {"Kế hoạch và Đầu tư", "kế hoạch, đầu tư", "và joins and is no word"},
      {"bo tai chinh va bo y te", "bo tai chinh, bo y te", "also without tones"},
      {"Lao động – Thương binh", "lao động, thương binh", "a long dash"},
      {"UBND các tỉnh: Đà \nNẵng;\n Long An", "ubnd các tỉnh: đà nẵng; long an", "line breaks are spaces"},
      {"UBND TP. Hồ Chí Minh", "ubnd tp hồ chí minh", "a dot that abbreviates a rank"},
      {"tỉnh Yên Bái. Bộ Y tế", "tỉnh yên bái. bộ y tế", "a dot that ends a sentence"},
      {"C06 (Bộ Công an) và A05", "c06: bộ công an. a05", "the strongest sign counts"},
      {" và ", "", "nothing"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text << ": " << c.why;
}

TEST(NameWords, TonesMayBeLeftOut) {
  EXPECT_TRUE(tone_fits("tế", "te", "tế"));
  EXPECT_TRUE(tone_fits("te", "te", "tế"));
  EXPECT_FALSE(tone_fits("tể", "te", "tế"));
  EXPECT_FALSE(tone_fits("tế", "te", "te")) << "tones that the name lacks";
}

}  // namespace
}  // namespace giaidap
