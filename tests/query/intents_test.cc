#include "server/query/intents.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

std::string asked(const char* question, bool english = false) {
  static const Intents intents = Intents::load("corpus/vocabulary").value();
  std::string names;
  for (const Intent intent : intents.of(tokenize(normalize_text(question)), english))
    names += (names.empty() ? "" : " ") + std::string(to_string(intent));
  return names;
}

TEST(IntentsTest, AreToldByTheWordsOfTheQuestion) {
  struct Case {
    const char* question;
    bool english;
    const char* expected;
    const char* why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"đã thu nhận bao nhiêu hồ sơ liên thông khai sinh", false, "quantity", "a figure"},
           {"lệ phí cấp hộ chiếu là bao nhiêu tiền", false, "money", "the longer phrase decides"},
           {"da thu nhan bao nhieu ho so", false, "quantity", "without tones"},
           {"khi nào thì cấp lý lịch tư pháp trên VNeID", false, "date", "when"},
           {"hồ sơ gồm những gì và nộp ở đâu", false, "procedure", "which papers, where"},
           {"ai ký thông báo 8545", false, "signer", "who signed"},
           {"bộ nào trả lời về số định danh", false, "who", "who answers"},
           {"Muốn xin thêm biên chế thì bộ nào phụ trách?", false, "who", "who is responsible"},
           {"Tỉnh nào đề nghị đưa bộ bảng mã tiếng Ê Đê vào CSDL", false, "petition",
            "the longer phrase decides"},
           {"vneid bị lỗi ảnh đã có ai hỏi chưa", false, "asked_before", "has anybody asked"},
           {"Bộ Tư pháp trả lời thế nào về số hóa sổ hộ tịch", false, "reply", "what was answered"},
           {"nghị định 87 quy định về gì", false, "document", "what a document is"},
           {"how many linked files were received", true, "quantity", "English"},
           {"who signed the notice 8545", true, "signer", "English"},
           {"who answers issues on civil-status ID numbers", true, "who", "English"},
           {"", false, "", "nothing"},
       }) {
    EXPECT_EQ(asked(c.question, c.english), c.expected) << c.question << ": " << c.why;
  }
}

}  // namespace
}  // namespace giaidap
