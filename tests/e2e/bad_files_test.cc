// Files that cannot be read, and files that can though they look odd: told clearly, the rest is indexed.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/e2e/server.h"

namespace giaidap::e2e {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kSmallDispatch =
    "BỘ TƯ PHÁP\n\nSố: 3160/BTP-CNTT\n\nHà Nội, ngày 13 tháng 9 năm 2021\n\n"
    "V/v hướng dẫn xử lý một số vướng mắc\n\nKính gửi: Sở Tư pháp các tỉnh\n\n"
    "1. Về tiếp nhận số định danh cá nhân\n\n"
    "Khi cập nhật dữ liệu khai sinh vào phần mềm, công chức kiểm tra thông tin của trẻ em.\n\n"
    "2. Về lỗi kỹ thuật\n\nĐề nghị các địa phương báo về Cục Công nghệ thông tin.\n";

// A folder of files, indexed once.
class Files : public testing::Test {
 protected:
  void write(const std::string& name, std::string_view content) { write_text_file(folder_ / name, content); }

  Finished index(const std::vector<std::string>& names) {
    std::vector<std::string> arguments{"--db", folder_ / "index", "--report", folder_ / "report.json"};
    for (const std::string& name : names) arguments.push_back(folder_ / name);
    Finished run = run_index(arguments);
    report_ = json::parse(read_text_file(folder_ / "report.json"), nullptr, false);
    return run;
  }

  json file_report(const std::string& name) {
    for (const json& file : report_.value("files", json::array())) {
      if (file["file"].get<std::string>().find(name) != std::string::npos) return file;
    }
    return nullptr;
  }

  TemporaryFolder folder_;
  json report_;
};

struct BadFile {
  std::string name, content, message;
};

TEST_F(Files, WhatCannotBeReadIsToldAndTheRestIndexed) {
  std::string binary(4096, '\0');
  for (std::size_t i = 0; i < binary.size(); ++i) binary[i] = static_cast<char>(i * 7);
  const std::vector<BadFile> bad{
      {"empty.txt", "", "empty.txt"},
      {"blank.txt", " \n\t\n\u00a0\n", "blank.txt"},
      {"broken.txt", "Số: 1/TB\nmột dòng\nkhai sinh \xC3\x28 trẻ em\n", "3"},
      {"latin.txt", "Th\xF4ng b\xE1o k\xFDt lu\xE2n", "1"},
      {"binary.txt", binary, "binary.txt"},
      {"endless.txt", std::string(3U << 20U, 'a'), "1"},
  };
  std::vector<std::string> names{"good.txt", "missing.txt"};
  write("good.txt", kSmallDispatch);
  for (const BadFile& file : bad) {
    write(file.name, file.content);
    names.push_back(file.name);
  }
  const Finished run = index(names);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(file_report("good.txt")["status"], "indexed");
  EXPECT_EQ(file_report("missing.txt")["status"], "failed");
  for (const BadFile& file : bad) {
    const json told = file_report(file.name);
    ASSERT_TRUE(told.is_object()) << file.name;
    EXPECT_EQ(told["status"], "failed") << file.name;
    EXPECT_THAT(run.err, HasSubstr(file.name));
    EXPECT_THAT(run.err, HasSubstr(told["error"].get<std::string>())) << "the same words at the terminal";
    EXPECT_THAT(file.name + ": " + told["error"].get<std::string>(), HasSubstr(file.message))
        << "file and line";
  }
  Server server(folder_ / "index");
  EXPECT_EQ(server.search({{"dispatch", "3160/BTP-CNTT"}})["total"], server.search({})["total"]);
  EXPECT_GT(server.search({{"q", "số định danh cá nhân"}})["total"], 0);
}

// The letters that the small dispatch needs, decomposed as some systems write them.
std::string decomposed(std::string text) {
  const std::vector<std::pair<std::string, std::string>> letters{
      {"Ộ", "O\u0323\u0302"},         {"Á", "A\u0301"},       {"à", "a\u0300"},
      {"ộ", "o\u0323\u0302"},         {"ố", "o\u0302\u0301"}, {"á", "a\u0301"},
      {"ướ", "u\u031bo\u031b\u0301"}, {"ẫ", "a\u0302\u0303"}, {"ị", "i\u0323"},
      {"ệ", "e\u0323\u0302"},         {"ế", "e\u0302\u0301"}, {"ỗ", "o\u0302\u0303"},
      {"ậ", "a\u0323\u0302"},         {"ể", "e\u0302\u0309"}, {"ỹ", "y\u0303"},
      {"ầ", "a\u0302\u0300"}};
  for (const auto& [composed, marks] : letters) text = replaced(std::move(text), composed, marks);
  return text;
}

TEST_F(Files, DecomposedTextIsTheSameText) {
  write("composed.txt", kSmallDispatch);
  write("decomposed.txt", decomposed(replaced(kSmallDispatch, "3160/BTP-CNTT", "3161/BTP-CNTT")));
  ASSERT_EQ(index({"composed.txt", "decomposed.txt"}).exit_code, 0) << report_.dump(1);
  Server server(folder_ / "index");
  const json first = server.search({{"dispatch", "3160/BTP-CNTT"}, {"fields", "text"}});
  const json second = server.search({{"dispatch", "3161/BTP-CNTT"}, {"fields", "text"}});
  ASSERT_GT(first["total"], 0);
  EXPECT_EQ(replaced(second["results"].dump(), "3161", "3160"), first["results"].dump());
}

TEST_F(Files, MarksAndLineEndsOfOtherSystems) {
  write("marked.txt", "\xEF\xBB\xBF" + replaced(kSmallDispatch, "\n", "\r\n"));
  ASSERT_EQ(index({"marked.txt"}).exit_code, 0) << report_.dump(1);
  EXPECT_EQ(file_report("marked.txt")["dispatches"][0]["number"], "3160/BTP-CNTT");
}

// A row whose cell is never closed, no other row after it, and the end of the file in the middle of a word.
TEST_F(Files, ATableThatNeverEnds) {
  std::string table =
      "Số: 77/TB-VP\n\nHà Nội, ngày 1 tháng 2 năm 2024\n\nTHÔNG BÁO\n\nTổng hợp vướng mắc\n\n"
      "STT\tNỘI DUNG\tBỘ, NGÀNH TRẢ LỜI\t\nI\tDỊCH VỤ CÔNG\t\t\n"
      "1\tHệ thống chậm\tBỘ CÔNG AN\tBộ Công an đã nâng cấp hệ thống.\n"
      "2\t<p>Nộp hồ sơ không được\tBỘ TƯ PHÁP\t<ul><li>Bộ Tư pháp đã ";
  for (int i = 0; i < 20000; ++i) table += "hướng dẫn các địa phương ";
  write("endless.txt", table + "xử l");
  write("good.txt", kSmallDispatch);
  EXPECT_LE(index({"endless.txt", "good.txt"}).exit_code, 1);
  EXPECT_EQ(file_report("good.txt")["status"], "indexed");
  const json told = file_report("endless.txt");
  EXPECT_FALSE(told["findings"].empty() && told["error"].is_null()) << "told as error or finding";
  Server server(folder_ / "index");
  EXPECT_GT(server.search({{"q", "số định danh"}})["total"], 0);
}

TEST_F(Files, RowFilesAreIndexedRowByRow) {
  write("rows.jsonl",
        "{\"id\":\"hỏi-1\",\"kind\":\"qa\",\"question\":\"Mất giấy khai sinh thì làm "
        "sao?\",\"answer\":\"Đăng ký lại "
        "tại UBND cấp xã.\",\"agency\":\"Bộ Tư pháp; BHXH VIỆT NAM\",\"date\":\"2024-03-01\"}\n"
        "this is no JSON\n"
        "{\"id\":\"hỏi-2\",\"text\":\"Thẻ căn cước được cấp từ 14 tuổi.\"}\n");
  const Finished run = index({"rows.jsonl"});
  const json told = file_report("rows.jsonl");
  EXPECT_EQ(told["status"], "indexed") << run.err;
  ASSERT_EQ(told["findings"].size(), 1U) << told["findings"];
  EXPECT_THAT(told["findings"][0]["place"].get<std::string>(), HasSubstr("rows.jsonl:2"));
  Server server(folder_ / "index");
  EXPECT_EQ(server.search({{"q", "mất giấy khai sinh"}})["results"][0]["entry"], "hỏi-1");
  EXPECT_EQ(server.entry("hỏi-1")["agencies"], json({"Bộ Tư pháp", "Bảo hiểm xã hội Việt Nam"}));
  EXPECT_EQ(server.search({{"q", "căn cước 14 tuổi"}})["results"][0]["entry"], "hỏi-2");
}

TEST_F(Files, RowFilesOfSpreadsheets) {
  write("rows.csv",
        "id,kind,question,answer,agency\r\n"
        "c1,qa,\"Cấp lại thẻ, bị mất\",\"Nộp hồ sơ \"\"trực tuyến\"\".\",Bộ Công an\r\n");
  EXPECT_EQ(index({"rows.csv"}).exit_code, 0);
  Server server(folder_ / "index");
  EXPECT_EQ(server.entry("c1")["answer"], "Nộp hồ sơ \"trực tuyến\".");
  EXPECT_EQ(server.entry("c1")["status"], "answered");
}

TEST_F(Files, OnlyUnreadableFilesLeaveAnIndexThatIsServed) {
  write("empty.txt", "");
  EXPECT_EQ(index({"empty.txt"}).exit_code, 1);
  Server server(folder_ / "index");
  EXPECT_EQ(server.get("/api/v1/search?q=a").status, 200);
  EXPECT_THAT(server.get("/api/v1/dispatches").json()["dispatches"], IsEmpty());
}

}  // namespace
}  // namespace giaidap::e2e
