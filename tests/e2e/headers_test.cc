// The heads of the real dispatches, as the report and the server tell them.
#include "tests/e2e/corpus.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::SizeIs;

struct Header {
  std::string number;  // empty: the one without a number
  std::string file;
  json date, place;
  std::string issuer, kind, title, signer_title, signer_name;
  std::map<std::string, int> counts;  // of the kinds that are known by reading; passages are not
};

const std::vector<Header>& headers() {
  static const std::vector<Header> kHeaders{
      {"1165/TCTTKĐA",
       "000_2a7870118f3f2d68.txt",
       "2023-08-25",
       "Đông Hòa",
       "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa",
       "công văn",
       "giải đáp khó khăn, vướng mắc trong triển khai Đề án 06 của Chính phủ",
       "KT. TỔ TRƯỞNG TỔ PHÓ THƯỜNG TRỰC TRƯỞNG CÔNG AN THỊ XÃ",
       "Trần Khắc Quang",
       {{"qa", 76}}},
      {"06/BC-TCTĐA06",
       "001_291a567435810d3c.txt",
       "2022-06-21",
       "Quảng Ngãi",
       "Tổ công tác triển khai Đề án 06 tỉnh Quảng Ngãi",
       "báo cáo",
       "Sơ kết 6 tháng đầu năm 2022 về tình hình thực hiện Đề án “Phát triển ứng dụng dữ liệu dân cư, định "
       "danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm "
       "2030”",
       "TỔ TRƯỞNG CHỦ TỊCH UBND TỈNH",
       "Đặng Văn Minh",
       {}},
      {"230/BC-TCTTKĐA",
       "002_ac39c7003030bd12.txt",
       "2024-01-31",
       "Hà Nội",
       "Tổ công tác triển khai Đề án 06 của Chính phủ",
       "báo cáo",
       "Kết quả thực hiện Đề án “Phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục "
       "vụ "
       "chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030” tháng 01/2024 và nhiệm vụ tháng "
       "02/2024",
       "KT. TỔ TRƯỞNG TỔ PHÓ THƯỜNG TRỰC THỦ TRƯỞNG BỘ CÔNG AN",
       "Nguyễn Duy Ngọc",
       {{"task", 27}}},
      {"3193/VPCP-KSTT",
       "003_58eaab47ecae6eae.txt",
       "2024-05-10",
       "Hà Nội",
       "Văn phòng Chính phủ",
       "công văn",
       "kiến nghị, đề xuất của các bộ, cơ quan, địa phương trong triển khai Đề án 06",
       "BỘ TRƯỞNG, CHỦ NHIỆM",
       "Trần Văn Sơn",
       {{"petition", 81}}},
      {"",
       "004_5978eb42dcb764c8.txt",
       nullptr,
       nullptr,
       "Văn phòng Chính phủ",
       "thông báo",
       "Kết luận Hội nghị trực tuyến triển khai mở rộng thí điểm Sổ sức khỏe điện tử và cấp Phiếu lý lịch tư "
       "pháp qua VNeID trên toàn quốc",
       "BỘ TRƯỞNG, CHỦ NHIỆM",
       "Trần Văn Sơn",
       {}},
      {"6197/BTP-VP",
       "004_5978eb42dcb764c8.txt",
       "2024-10-28",
       "Hà Nội",
       "Bộ Tư pháp",
       "công văn",
       "thực hiện nhiệm vụ được giao của Đề án 06 trong lĩnh vực hộ tịch và lý lịch tư pháp",
       "BỘ TRƯỞNG",
       "Nguyễn Hải Ninh",
       {}},
      {"8545/TB-TCTTKĐA",
       "004_5978eb42dcb764c8.txt",
       "2024-10-28",
       "Hà Nội",
       "Tổ công tác triển khai Đề án 06 của Chính phủ",
       "thông báo",
       "Kết luận Hội nghị giao ban Tổ Công tác triển khai Đề án 06 của Chính phủ tháng 10/2024",
       "THƯ KÝ TỔ CÔNG TÁC PHÓ CỤC TRƯỞNG CỤC CẢNH SÁT QLHC VỀ TTXH",
       "Vũ Văn Tấn",
       {}},
  };
  return kHeaders;
}

json number_or_null(const Header& header) { return header.number.empty() ? json() : json(header.number); }

json find_dispatch(const json& dispatches, const json& number) {
  for (const json& dispatch : dispatches) {
    if (dispatch.at("number") == number) return dispatch;
  }
  return nullptr;
}

// The header fields that the report and the API both tell.
void expect_header(const json& told, const Header& expected) {
  ASSERT_TRUE(told.is_object()) << "no dispatch " << expected.number;
  EXPECT_EQ(told["date"], expected.date) << expected.number;
  EXPECT_EQ(told["place"], expected.place) << expected.number;
  EXPECT_EQ(told["issuer"], expected.issuer) << expected.number;
  EXPECT_EQ(told["kind"], expected.kind) << expected.number;
  EXPECT_EQ(told["title"], expected.title) << expected.number;
  EXPECT_EQ(told["signer"]["title"], expected.signer_title) << expected.number;
  EXPECT_EQ(told["signer"]["name"], expected.signer_name) << expected.number;
  json counts = told["counts"];
  counts.erase("passage");
  EXPECT_EQ(counts, json(expected.counts).is_null() ? json::object() : json(expected.counts))
      << expected.number;
}

TEST(Headers, EveryDispatchIsServedWithItsHeader) {
  const json dispatches = corpus_server().get("/api/v1/dispatches").json()["dispatches"];
  ASSERT_THAT(dispatches, SizeIs(7));
  for (const Header& expected : headers()) {
    const json told = find_dispatch(dispatches, number_or_null(expected));
    expect_header(told, expected);
    EXPECT_EQ(told["file"], expected.file);
  }
}

TEST(Headers, TheReportTellsTheSameHeaders) {
  json dispatches = json::array();
  for (const json& file : corpus_report()["files"]) {
    EXPECT_EQ(file["status"], "indexed") << file["file"];
    EXPECT_TRUE(file["error"].is_null()) << file["error"];
    for (const json& dispatch : file["dispatches"]) dispatches.push_back(dispatch);
  }
  ASSERT_THAT(corpus_report()["files"], SizeIs(5));
  ASSERT_THAT(dispatches, SizeIs(7));
  for (const Header& expected : headers()) {
    expect_header(find_dispatch(dispatches, number_or_null(expected)), expected);
  }
}

TEST(Headers, AddresseesAreToldOneByOne) {
  const json told = corpus_server().dispatch("1165/TCTTKĐA");
  EXPECT_EQ(told["addressed_to"], json({"Các cơ quan, ban, ngành thị xã", "UBND các xã, phường"}));
}

}  // namespace
}  // namespace giaidap::e2e
