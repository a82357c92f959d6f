// The entries of the real dispatches, from file to what the server tells of them.
#include "tests/e2e/corpus.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Corpus, EntriesOfEachKind) {
  const std::map<std::string, int> expected{{"qa", 76}, {"petition", 81}, {"task", 27}};
  for (const auto& [kind, count] : expected) {
    const json found = corpus_server().search({{"kind", kind}});
    EXPECT_EQ(found["total"], count) << kind;
    EXPECT_EQ(found["total_is_estimate"], false) << kind;
  }
  EXPECT_GT(corpus_server().search({{"kind", "passage"}})["total"], 124) << "there are 124 headings";
}

TEST(Corpus, TopicsAreTheGroupsOfTheTable) {
  const std::map<std::string, int> groups{{"I", 1}, {"II", 2}, {"III", 21}, {"IV", 15}, {"V", 36}, {"VI", 1}};
  std::map<std::string, int> found;
  for (const char* page : {"1", "2", "3", "4"}) {
    const json reply = corpus_server().search({{"kind", "qa"}, {"per_page", "20"}, {"page", page}});
    for (const json& result : reply["results"]) {
      const auto item = result["item"].get<std::string>();
      ++found[item.substr(0, item.find('.'))];
      EXPECT_FALSE(result["topic"].get<std::string>().empty()) << item;
    }
  }
  EXPECT_EQ(found, groups);
}

// Rows word for word at their ends, as they stand in corpus/dispatches.
struct Row {
  std::string name;
  std::string field;
  std::string begins, ends;
  std::vector<std::string> agencies;
  std::string why;
};

TEST(Corpus, RowsWordForWord) {
  const std::vector<Row> rows{
      {"1165/TCTTKĐA#I.1",
       "answer",
       "Tại Khoản 5 Mục III Nghị quyết số 52-NQ/TW nêu một số chủ trương",
       "bảo đảm trình Chính phủ trong tháng 10/2023.",
       {"Bộ Nội vụ"},
       "an answer that goes on after four footnotes and a repeated header"},
      {"1165/TCTTKĐA#II.1",
       "answer",
       "- Bộ Kế hoạch và Đầu tư đã ban hành Văn bản số 933/BKHĐT-QPAN ngày 16/02/2022",
       "quyết định bố trí vốn từ ngân sách địa phương để thực hiện.",
       {"Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"},
       "two agencies in one cell, joined by VÀ"},
      {"1165/TCTTKĐA#III.4",
       "question",
       "Nhiều trường hợp trẻ em đăng ký khai sinh do lỗi hệ thống",
       "do đó không đảm bảo thời gian giải quyết cho công dân",
       {"Bộ Tư pháp"},
       "a plain row"},
      {"1165/TCTTKĐA#III.4",
       "answer",
       "Việc chậm cấp số định danh thường xảy ra đối với một số trường hợp:",
       "để nắm và hướng dẫn cán bộ địa phương khi xảy ra vướng mắc",
       {"Bộ Tư pháp"},
       "an answer over two pages"},
      {"1165/TCTTKĐA#IV.10",
       "question",
       "Đề nghị Bộ Công an phối hợp Bộ Tư pháp sớm có hướng dẫn xử lý",
       "tuy nhiên hệ thống chưa cho phép hủy số định danh đối với nguồn dữ liệu Bộ Tư pháp.",
       {"Bộ Công an", "Bộ Tư pháp"},
       "its tail stands in the row numbered 11"},
      {"1165/TCTTKĐA#IV.11",
       "question",
       "Đề nghị Bộ Y tế: chỉ đạo các đơn vị liên quan có văn bản trả lời",
       "tại Văn bản số 4338/SYT-TCHC ngày 27/10/2022 của Sở Y tế tỉnh Khánh Hòa.",
       {"Bộ Y tế"},
       "without an agency column; the answer's own words tell"},
      {"1165/TCTTKĐA#VI.1",
       "question",
       "Hiện nay chưa có Thông tư hướng dẫn lưu trữ hồ sơ TTHC điện tử",
       "Hệ thống thông tin giải quyết thủ tục hành chính.",
       {"Văn phòng Chính phủ"},
       "a question over two pages"},
      {"3193/VPCP-KSTT#I.1",
       "question",
       "Hiện nay, việc thu thập dữ liệu người học, người dạy",
       "cơ quan Nhà nước quản lý cơ sở dữ liệu quốc gia, cơ sở dữ liệu chuyên ngành.",
       {"Bộ Công an"},
       "columns wrapped over lines"},
      {"3193/VPCP-KSTT#I.4",
       "question",
       "Tổ chức tập huấn về kỹ năng sử dụng Phần mềm theo dõi, giám sát Đề án 06",
       "phục vụ công tác theo dõi, báo cáo được hiệu quả.",
       {"Bộ Công an"},
       "no blank line between petitioner and text"},
      {"3193/VPCP-KSTT#XIV.2",
       "question",
       "Bảo hiểm xã hội Việt Nam quy định rõ cấp bản giấy bảo hiểm y tế",
       "“Đăng ký khai tử - thay chủ hộ - xoá đăng ký thường trú - trợ cấp mai táng phí”.",
       {"Bảo hiểm xã hội Việt Nam"},
       "the last row of the file"},
      {"230/BC-TCTTKĐA#A.II.2",
       "question",
       "Kết nối, chia sẻ dữ liệu giữa Cơ sở dữ liệu quốc gia về dân cư",
       "với cơ sở dữ liệu quốc gia về đất đai.",
       {"Bộ Công an", "Bộ Tài nguyên và Môi trường"},
       "a task"},
      {"230/BC-TCTTKĐA#B.II.3",
       "question",
       "Phối hợp với Bộ Công an tổ chức hướng dẫn các cơ sở y tế",
       "thông tin số sức khỏe điện tử trên VNeID",
       {"Bộ Y tế", "Bộ Công an"},
       "a task of the second part"},
      {"230/BC-TCTTKĐA#B.III.1",
       "question",
       "Trình Hội đồng nhân dân cùng cấp có chính sách miễn, giảm phí",
       "để khuyến khích người dân, doanh nghiệp tham gia thực hiện",
       {"UBND các tỉnh, thành phố", "Bộ Tài chính"},
       "the last task"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name + " " + row.field + ": " + row.why);
    const json entry = corpus_server().entry(row.name);
    ASSERT_EQ(entry.value("entry", ""), row.name);
    const auto text = entry[row.field].get<std::string>();
    EXPECT_THAT(text, AllOf(StartsWith(row.begins), EndsWith(row.ends)));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("<p>")), Not(HasSubstr("¹")), Not(HasSubstr("STT"))));
    EXPECT_EQ(entry["agencies"], json(row.agencies));
  }
}

TEST(Corpus, APageBreakLeavesNoSeam) {
  EXPECT_THAT(corpus_server().entry("1165/TCTTKĐA#I.1")["answer"].get<std::string>(),
              HasSubstr("(Công văn số 3431/VPCP-TCCV ngày 15/5/2023). Để chủ động"));
  EXPECT_THAT(corpus_server().entry("1165/TCTTKĐA#III.4")["answer"].get<std::string>(),
              HasSubstr("chuyển ngay sang Cơ sở dữ liệu quốc gia về dân cư để cấp số định danh cá nhân"));
}

TEST(Corpus, ALostAnswerIsNullAndNotGuessed) {
  const json entry = corpus_server().entry("1165/TCTTKĐA#V.15");
  EXPECT_TRUE(entry["answer"].is_null()) << entry["answer"];
  EXPECT_THAT(entry["question"].get<std::string>(),
              StartsWith("Bộ Thông tin và Truyền thông có ý kiến với các Bộ ngành trung ương"));
}

TEST(Corpus, TasksTellDeadlineBasisAndResult) {
  const json land = corpus_server().entry("230/BC-TCTTKĐA#A.II.2");
  EXPECT_EQ(land["kind"], "task");
  EXPECT_EQ(land["status"], "open");
  EXPECT_EQ(land["deadline"], "Tháng 6/2022");
  EXPECT_EQ(land["basis"], "Lộ trình Đề án");
  EXPECT_EQ(land["result"], "Chưa hoàn thành, đơn vị xin lùi lộ trình đến năm 2025");
  const json births = corpus_server().entry("230/BC-TCTTKĐA#B.II.1");
  EXPECT_TRUE(births["deadline"].is_null()) << births["deadline"];
  EXPECT_EQ(births["agencies"], json({"Bộ Tư pháp", "Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội"}))
      << "bare names after a collective head";
}

TEST(Corpus, PetitionersAreCanonical) {
  const json entry = corpus_server().entry("3193/VPCP-KSTT#XIV.1");
  EXPECT_EQ(entry["petitioners"], json({"UBND tỉnh Thanh Hóa", "UBND tỉnh Sơn La"}))
      << "the source writes Thanh Hòa";
  EXPECT_EQ(entry["status"], "open");
  EXPECT_TRUE(entry["answer"].is_null());
}

TEST(Corpus, AnEntryTellsItsPlaceItsCitesAndItsHeading) {
  const json entry = corpus_server().entry("1165/TCTTKĐA#III.4");
  EXPECT_EQ(entry["place"]["file"], "000_2a7870118f3f2d68.txt");
  EXPECT_EQ(entry["place"]["line"], 72);
  EXPECT_TRUE(entry["place"]["page"].is_null());
  EXPECT_EQ(entry["cites"], json({"3160/BTP-CNTT"}));
  EXPECT_EQ(entry["topic"], entry["heading"].back());
  EXPECT_EQ(entry["dispatch"]["number"], "1165/TCTTKĐA");
  EXPECT_EQ(entry["dispatch"]["date"], "2023-08-25");
}

TEST(Corpus, RelatedEntriesStandInOtherDispatches) {
  const json related = corpus_server().entry("1165/TCTTKĐA#III.4")["related"];
  ASSERT_FALSE(related.empty());
  for (const json& entry : related) {
    EXPECT_THAT(entry["entry"].get<std::string>(), Not(StartsWith("1165/TCTTKĐA#")));
  }
  const json of_petition = corpus_server().entry("3193/VPCP-KSTT#I.8")["related"];
  ASSERT_FALSE(of_petition.empty());
  EXPECT_EQ(of_petition[0]["kind"], "qa") << "answers come first for a petition";
}

TEST(Corpus, OutlinesFollowTheDispatch) {
  const json outline = corpus_server().dispatch("06/BC-TCTĐA06")["outline"];
  ASSERT_GE(outline.size(), 40U);
  EXPECT_EQ(outline[0]["path"], "I");
  EXPECT_EQ(outline[0]["heading"], "TÌNH HÌNH VÀ KẾT QUẢ TRIỂN KHAI ĐỀ ÁN 06");
  EXPECT_EQ(outline[3]["path"], "I.1.1.a");
  EXPECT_THAT(column(outline, "heading"), Contains("Về triển khai dịch vụ công"));
}

TEST(Corpus, EveryEntryThatIsFoundCanBeOpened) {
  for (const char* kind : {"qa", "petition", "task", "passage"}) {
    const json reply = corpus_server().search({{"kind", kind}, {"per_page", "30"}});
    for (const json& result : reply["results"]) {
      const auto name = result["entry"].get<std::string>();
      const json entry = corpus_server().entry(name);
      ASSERT_TRUE(entry.is_object()) << name;
      EXPECT_EQ(entry["entry"], name);
      EXPECT_EQ(entry["kind"], kind);
      EXPECT_EQ(corpus_server().get(result["url"].get<std::string>()).status, 200) << result["url"];
    }
  }
}

struct FindingRow {
  std::string file, part, why;
};

TEST(Corpus, IrregularitiesAreReported) {
  const std::vector<FindingRow> rows{
      {"000_2a7870118f3f2d68.txt", "V.15", "the lost answer"},
      {"000_2a7870118f3f2d68.txt", "IV.12", "no agency column"},
      {"002_ac39c7003030bd12.txt", "A.II báo có 10 mục", "ten tasks announced, nine there"},
      {"002_ac39c7003030bd12.txt", "B.II.1: ", "no deadline"},
      {"004_5978eb42dcb764c8.txt", "số", "a dispatch without number"},
  };
  std::map<std::string, std::vector<std::string>> messages;
  for (const json& file : corpus_report()["files"]) {
    const auto path = file["file"].get<std::string>();
    for (const json& finding : file["findings"]) {
      EXPECT_FALSE(finding["place"].get<std::string>().empty()) << finding;
      messages[path.substr(path.rfind('/') + 1)].push_back(finding["message"]);
    }
  }
  for (const FindingRow& row : rows) {
    EXPECT_THAT(messages[row.file], Contains(HasSubstr(row.part))) << row.why;
  }
}

}  // namespace
}  // namespace giaidap::e2e
