#include "indexer/reader/csv.h"

#include <gmock/gmock.h>

#include <sstream>

namespace giaidap {
namespace {

using testing::ElementsAre;

// Records as "line|cell|cell" or "line!fault".
std::vector<std::string> records_of(const std::string& bytes, std::size_t max_bytes = 64) {
  std::istringstream in(bytes);
  CsvReader reader(in, max_bytes);
  std::vector<std::string> records;
  while (const auto record = reader.next()) {
    std::string shown = std::to_string(record->line);
    for (const std::string& cell : record->cells) shown += "|" + cell;
    records.push_back(record->fault.empty() ? shown : shown + "!" + record->fault);
  }
  return records;
}

TEST(Csv, Records) {
  struct Row {
    std::string bytes;
    std::vector<std::string> expected;
    const char* why;
  };
  const std::vector<Row> rows{
      {"a,b\n1,2\n", {"1|a|b", "2|1|2"}, "plain"},
      {"a,b\n,\n", {"1|a|b", "2||"}, "empty fields"},
      {"a,b\r\n\"1\r\n2\",3\r\n4,5",
       {"1|a|b", "2|1\n2|3", "4|4|5"},
       "line break in quotes; CRLF; no last end"},
      {"a\n\"x, \"\"y\"\"\"\n", {"1|a", "2|x, \"y\""}, "separator and doubled quotes in quotes"},
      {"a\n\n\"\"\n", {"1|a", "3|"}, "empty lines are no records, an empty quoted field is one"},
      {"a;b\n1;2,5\n", {"1|a|b", "2|1|2,5"}, "semicolons where the comma is decimal"},
      {"a\tb\n1\t2\n", {"1|a|b", "2|1|2"}, "tabs"},
      {"a,b\n1,x\"y\n2,\"z\"\n",
       {"1|a|b", "2!dấu ngoặc kép mở mà không đóng", "3|2|z"},
       "an inch sign loses its own line only"},
      {"a\n1\"x\"\n", {"1|a", "2!có dấu ngoặc kép giữa ô không nằm trong ngoặc kép"}, "quotes in the middle"},
      {"a,b\n\"1\"x,2\n3,4\n", {"1|a|b", "2!có chữ sau dấu ngoặc kép đóng ô", "3|3|4"}, "text after it"},
      {"a,b\n\"1,2\n3,4\n",
       {"1|a|b", "2!dấu ngoặc kép mở mà không đóng", "3|3|4"},
       "an open quote loses its own line only"},
      {"a\n" + std::string(80, 'x') + "\n3\n", {"1|a", "2!dài quá giới hạn", "3|3"}, "too long"},
      {"a\n\"" + std::string(40, 'x') + "\n" + std::string(40, 'y') + "\"\n",
       {"1|a", "2!dấu ngoặc kép mở mà không đóng", "3!dấu ngoặc kép mở mà không đóng"},
       "too long over several lines"},
  };
  for (const Row& row : rows) EXPECT_EQ(records_of(row.bytes), row.expected) << row.why;
}

TEST(Csv, ManyOpenQuotesDoNotMultiplyTheWork) {
  std::string bytes = "a\n";
  for (int i = 0; i < 2000; ++i) bytes += "\"x\ny\n\"z\"\n";
  EXPECT_GE(records_of(bytes, 1U << 20U).size(), 2000U);
}

}  // namespace
}  // namespace giaidap
