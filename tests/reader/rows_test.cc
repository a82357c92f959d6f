#include "indexer/reader/rows.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/reader/samples.h"
#include "tests/temporary_folder.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Agencies& agencies() {
  static const Agencies loaded = Agencies::load("corpus/vocabulary").value();
  return loaded;
}

const ColumnWords& words() {
  static const ColumnWords loaded = ColumnWords::load("corpus/vocabulary").value();
  return loaded;
}

class RowsTest : public InTemporaryFolder {
 protected:
  Result<RowsRead> read(const std::string& name, const std::string& bytes) {
    write(name, bytes);
    rows_.clear();
    return read_rows(folder_ / name, agencies(), words(), [this](const EntryRow& row) {
      rows_.push_back(row);
      return Result<Unit>(Unit{});
    });
  }

  EntryRow one(const std::string& line) {
    const Result<RowsRead> done = read("rows.jsonl", line + "\n");
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    EXPECT_THAT(rows_, SizeIs(1)) << line;
    return rows_.empty() ? EntryRow{} : rows_[0];
  }

  std::string failure(const std::string& name, const std::string& bytes) {
    const Result<RowsRead> done = read(name, bytes);
    return done ? "" : done.error().message;
  }

  std::vector<EntryRow> rows_;
};

TEST_F(RowsTest, AFullRow) {
  const EntryRow row =
      one(R"({"id": "d7", "question": "Cấp số định danh?\nCho trẻ ", "answer": "Đã cấp.", )"
          R"("agency": "BHXH VIỆT NAM; Bộ Tư pháp;", "petitioner": ["UBND tỉnh Bắc Ninh"], )"
          R"("topic": "Dữ  liệu", "date": "2023-08-25", "dispatch": "1165/TCTTKĐA", "item": "III.4", )"
          R"("title": "Giải đáp"})");
  EXPECT_EQ(row.entry.name, "d7");
  EXPECT_EQ(row.entry.kind, EntryKind::Qa);
  EXPECT_EQ(row.entry.status, EntryStatus::Answered);
  EXPECT_EQ(row.entry.question, "Cấp số định danh?\nCho trẻ");
  EXPECT_EQ(row.entry.answer, "Đã cấp.");
  EXPECT_EQ(row.entry.text, "Cấp số định danh?\nCho trẻ\nĐã cấp.");
  EXPECT_THAT(row.entry.agencies, ElementsAre("Bảo hiểm xã hội Việt Nam", "Bộ Tư pháp"));
  EXPECT_THAT(row.entry.petitioners, ElementsAre("UBND tỉnh Bắc Ninh"));
  EXPECT_EQ(row.entry.topic, "Dữ liệu");
  EXPECT_EQ(row.entry.item, "III.4");
  EXPECT_EQ(row.entry.title, "Giải đáp");
  EXPECT_EQ(row.entry.place.file, "rows.jsonl");
  EXPECT_EQ(row.entry.place.line, 1);
  EXPECT_EQ(row.date, "2023-08-25");
  EXPECT_EQ(row.dispatch.id, "1165/TCTTKĐA");
  EXPECT_EQ(row.dispatch.number, "1165/TCTTKĐA");
  EXPECT_EQ(row.dispatch.date, "2023-08-25");
  EXPECT_EQ(row.dispatch.title, "Giải đáp");
  EXPECT_EQ(row.dispatch.file, "rows.jsonl");
  EXPECT_THAT(row.remarks, IsEmpty());
}

TEST_F(RowsTest, ARowWithoutDispatchStandsInItsFile) {
  const EntryRow row = one(R"({"title": "Điều 1", "text": "Phạm vi điều chỉnh", "date": "2024-01-02"})");
  EXPECT_EQ(row.entry.name, "rows.jsonl#1");
  EXPECT_EQ(row.dispatch.id, "rows.jsonl");
  EXPECT_EQ(row.entry.dispatch_id, "rows.jsonl");
  EXPECT_EQ(row.dispatch.number, std::nullopt);
  EXPECT_EQ(row.dispatch.date, std::nullopt) << "rows of one file may have a date each";
  EXPECT_EQ(row.dispatch.title, std::nullopt);
  EXPECT_EQ(row.date, "2024-01-02");
  EXPECT_EQ(row.entry.title, "Điều 1");
}

TEST_F(RowsTest, KindStatusAndNameByDefault) {
  struct Row {
    const char* line;
    EntryKind kind;
    EntryStatus status;
    const char* name;
  };
  const std::vector<Row> rows{
      {R"({"question": "a"})", EntryKind::Petition, EntryStatus::Open, "rows.jsonl#1"},
      {R"({"question": "a", "answer": "b", "item": 4})", EntryKind::Qa, EntryStatus::Answered,
       "rows.jsonl#4"},
      {R"({"text": "a", "dispatch": "7/KH"})", EntryKind::Passage, EntryStatus::None, "7/KH#1"},
      {R"({"question": "a", "text": "b"})", EntryKind::Passage, EntryStatus::None, "rows.jsonl#1"},
      {R"({"question": "a", "kind": "Task", "id": 12})", EntryKind::Task, EntryStatus::Open, "12"},
      {R"({"question": "a", "answer": null, "id": ""})", EntryKind::Petition, EntryStatus::Open,
       "rows.jsonl#1"},
  };
  for (const Row& expected : rows) {
    const EntryRow row = one(expected.line);
    EXPECT_EQ(row.entry.kind, expected.kind) << expected.line;
    EXPECT_EQ(row.entry.status, expected.status) << expected.line;
    EXPECT_EQ(row.entry.name, expected.name) << expected.line;
  }
}

TEST_F(RowsTest, TextsAreNormalisedAndTheNameIsNot) {
  const EntryRow row =
      one("{\"id\": \"De\xCC\x82\", \"text\": \"De\xCC\x82 \xC2\xAD\"}");  // NFD ê, soft hyphen
  EXPECT_EQ(row.entry.text, "Dê");
  EXPECT_EQ(row.entry.name, "De\xCC\x82");
}

TEST_F(RowsTest, TheTextIsWholeWithoutRepeating) {
  EXPECT_EQ(one(R"({"question": "a?", "answer": "b.", "text": "Hỏi: a? Đáp: b."})").entry.text,
            "Hỏi: a? Đáp: b.");
  EXPECT_EQ(one(R"({"question": "a?", "answer": "b.", "text": "Ghi chú"})").entry.text, "a?\nb.\nGhi chú");
}

TEST_F(RowsTest, DatesInTheirSpellings) {
  struct Row {
    const char* date;
    std::optional<std::string> expected;
  };
  const std::vector<Row> rows{{"2023-08-25", "2023-08-25"}, {"2023-08-25T10:00:00Z", "2023-08-25"},
                              {"25/8/2023", "2023-08-25"},  {"ngày 25 tháng 8 năm 2023", "2023-08-25"},
                              {"2023-02-31", std::nullopt}, {"mai", std::nullopt}};
  for (const Row& expected : rows) {
    const EntryRow row = one(std::string(R"({"text": "a", "date": ")") + expected.date + "\"}");
    EXPECT_EQ(row.date, expected.expected) << expected.date;
    EXPECT_EQ(row.remarks.empty(), expected.expected.has_value()) << expected.date;
  }
}

TEST_F(RowsTest, BadRowsAreReportedAndTheRestIsRead) {
  const Result<RowsRead> done = read("rows.jsonl",
                                     "{\"text\": \"một\"}\n"
                                     "{\"text\": \n"
                                     "\n"
                                     "[1, 2]\n"
                                     "{\"answer\": \"chỉ trả lời\"}\n"
                                     "{\"text\": {\"a\": 1}}\n"
                                     "{\"text\": \"\xff\"}\n"
                                     "{\"text\": \"" +
                                         std::string(kMaxRowBytes, 'x') +
                                         "\"}\n"
                                         "{\"text\": \"hai\", \"agnecy\": \"x\", \"kind\": \"vb\"}\n"
                                         "{\"text\": \"ba\", \"agnecy\": \"y\"}");
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done.value().rows, 3U);
  std::vector<std::string> shown;
  for (const Finding& finding : done.value().findings) shown.push_back(finding.place + " " + finding.message);
  EXPECT_THAT(
      shown, ElementsAre(
                 "rows.jsonl:2 Bỏ qua dòng này: không phải JSON mã UTF-8.",
                 "rows.jsonl:4 Bỏ qua dòng này: không phải một đối tượng JSON.",
                 "rows.jsonl:5 Bỏ qua dòng này: không có question lẫn text.",
                 "rows.jsonl:6 Bỏ qua dòng này: cột \"text\" không phải chữ.",
                 "rows.jsonl:7 Bỏ qua dòng này: không phải JSON mã UTF-8.",
                 "rows.jsonl:8 Bỏ qua dòng này: dài quá 1 MB.",
                 "rows.jsonl:9 Không có cột \"agnecy\"; bỏ qua cột này.",
                 "rows.jsonl:9 Không có loại \"vb\" (chỉ có qa, petition, task, passage); bỏ qua loại này."));
}

TEST_F(RowsTest, Csv) {
  const Result<RowsRead> done = read("rows.CSV",
                                     "\xEF\xBB\xBFID,Question,Answer,Agency\r\n"
                                     "r1,\"Hỏi, dòng 1\r\ndòng 2\",Đáp,bộ tư pháp\r\n"
                                     "r2,thiếu\r\n"
                                     "r3,\"x\" y,z,\r\n"
                                     "r4,\xff,z,\r\n"
                                     "r5,Hỏi,,\r\n");
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_THAT(rows_, SizeIs(2));
  EXPECT_EQ(rows_[0].entry.name, "r1");
  EXPECT_EQ(rows_[0].entry.question, "Hỏi, dòng 1\ndòng 2");
  EXPECT_THAT(rows_[0].entry.agencies, ElementsAre("Bộ Tư pháp"));
  EXPECT_EQ(rows_[0].entry.place.line, 2);
  EXPECT_EQ(rows_[1].entry.place.line, 7);
  EXPECT_EQ(rows_[1].entry.kind, EntryKind::Petition);
  std::vector<std::string> shown;
  for (const Finding& finding : done.value().findings) shown.push_back(finding.place + " " + finding.message);
  EXPECT_THAT(shown, ElementsAre("rows.CSV:4 Bỏ qua dòng này: có 2 ô, dòng tên cột có 4.",
                                 "rows.CSV:5 Bỏ qua dòng này: có chữ sau dấu ngoặc kép đóng ô.",
                                 "rows.CSV:6 Bỏ qua dòng này: không phải UTF-8."));
}

TEST_F(RowsTest, SheetsAreToldByTheirHeadingsInAnyOrder) {
  const Result<RowsRead> done = read("hoi-dap.csv",
                                     "TỔNG HỢP GIẢI ĐÁP VƯỚNG MẮC;;;\n"
                                     "Cơ quan trả lời;Nội dung trả lời;TT;Nội dung vướng mắc\n"
                                     "I. KHAI SINH;;;\n"
                                     "BHXH VIỆT NAM;Đã cấp.;1;Thẻ bảo hiểm của trẻ?\n"
                                     "Bộ Tư pháp;Theo Luật Hộ tịch.;1;Trẻ bị bỏ rơi?\n");
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_THAT(rows_, SizeIs(2));
  EXPECT_EQ(rows_[0].entry.name, "hoi-dap.csv#1");
  EXPECT_EQ(rows_[0].entry.question, "Thẻ bảo hiểm của trẻ?");
  EXPECT_EQ(rows_[0].entry.answer, "Đã cấp.");
  EXPECT_THAT(rows_[0].entry.agencies, ElementsAre("Bảo hiểm xã hội Việt Nam"));
  EXPECT_EQ(rows_[0].entry.topic, "I. KHAI SINH");
  EXPECT_EQ(rows_[1].entry.name, "hoi-dap.csv#5") << "a number that comes again gives way to the line";
}

TEST_F(RowsTest, ExcelFilesAreToldByContent) {
  const auto cell = [](const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"str\"><v>" + text + "</v></c>";
  };
  const Result<RowsRead> done =
      read("hoi-dap.xls", xlsx_of("<sheetData><row r=\"1\">" + cell("A1", "HỎI ĐÁP") + "</row><row r=\"3\">" +
                                  cell("A3", "Câu hỏi") + cell("B3", "Trả lời") + cell("C3", "Lĩnh vực") +
                                  "</row><row r=\"4\">" + cell("A4", "Lệ phí?") + cell("B4", "Miễn.") +
                                  cell("C4", "Hộ tịch") + "</row></sheetData>"));
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_THAT(rows_, SizeIs(1));
  EXPECT_EQ(rows_[0].entry.topic, "Hộ tịch");
  EXPECT_EQ(rows_[0].entry.place.line, 4);
  const Result<RowsRead> tasks =
      read("nhiem-vu.xlsx", xlsx_of("<sheetData><row r=\"1\">" + cell("A1", "TT") + cell("B1", "Nhiệm vụ") +
                                    cell("C1", "Thời hạn") + "</row></sheetData>"));
  ASSERT_FALSE(tasks);
  EXPECT_EQ(tasks.error().code, ErrorCode::NotFound) << "another kind of document";
}

TEST_F(RowsTest, FilesThatCannotBeReadSayWhy) {
  EXPECT_EQ(failure("a.jsonl", ""), "holds no rows");
  EXPECT_EQ(failure("a.csv", ""), "holds no rows");
  EXPECT_EQ(failure("b.csv", "1,2\n3,4\n"),
            "the first line must name the columns, one of them question or text; the names are id, kind, "
            "question, answer, text, agency, petitioner, topic, date, dispatch, item, title");
  EXPECT_EQ(failure("c.csv", "question\n"), "holds no rows");
  EXPECT_EQ(failure("d.jsonl", std::string("PK\x03\x04\0\0", 6)), "is no UTF-8 text, whatever its name says");
  EXPECT_THAT(failure("e.jsonl", "một dòng chữ\n"),
              HasSubstr("no row that can be read: e.jsonl:1 Bỏ qua dòng này"));
  const Result<RowsRead> missing = read_rows(folder_ / "missing.jsonl", agencies(), words(),
                                             [](const EntryRow&) { return Result<Unit>(Unit{}); });
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().place, (folder_ / "missing.jsonl").string());
}

TEST_F(RowsTest, TheHandlersErrorEndsTheReading) {
  std::ofstream(folder_ / "rows.jsonl") << "{\"text\": \"a\"}\n{\"text\": \"b\"}\n";
  int calls = 0;
  const Result<RowsRead> done = read_rows(folder_ / "rows.jsonl", agencies(), words(), [&](const EntryRow&) {
    ++calls;
    return Result<Unit>(Error{ErrorCode::Unavailable, "disk full", "db"});
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "disk full");
  EXPECT_EQ(done.error().place, "db");
  EXPECT_EQ(calls, 1);
}

TEST(IsRowFile, ByItsExtension) {
  EXPECT_TRUE(is_row_file("a/b.jsonl"));
  EXPECT_TRUE(is_row_file("B.CSV"));
  EXPECT_FALSE(is_row_file("b.json"));
  EXPECT_FALSE(is_row_file("csv"));
}

}  // namespace
}  // namespace giaidap
