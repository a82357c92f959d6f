#include "indexer/reader/legacy_text.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using Kind = LegacyText::Kind;

TEST(LegacyText, ToldByWhatReadsAsVietnamese) {
  struct Case {
    Kind kind;
    const char* written;
    const char* read;
  };
  for (const Case& c : std::initializer_list<Case>{
           {Kind::Tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc"},
           {Kind::Vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM Ñoäc laäp - Töï do - Haïnh phuùc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"},
           {Kind::Viqr,
            "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam, DDo^.c la^.p - Tu+. do - Ha.nh phu'c. Ca(n cu+' "
            "Lua^.t To^? chu+'c Chi'nh phu?.",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Căn cứ Luật Tổ chức Chính "
            "phủ."},
           {Kind::Windows1258, "CôòngÞ hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam, Ðôòc lâòp - Týò do - Haònh phuìc",
            nullptr},
           {Kind::None, "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc", nullptr},
           {Kind::None, "Thông báo n", nullptr},
           {Kind::None, "The quick brown fox jumps over the lazy dog; naïve café.", nullptr}}) {
    const LegacyText legacy(c.written);
    EXPECT_EQ(legacy.kind(), c.kind) << c.written;
    const std::string read = c.read == nullptr ? legacy.mend(c.written) : c.read;
    EXPECT_EQ(legacy.mend(c.written), read);
  }
}

TEST(LegacyText, PiecesAlreadyInUnicodeStay) {
  const LegacyText legacy("Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc");
  EXPECT_EQ(legacy.mend("Điều 1. Phạm vi"), "Điều 1. Phạm vi");
  EXPECT_EQ(legacy.mend("§iÒu 1"), "Điều 1");
}

}  // namespace
}  // namespace giaidap
