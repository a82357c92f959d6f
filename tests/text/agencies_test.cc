#include "indexer/text/agencies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace giaidap {
namespace {

using testing::ElementsAreArray;

const Agencies& agencies() {
  static const Result<Agencies> loaded = Agencies::load("corpus/vocabulary");
  if (!loaded) ADD_FAILURE() << loaded.error().place << ": " << loaded.error().message;
  return loaded.value();
}

std::vector<std::string> names_in(const std::vector<AgencyMention>& mentions) {
  std::vector<std::string> names;
  names.reserve(mentions.size());
  for (const AgencyMention& mention : mentions) names.push_back(mention.name);
  return names;
}

TEST(Agencies, EverySpellingLeadsToItsOwnName) {
  std::set<std::string> names;
  for (const Agency& agency : agencies().all()) {
    EXPECT_TRUE(names.insert(agency.name).second) << agency.name << " stands twice";
    EXPECT_EQ(agencies().canonical(agency.name), agency.name);
    for (const std::string& spelling : agency.spellings)
      EXPECT_EQ(agencies().canonical(spelling), agency.name) << spelling;
    if (agency.parent.empty()) continue;
    EXPECT_NE(agencies().find(agency.parent), nullptr) << agency.parent;
  }
}

TEST(Agencies, KnowsTheProvincesOfThen) {
  int provinces = 0;
  for (const Agency& agency : agencies().all()) provinces += agency.kind == "province" ? 1 : 0;
  EXPECT_EQ(provinces, 64) << "63 of before July 2025 and thành phố Huế";
}

struct CanonicalCase {
  const char* input;
  const char* expected;  // nullptr: unknown
  const char* why;
};

TEST(Agencies, Canonical) {
  const CanonicalCase cases[] = {
      {"BHXH VIỆT NAM", "Bảo hiểm xã hội Việt Nam", "upper case, abbreviated in part"},
      {"Bảo hiểm Xã hội Việt Nam", "Bảo hiểm xã hội Việt Nam", "case of one word"},
      {"btttt", "Bộ Thông tin và Truyền thông", "lower case abbreviation"},
      {"Bộ TT&TT", "Bộ Thông tin và Truyền thông", "& for và"},
      {"BỘ TT - TT", "Bộ Thông tin và Truyền thông", "a dash for và"},
      {"Bộ Thông tin truyền thông", "Bộ Thông tin và Truyền thông", "và left out"},
      {"bo thong tin va truyen thong", "Bộ Thông tin và Truyền thông", "no tones at all"},
      {"Bộ Lao động, Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội", "a comma for the dash"},
      {"Bộ Lao động Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội", "no dash"},
      {"Bộ LĐTB&XH", "Bộ Lao động - Thương binh và Xã hội", "usual abbreviation"},
      {"Bộ Văn hóa - Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch", "a dash for the comma"},
      {"Bộ Kế hoạch - Đầu tư", "Bộ Kế hoạch và Đầu tư", "a dash for và"},
      {"BKHĐT", "Bộ Kế hoạch và Đầu tư", "signature as a name"},
      {"bkhdt", "Bộ Kế hoạch và Đầu tư", "đ typed as d"},
      {"Bộ công thương", "Bộ Công Thương", "case"},
      {"VĂN PHÒNG\nCHÍNH PHỦ", "Văn phòng Chính phủ", "a line break in the name"},
      {"VPCP", "Văn phòng Chính phủ", "abbreviation"},
      {"Ngân hàng nhà nước", "Ngân hàng Nhà nước Việt Nam", "without Việt Nam"},
      {"Cục C06", "Cục Cảnh sát quản lý hành chính về trật tự xã hội", "code of a department"},
      {"Toà án nhân dân tối cao", "Tòa án nhân dân tối cao", "tone placed otherwise"},
      {"UBND TP. Hồ Chí Minh", "UBND thành phố Hồ Chí Minh", "rank abbreviated"},
      {"UBND\nTp. Hồ Chí Minh", "UBND thành phố Hồ Chí Minh", "as dispatch 3193 breaks it"},
      {"Ủy ban nhân dân tỉnh Bắc Ninh", "UBND tỉnh Bắc Ninh", "written out"},
      {"UBND Đà Nẵng", "UBND thành phố Đà Nẵng", "without its rank"},
      {"UBND tỉnh Thừa Thiên - Huế", "UBND tỉnh Thừa Thiên Huế", "dash inside"},
      {"UBND tỉnh Hoà Bình", "UBND tỉnh Hòa Bình", "tone placed otherwise"},
      {"Tổ Công tác Đề án 06/CP", "Tổ công tác triển khai Đề án 06 của Chính phủ", "the Government's"},
      {"TCTTKĐA", "Tổ công tác triển khai Đề án 06", "any level's"},
      {"Bộ, ngành, địa phương", "Các bộ, ngành, địa phương", "one collective body"},
      {"Bộ Tư pháp và Bộ Công an", nullptr, "two agencies"},
      {"Quảng Trị", nullptr, "a province is no agency here"},
      {"các bộ, Công an", nullptr, "the comma parts two names"},
      {"cán bộ hộ tịch", nullptr, "no agency"},
      {"", nullptr, "nothing"},
  };
  for (const CanonicalCase& c : cases) {
    const auto found = agencies().canonical(c.input);
    EXPECT_EQ(found.value_or("(unknown)"), c.expected == nullptr ? "(unknown)" : c.expected)
        << c.input << ": " << c.why;
  }
}

struct CellCase {
  const char* cell;
  std::vector<std::string> expected;
  const char* why;
};

TEST(Agencies, InCell) {
  const CellCase cases[] = {
      {"BỘ TÀI CHÍNH VÀ BỘ KẾ HOẠCH & ĐẦU TƯ", {"Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"}, "và and & apart"},
      {"BỘ TƯ PHÁP; BHXH VIỆT NAM", {"Bộ Tư pháp", "Bảo hiểm xã hội Việt Nam"}, "semicolon"},
      {"BỘ GIAO THÔNG VẬN TẢI; BỘ TÀI CHÍNH; BỘ KẾ HOẠCH VÀ ĐẦU TƯ",
       {"Bộ Giao thông vận tải", "Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"},
       "three"},
      {"BỘ THÔNG TIN VÀ TRUYỀN THÔNG; BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
       {"Bộ Thông tin và Truyền thông", "Bộ Lao động - Thương binh và Xã hội"},
       "a dash inside a name"},
      {"Bộ Công an, Tòa án nhân dân tối cao", {"Bộ Công an", "Tòa án nhân dân tối cao"}, "comma"},
      {"Bộ Công an, Bộ Quốc phòng, Bộ Tư pháp", {"Bộ Công an", "Bộ Quốc phòng", "Bộ Tư pháp"}, "commas"},
      {"02 bộ, ngành: Tư pháp, Y tế, Lao động - Thương binh và Xã hội",
       {"Bộ Tư pháp", "Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội"},
       "bare names after a head with a count"},
      {"Các bộ, ngành, địa phương phối hợp Văn phòng Chính phủ, Bộ Công an",
       {"Các bộ, ngành, địa phương", "Văn phòng Chính phủ", "Bộ Công an"},
       "a head without members is a body itself"},
      {"Bộ, ngành, địa phương", {"Các bộ, ngành, địa phương"}, "without các"},
      {"Bộ Công an đồng chủ trì, Bộ Tư pháp phối hợp Bộ Thông tin và Truyền thông và UBND các địa phương",
       {"Bộ Công an", "Bộ Tư pháp", "Bộ Thông tin và Truyền thông", "UBND các địa phương"},
       "verbs between names"},
      {"UBND các tỉnh/thành phố phối hợp Bộ Tài chính",
       {"UBND các tỉnh, thành phố", "Bộ Tài chính"},
       "a slash in the head"},
      {"Bộ Y tế phối hợp Bộ công an", {"Bộ Y tế", "Bộ Công an"}, "case"},
      {"Bộ Tài chính chủ trì phối hợp Bộ Thông tin và Truyền thông, VPCP",
       {"Bộ Tài chính", "Bộ Thông tin và Truyền thông", "Văn phòng Chính phủ"},
       "abbreviation last"},
      {"Bộ Giáo dục và \nĐào tạo", {"Bộ Giáo dục và Đào tạo"}, "line break inside"},
      {"Ngân hàng Nhà \nnước", {"Ngân hàng Nhà nước Việt Nam"}, "line break inside"},
      {"UBND các tỉnh: Đà \nNẵng, Đắk Nông, \nLai Châu, Quảng \n\nTrị, Tây Ninh",
       {"UBND thành phố Đà Nẵng", "UBND tỉnh Đắk Nông", "UBND tỉnh Lai Châu", "UBND tỉnh Quảng Trị",
        "UBND tỉnh Tây Ninh"},
       "a city among the provinces, breaks inside names"},
      {"UBND các tỉnh \n\nTây Ninh, Cần Thơ, \nQuảng Ninh",
       {"UBND tỉnh Tây Ninh", "UBND thành phố Cần Thơ", "UBND tỉnh Quảng Ninh"},
       "no colon"},
      {"- Bộ Y tế;\n\n- UBND các tỉnh \nĐiện Biên, Lai Châu",
       {"Bộ Y tế", "UBND tỉnh Điện Biên", "UBND tỉnh Lai Châu"},
       "list marks"},
      {"Bộ Y tế; UBND các \ntỉnh, thành phố:\n\nĐà Nẵng, Long An, \nPhú Thọ, Quảng Trị, \nĐiện Biên, Lai "
       "Châu",
       {"Bộ Y tế", "UBND thành phố Đà Nẵng", "UBND tỉnh Long An", "UBND tỉnh Phú Thọ", "UBND tỉnh Quảng Trị",
        "UBND tỉnh Điện Biên", "UBND tỉnh Lai Châu"},
       "ministry and provinces"},
      {"UBND các tỉnh, \nthành phố: Đà Nẵng; \n Cao Bằng, Đồng \nNai, Hà Giang, Lạng \nSơn",
       {"UBND thành phố Đà Nẵng", "UBND tỉnh Cao Bằng", "UBND tỉnh Đồng Nai", "UBND tỉnh Hà Giang",
        "UBND tỉnh Lạng Sơn"},
       "a semicolon in the list"},
      {"UBND các tỉnh:\nThanh Hòa, Sơn \n\nLa", {"UBND tỉnh Thanh Hóa", "UBND tỉnh Sơn La"}, "a tone off"},
      {"UBND các tỉnh: Bình Thaận, Sơn La", {"UBND tỉnh Bình Thuận", "UBND tỉnh Sơn La"}, "a letter off"},
      {"Quảng Trị", {"UBND tỉnh Quảng Trị"}, "a bare province"},
      {"UBND TP \nHải Phòng", {"UBND thành phố Hải Phòng"}, "rank abbreviated"},
      {"UBND TP\nCần Thơ", {"UBND thành phố Cần Thơ"}, "rank abbreviated"},
      {"UBND\nTP. Hồ Chí Minh", {"UBND thành phố Hồ Chí Minh"}, "dot after the rank"},
      {"Bộ Tư pháp, Bộ Tư pháp", {"Bộ Tư pháp"}, "each once"},
      {"UBND thị xã Đông Hòa", {"UBND cấp huyện"}, "district level is one kind, not a province"},
      {"Lộ trình Đề án", {}, "no agency"},
      {"Tháng 6/2023", {}, "no agency"},
      {"", {}, "nothing"},
  };
  for (const CellCase& c : cases)
    EXPECT_THAT(agencies().in_cell(c.cell), ElementsAreArray(c.expected)) << c.cell << ": " << c.why;
}

TEST(Agencies, Mentions) {
  const CellCase cases[] = {
      {"- Bộ Kế hoạch và Đầu tư đã ban hành Văn bản số 933/BKHĐT-QPAN",
       {"Bộ Kế hoạch và Đầu tư"},
       "not in the number"},
      {"tại Công văn số 1760/CATP-PC06 ngày 09/4/2024 gửi Cục C06",
       {"Cục Cảnh sát quản lý hành chính về trật tự xã hội"},
       "not in the number"},
      {"các bộ, ngành, địa phương xây dựng khung kiến trúc", {}, "a verb after a head"},
      {"Các Bộ, ngành Kế hoạch và Đầu tư, Tài chính, Xây dựng, Khoa học và Công nghệ khẩn trương",
       {"Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", "Bộ Xây dựng", "Bộ Khoa học và Công nghệ"},
       "a list after a head without a colon"},
      {"Bộ trưởng các Bộ: Công an, Quốc phòng, \n\nTài nguyên và Môi trường, Kế hoạch và Đầu tư;",
       {"Bộ Công an", "Bộ Quốc phòng", "Bộ Tài nguyên và Môi trường", "Bộ Kế hoạch và Đầu tư"},
       "bare names after a head"},
      {"08 bộ, ngành (Bộ Lao động Thương binh và Xã hội, Liên đoàn Thương mại và Công nghiệp Việt Nam, Bộ "
       "Công thương) khẩn trương",
       {"Bộ Lao động - Thương binh và Xã hội", "Liên đoàn Thương mại và Công nghiệp Việt Nam",
        "Bộ Công Thương"},
       "full names after a head"},
      {"các bộ, ngành, địa phương nâng cao hạ tầng", {}, "a collective body is no mention"},
      {"trình độ cán bộ y tế cấp xã", {}, "cán bộ is a word"},
      {"đồng bộ tài chính", {}, "đồng bộ is a word"},
      {"khám tại cơ sở y tế công lập", {}, "cơ sở is a word"},
      {"kiến trúc Chính phủ điện tử", {}, "no body"},
      {"Phó Thủ tướng Chính phủ Trần Lưu Quang", {}, "another than the Prime Minister"},
      {"Đề nghị Cục C06 – Bộ Công an có giải pháp",
       {"Cục Cảnh sát quản lý hành chính về trật tự xã hội", "Bộ Công an"},
       "department and ministry"},
      {"UBND các tỉnh Lào Cai, Yên Bái đề nghị Bộ Y tế",
       {"UBND tỉnh Lào Cai", "UBND tỉnh Yên Bái", "Bộ Y tế"},
       "provinces after a head"},
      {"bo cong an tra loi the nao", {"Bộ Công an"}, "a query without tones"},
      {"bộ tài chỉnh", {}, "other tones do not fit in running text"},
  };
  for (const CellCase& c : cases)
    EXPECT_THAT(names_in(agencies().mentions(c.cell)), ElementsAreArray(c.expected))
        << c.cell << ": " << c.why;
}

TEST(Agencies, MentionsTellTheirPlace) {
  const std::string text = "Đề nghị Bộ TT&TT hướng dẫn";
  const std::vector<AgencyMention> found = agencies().mentions(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].byte_begin, found[0].byte_end - found[0].byte_begin), "Bộ TT&TT");
}

TEST(Agencies, Places) {
  struct Case {
    const char* text;
    std::vector<std::string> committees;
    bool sure;
    const char* why;
  };
  const Case cases[] = {
      {"tỉnh phú yên", {"UBND tỉnh Phú Yên"}, true, "lower case"},
      {"TPHCM kiến nghị gì", {"UBND thành phố Hồ Chí Minh"}, true, "abbreviation"},
      {"tinh dien bien", {"UBND tỉnh Điện Biên"}, true, "its rank makes it sure"},
      {"dien bien phuc tap", {"UBND tỉnh Điện Biên"}, false, "may be diễn biến"},
      {"diễn biến phức tạp", {}, false, "other tones"},
      {"Huế và Thừa Thiên Huế", {"UBND thành phố Huế", "UBND tỉnh Thừa Thiên Huế"}, true, "longest first"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> committees;
    for (const PlaceMention& place : agencies().places(c.text)) {
      committees.push_back(place.committee);
      EXPECT_EQ(place.sure, c.sure) << c.text << ": " << c.why;
    }
    EXPECT_THAT(committees, ElementsAreArray(c.committees)) << c.text << ": " << c.why;
  }
}

TEST(Agencies, IssuerOfSignature) {
  const CanonicalCase cases[] = {
      {"BTTTT-THH", "Bộ Thông tin và Truyền thông", "ministry first"},
      {"NĐ-CP", "Chính phủ", "kind first"},
      {"QĐ-TTg", "Thủ tướng Chính phủ", "kind first"},
      {"qd-ttg", "Thủ tướng Chính phủ", "typed without tones"},
      {"VPCP-KSTT", "Văn phòng Chính phủ", "office"},
      {"BKHĐT-ĐKKD", "Bộ Kế hoạch và Đầu tư", "the ministry before its department"},
      {"CĐBVN-QLVT", "Cục Đường bộ Việt Nam", "department"},
      {"QH15", "Quốc hội", "laws"},
      {"TCTTKĐA", "Tổ công tác triển khai Đề án 06", "working group"},
      {"UBND-TTHC", nullptr, "any province's"},
      {"", nullptr, "nothing"},
  };
  for (const CanonicalCase& c : cases) {
    EXPECT_EQ(agencies().issuer_of(c.input).value_or("(unknown)"),
              c.expected == nullptr ? "(unknown)" : c.expected)
        << c.input << ": " << c.why;
  }
}

}  // namespace
}  // namespace giaidap
