#include "server/query/completions.h"

#include <gmock/gmock.h>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::size_t kLimit = 8;

// Questions of 1165/TCTTKĐA and 3193/VPCP-KSTT, some shortened.
constexpr const char* kNewborn =
    "Một số trường hợp trẻ em có 02 số định danh cá nhân (trẻ được cấp 01 số trên Phần mềm đăng ký khai sinh "
    "điện tử, nhưng khi cấp căn cước lại được cấp số khác)";
constexpr const char* kMissing = "Số định danh không tồn tại trong CSDL quốc gia về dân cư";
constexpr const char* kLinked = "Đề nghị Bộ Tư pháp sớm khắc phục lỗi của TTHC liên thông";
constexpr const char* kLinkedAgain = "ĐỀ NGHỊ Bộ Tư pháp sớm khắc phục lỗi của TTHC liên thông.";
constexpr const char* kServers =
    "Để đáp ứng yêu cầu đảm bảo an toàn, an ninh thông tin theo Công văn số 1552, địa phương cần nhiều thời "
    "gian để thực hiện đầu tư máy chủ, đường truyền; kinh phí của tỉnh còn hạn chế.\nKiến nghị hỗ trợ phần "
    "mềm "
    "diệt virus cho các máy trạm ở cấp xã trong năm 2024";
constexpr const char* kCode = "Mã số thuế cá nhân chưa thống nhất";
constexpr const char* kNarcotics = "Ma túy: dữ liệu người cai nghiện chưa được chia sẻ";

std::vector<ReadDispatch> rows() {
  const auto row = [](int number, const char* agency, const char* topic, const char* question) {
    Entry entry = testing::qa("1165/TCTTKĐA#I." + std::to_string(number), agency, question, "Đã ghi nhận.");
    entry.topic = topic;
    return entry;
  };
  const char* information = "Bộ Thông tin và Truyền thông";
  Entry servers = row(5, information, "Hạ tầng", kServers);
  servers.cites = {"1552/BTTTT-THH", "87/2020/NĐ-CP", "87/QĐ-TTg"};
  Entry code = row(6, "Bộ Tài chính", "Số hóa và làm sạch dữ liệu", kCode);
  code.cites = {"1552/BTTTT - THH", "15520/VPCP-KSTT"};
  Entry hardly = testing::passage("1165/TCTTKĐA#II/1", "Kết quả", "Số định danh đã cấp cho 551.502 trẻ em");
  return {testing::dispatch(
      "1165/TCTTKĐA", "2023-08-25", "công văn",
      {row(1, "Bộ Công an", "Số hóa và làm sạch dữ liệu", kNewborn),
       row(2, "Bộ Công an", "Số hóa và làm sạch dữ liệu", kMissing), row(3, "Bộ Tư pháp", "Pháp lý", kLinked),
       row(4, "Bộ Tư pháp", "Pháp lý", kLinkedAgain), servers, code,
       row(7, "Bộ Công an", "Số hóa và làm sạch dữ liệu", kNarcotics), hardly})};
}

class CompletionsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    small_index = std::make_unique<testing::SmallIndex>();
    small_index->put("file.txt", rows());
  }
  static void TearDownTestSuite() { small_index.reset(); }

  static std::vector<Completion> complete(std::string_view typed, std::size_t limit = kLimit) {
    Searcher searcher = small_index->searcher();
    Result<std::vector<Completion>> found = searcher.complete(typed, limit);
    EXPECT_TRUE(found.ok()) << typed;
    return found.ok() ? std::move(found).value() : std::vector<Completion>{};
  }
  static std::vector<std::string> texts(std::string_view typed) {
    std::vector<std::string> all;
    for (const Completion& one : complete(typed)) all.push_back(one.text);
    return all;
  }

  inline static std::unique_ptr<testing::SmallIndex> small_index;
};

constexpr const char* kNewbornShown =
    "Một số trường hợp trẻ em có 02 số định danh cá nhân (trẻ được cấp 01 số trên Phần mềm đăng ký khai sinh "
    "điện "
    "tử, nhưng";

TEST_F(CompletionsTest, FirstCompletionsOfWhatIsTyped) {
  struct Case {
    const char* typed;
    std::vector<std::string> first;
    const char* why;
  };
  const std::vector<Case> cases = {
      {"so dinh da", {kMissing, kNewbornShown}, "no tones, last word unfinished; beginnings before middles"},
      {"SỐ ĐỊNH D", {kMissing, kNewbornShown}, "case does not count"},
      {"định danh không", {kMissing}, "from the middle of a question"},
      {"thuế cá nhân", {kCode}, "with tones, in the middle"},
      {"b", {"Bộ Công an", "Bộ Tư pháp"}, "one letter; the more common agency first"},
      {"bo tu",
       {"Bộ Tư pháp", "Đề nghị Bộ Tư pháp sớm khắc phục lỗi của TTHC liên thông"},
       "names, then questions"},
      {"btttt", {"Bộ Thông tin và Truyền thông"}, "another spelling of an agency"},
      {"bo tt&", {"Bộ Thông tin và Truyền thông"}, "the beginning of another spelling"},
      {"truyen th", {"Bộ Thông tin và Truyền thông"}, "a later word of a name"},
      {"ha t", {"Hạ tầng"}, "a topic"},
      {"de nghi", {kLinked}, "the same question in two spellings once"},
      {"thu tuc hanh chinh lien", {kLinked}, "the question has the abbreviation"},
      {"cơ sở dữ liệu quốc", {kMissing}, "so does this one"},
      {"ma so thue", {kCode}, "mã, typed without tones"},
      {"mã", {kCode, kNarcotics}, "typed tones are preferred"},
      {"ma", {kCode, kNarcotics}, "either without tones"},
      {"nam 2024",
       {"Kiến nghị hỗ trợ phần mềm diệt virus cho các máy trạm ở cấp xã trong năm 2024"},
       "far on in a long question: the sentence that has it"},
      {"danh dinh so", {kNewbornShown, kMissing}, "the words in another order"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> found = texts(c.typed);
    found.resize(std::min(found.size(), c.first.size()));
    EXPECT_EQ(found, c.first) << c.typed << ": " << c.why;
  }
}

TEST_F(CompletionsTest, NumbersByTheirBeginning) {
  struct Case {
    const char* typed;
    std::vector<std::string> expected;
    const char* why;
  };
  const std::vector<Case> cases = {
      {"1552/", {"1552/BTTTT-THH"}, "cited in two spellings, offered once"},
      {"1552/bt", {"1552/BTTTT-THH"}, "into the signature, in small letters"},
      {"1552 / BTTTT –", {"1552/BTTTT-THH"}, "blanks and another dash"},
      {"công văn số 1552", {"1552/BTTTT-THH", "15520/VPCP-KSTT"}, "behind the kind; longer numbers later"},
      {"87", {"87/2020/NĐ-CP", "87/QĐ-TTg"}, "all kinds"},
      {"nghị định 87", {"87/2020/NĐ-CP", "87/QĐ-TTg"}, "the kind named comes first"},
      {"qd 87", {"87/QĐ-TTg", "87/2020/NĐ-CP"}, "and here the other"},
      {"87/2020", {"87/2020/NĐ-CP"}, "number and year"},
      {"087/2020/n", {"87/2020/NĐ-CP"}, "a leading zero"},
      {"116", {"1165/TCTTKĐA"}, "a dispatch of the index"},
      {"đề án 87", {}, "a name, no number"},
      {"99", {}, "nothing begins so"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> numbers;
    for (const Completion& one : complete(c.typed)) {
      const bool number = one.kind == CompletionKind::Document || one.kind == CompletionKind::Dispatch;
      if (number) numbers.push_back(one.text);
    }
    EXPECT_EQ(numbers, c.expected) << c.typed << ": " << c.why;
  }
}

TEST_F(CompletionsTest, EachLeadsToItsTarget) {
  const auto first = [](std::string_view typed) {
    const std::vector<Completion> found = complete(typed, 1);
    EXPECT_THAT(found, SizeIs(1)) << typed;
    return found.empty() ? Completion{} : found.front();
  };
  EXPECT_EQ(first("bo cong an").kind, CompletionKind::Agency);
  EXPECT_EQ(first("bca").target, "Bộ Công an");
  EXPECT_EQ(first("phap ly").kind, CompletionKind::Topic);
  EXPECT_EQ(first("1165").kind, CompletionKind::Dispatch);
  EXPECT_EQ(first("1165").target, "1165/TCTTKĐA");
  EXPECT_EQ(first("87/2020").kind, CompletionKind::Document);
  EXPECT_EQ(first("ma tuy").kind, CompletionKind::Question);
  EXPECT_EQ(first("ma tuy").target, "1165/TCTTKĐA#I.7");
}

TEST_F(CompletionsTest, AFinishedWordIsNoBeginning) {
  EXPECT_THAT(texts("so dinh da "), IsEmpty()) << "a blank ends the word";
  EXPECT_THAT(texts("Đề nghị Bộ Tư "), ElementsAre(kLinked));
  EXPECT_THAT(texts(kMissing), IsEmpty()) << "all of it is there already";
}

TEST_F(CompletionsTest, LongQuestionsAreCutBetweenWords) {
  for (const Completion& one : complete("so")) {
    std::size_t characters = 0;
    for (const char c : one.text) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(characters, 120U) << one.text;
    EXPECT_FALSE(one.text.ends_with(' ')) << one.text;
  }
}

TEST_F(CompletionsTest, NothingForNothing) {
  std::string endless;
  while (endless.size() < 100000) endless += "số định danh ";
  for (const std::string& typed :
       {std::string(), std::string("  "), std::string("!!! -- \""), std::string("zzzz"),
        std::string("\xff\xfe"), std::string("a\0b", 3), std::string(100000, 'x'), std::string(100000, '1'),
        endless, std::string("XE QEx Vso W \x1f"), std::string("Vcap so"), std::string("%_*")}) {
    EXPECT_THAT(texts(typed), IsEmpty()) << typed.substr(0, 20);
  }
  EXPECT_THAT(complete("so", 0), IsEmpty());
}

}  // namespace
}  // namespace giaidap
