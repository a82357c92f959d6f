#include "indexer/text/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "indexer/text/agencies.h"
#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const Result<Vocabulary> loaded = Vocabulary::load("corpus/vocabulary");
  if (!loaded) ADD_FAILURE() << loaded.error().place << ": " << loaded.error().message;
  return loaded.value();
}

TEST(Vocabulary, TablesAreAsLargeAsTheyClaim) {
  EXPECT_GE(vocabulary().abbreviations.all().size(), 300U);
  EXPECT_GE(vocabulary().synonyms.groups().size(), 150U);
  EXPECT_GE(vocabulary().glossary.all().size(), 450U);
  EXPECT_THAT(vocabulary().topics.names(), SizeIs(6));
}

TEST(Vocabulary, AbbreviationsBothWays) {
  struct Case {
    const char* short_form;
    const char* expansion;
    const char* why;
  };
  const Case cases[] = {
      {"TTHC", "thủ tục hành chính", "as written"},
      {"dkks", "đăng ký khai sinh", "typed without đ"},
      {"ĐKKS", "đăng ký khai sinh", "as written"},
      {"CSDLQGvDC", "cơ sở dữ liệu quốc gia về dân cư", "mixed case"},
      {"csdlqg ve dc", "cơ sở dữ liệu quốc gia về dân cư", "of several words"},
      {"TT", "thông tư", "ambiguous: one meaning"},
      {"TT", "thường trú", "ambiguous: another"},
      {"GD&ĐT", "giáo dục và đào tạo", "with a sign"},
      {"bn", "bao nhiêu", "chat"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(vocabulary().abbreviations.expansions(c.short_form), Contains(c.expansion))
        << c.short_form << ": " << c.why;
  }
  EXPECT_THAT(vocabulary().abbreviations.short_forms("thủ tục hành chính"), ElementsAre("TTHC"));
  EXPECT_THAT(vocabulary().abbreviations.short_forms("giay phep lai xe"), Contains("GPLX"));
  EXPECT_THAT(vocabulary().abbreviations.expansions("thủ"), IsEmpty());
}

TEST(Vocabulary, KnowsAbbreviationsByTheirLetters) {
  EXPECT_TRUE(vocabulary().is_abbreviation("CNTT"));
  EXPECT_FALSE(vocabulary().is_abbreviation("cntt")) << "not as in the table";
  EXPECT_FALSE(vocabulary().is_abbreviation("KINH"));
  EXPECT_FALSE(vocabulary().is_abbreviation(""));
}

TEST(Vocabulary, FindsAbbreviationsInText) {
  const auto found = vocabulary().abbreviations.expansions_in(tokenize("lỗi ĐKKS trên DVC"));
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].text, "đăng ký khai sinh");
  EXPECT_EQ(found[0].token_begin, 1U);
  EXPECT_TRUE(found[0].exact_tones);
  EXPECT_EQ(found[1].text, "dịch vụ công");
}

TEST(Vocabulary, Synonyms) {
  struct Case {
    const char* text;
    const char* other;  // nullptr: nothing at all
    const char* why;
  };
  const Case cases[] = {
      {"bằng lái", "giấy phép lái xe", "everyday to official"},
      {"giấy phép lái xe", "bằng lái", "official to everyday"},
      {"làm so do", "giấy chứng nhận quyền sử dụng đất", "without tones"},
      {"đổi bằng lái xe", "đổi giấy phép lái xe", "the longest phrase"},
      {"Con nít chưa có thẻ", "trẻ em", "case"},
      {"nghị định", nullptr, "no everyday word"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> others;
    for (const OtherForm& form : vocabulary().synonyms.in(tokenize(c.text))) others.push_back(form.text);
    if (c.other == nullptr) {
      EXPECT_THAT(others, IsEmpty()) << c.text << ": " << c.why;
    } else {
      EXPECT_THAT(others, Contains(c.other)) << c.text << ": " << c.why;
    }
  }
}

TEST(Vocabulary, SynonymsTellWhereOnceEachAndNeverThePhraseItself) {
  const auto found = vocabulary().synonyms.in(tokenize("đổi bằng lái xe"));
  std::set<std::string> others;
  for (const OtherForm& form : found) {
    EXPECT_EQ(form.token_begin, 0U);
    EXPECT_EQ(form.token_end, 4U) << form.text;
    EXPECT_TRUE(others.insert(form.text).second) << form.text << " twice";
  }
  EXPECT_THAT(others, Not(Contains("đổi bằng lái xe")));
  EXPECT_THAT(others, Not(Contains("làm lại bằng lái"))) << "everyday words lead to official ones only";
}

TEST(Vocabulary, Translates) {
  struct Case {
    const char* english;
    const char* vietnamese;
    const char* why;
  };
  const Case cases[] = {
      {"birth registrations", "đăng ký khai sinh", "plural"},
      {"money was deducted", "trừ tiền", "past"},
      {"still says draft", "đang soạn thảo", "single word"},
      {"front of the ID card", "thẻ căn cước công dân", "phrase"},
      {"National Public Service Portal", "Cổng dịch vụ công quốc gia", "case"},
      {"ministry of public security", "Bộ Công an", "an agency"},
      {"villages without coverage", "trắng sóng", "phrase of two words"},
      {"civil-status", "hộ tịch", "a hyphen"},
      {"e-health book", "Sổ sức khỏe điện tử", "a hyphen inside"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> words;
    for (const Translation& found : vocabulary().glossary.translate(tokenize(c.english)))
      words.insert(words.end(), found.entry->vietnamese.begin(), found.entry->vietnamese.end());
    EXPECT_THAT(words, Contains(c.vietnamese)) << c.english << ": " << c.why;
  }
}

TEST(Vocabulary, TranslatesTheLongestPhraseOnly) {
  const auto found = vocabulary().glossary.translate(tokenize("health insurance card"));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].token_end, 3U);
  EXPECT_EQ(found[0].entry->vietnamese.front(), "thẻ bảo hiểm y tế");
}

TEST(Vocabulary, TranslatesAWordAsTypedBeforeOthersOfItsStem) {
  const auto issues = vocabulary().glossary.translate(tokenize("issues"));
  ASSERT_THAT(issues, SizeIs(1));
  EXPECT_THAT(issues[0].entry->vietnamese, Contains("vướng mắc"));
  EXPECT_THAT(vocabulary().glossary.translate(tokenize("civil-status")), SizeIs(1)) << "each entry once";
  const auto issuing = vocabulary().glossary.translate(tokenize("issuing"));
  ASSERT_THAT(issuing, SizeIs(1));
  EXPECT_THAT(issuing[0].entry->vietnamese, Contains("ban hành"));
}

TEST(Vocabulary, TopicOfTitle) {
  struct Case {
    const char* title;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"TRÌNH ĐỘ, NGUỒN NHÂN LỰC CNTT", "Trình độ, nguồn nhân lực CNTT", "dispatch 1165, I"},
      {"KINH PHÍ", "Kinh phí", "II"},
      {"DỊCH VỤ CÔNG", "Dịch vụ công", "III"},
      {"SỐ HÓA VÀ LÀM SẠCH DỮ LIỆU", "Số hóa và làm sạch dữ liệu", "IV"},
      {"SỐ HOÁ VÀ LÀM SẠCH DỮ LIỆU", "Số hóa và làm sạch dữ liệu", "tone placed otherwise"},
      {"HẠ TẦNG, PHẦN MỀM - KẾT NỐI, CHIA SẺ - AN NINH AN TOÀN",
       "Hạ tầng, phần mềm - kết nối, chia sẻ - an ninh an toàn", "V"},
      {"PHÁP LÝ", "Pháp lý", "VI"},
      {"Về kinh phí triển khai:", "Kinh phí", "another wording"},
      {"Bộ Công an", "", "an agency"},
      {"", "", "nothing"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(vocabulary().topic_of_title(c.title).value_or(""), c.expected) << c.title << ": " << c.why;
}

TEST(Vocabulary, ClassifiesText) {
  struct Case {
    const char* text;
    const char* expected;
    const char* why;
  };
  const Case cases[] = {
      {"Bộ Tài chính, Bộ Kế hoạch và Đầu tư quan tâm hỗ trợ kinh phí thực hiện Đề án còn thiếu theo báo cáo "
       "đề xuất của các địa phương.",
       "Kinh phí", "3193, VI.2"},
      {"Hướng dẫn về cơ chế tiền lương, phụ cấp đặc thù cho lực lượng chuyên trách về an toàn thông tin mạng",
       "Trình độ, nguồn nhân lực CNTT", "3193, XII.3"},
      {"Đề nghị Bộ Thông tin và Truyền thông tiếp tục hỗ trợ Bộ Y tế trong việc đảm bảo an toàn thông tin.",
       "Hạ tầng, phần mềm - kết nối, chia sẻ - an ninh an toàn", "3193, III.2"},
      {"Bộ TNMT ban hành quy trình, hướng dẫn thực hiện làm sạch dữ liệu đất đai, nhà ở",
       "Số hóa và làm sạch dữ liệu", "3193, V.2"},
      {"Công an tỉnh tổ chức giao ban.", "", "nothing of any topic"},
      {"", "", "nothing"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(vocabulary().classify_topic(c.text), c.expected) << c.text << ": " << c.why;
}

TEST(Vocabulary, SuccessorsNameKnownAgencies) {
  const auto agencies = Agencies::load("corpus/vocabulary");
  ASSERT_TRUE(agencies.ok());
  for (const auto& [then, successor] : vocabulary().successors.all()) {
    EXPECT_NE(agencies.value().find(then), nullptr) << then;
    const std::string today = successor.today.substr(0, successor.today.find(", thuộc "));
    EXPECT_NE(agencies.value().find(today), nullptr) << today;
    for (const MovedMatter& moved : successor.moved)
      EXPECT_NE(agencies.value().find(moved.agency), nullptr) << moved.agency;
  }
}

TEST(Vocabulary, Successors) {
  const Successor* transport = vocabulary().successors.of("Bộ Giao thông vận tải");
  ASSERT_NE(transport, nullptr);
  EXPECT_EQ(transport->today, "Bộ Xây dựng");
  EXPECT_EQ(transport->since, "2025-03-01");
  ASSERT_THAT(transport->moved, SizeIs(1));
  EXPECT_EQ(transport->moved[0].agency, "Bộ Công an");
  EXPECT_THAT(transport->moved[0].words, Contains("GPLX"));

  const Successor* province = vocabulary().successors.of("UBND tỉnh Quảng Bình");
  ASSERT_NE(province, nullptr);
  EXPECT_EQ(province->today, "UBND tỉnh Quảng Trị");
  EXPECT_EQ(province->since, "2025-07-01");

  const Successor* hue = vocabulary().successors.of("UBND tỉnh Thừa Thiên Huế");
  ASSERT_NE(hue, nullptr);
  EXPECT_EQ(hue->since, "2025-01-01") << "half a year before the others";

  EXPECT_EQ(vocabulary().successors.of("Bộ Y tế"), nullptr) << "is what it was";
  EXPECT_EQ(vocabulary().successors.of("UBND thành phố Hà Nội"), nullptr) << "is what it was";
}

// Each table replaced by a bad one: the message must name the file and the line.
TEST(VocabularyErrors, NameFileAndLine) {
  struct Case {
    const char* file;
    const char* text;
    const char* line;
    const char* why;
  };
  const Case cases[] = {
      {"abbreviations.tsv", "abbreviation\texpansion\nTTHC\tthủ tục hành chính\ntthc\tthủ tục hành chính\n",
       ":3", "the same row twice"},
      {"abbreviations.tsv", "# one\n# two\nabbreviation\texpansion\nTTHC\n", ":4", "no expansion"},
      {"synonyms.tsv", "official\teveryday\ntrẻ em\n", ":2", "one phrase alone"},
      {"glossary.tsv", "english\tvietnamese\tdomain\nbirth\n", ":2", "no Vietnamese"},
      {"topics.tsv", "name\ttitles\tkeywords\nKinh phí\n\nKINH PHÍ\n", ":4", "a topic twice"},
      {"successors.tsv", "then\ttoday\tsince\tbasis\nBộ A\n", ":2", "no agency of today"},
      {"moved_matters.tsv", "then\tmatter\ttoday\twords\nBộ Tư pháp\tlý lịch tư pháp\t\tLLTP\n", ":2",
       "a matter without agency"},
      {"moved_matters.tsv", "then\tmatter\ttoday\twords\nBộ A\tbáo chí\tBộ B\tbáo chí\n", ":2",
       "an agency without successor"},
      {"topics.tsv", "name\ttitles\tkeywords\nKinh phí\ta\tb\tc\n", ":2", "too many cells"},
      {"topics.tsv", "title\nKinh phí\n", "topics.tsv", "other columns"},
  };
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("giaidap_vocabulary_" + std::to_string(::getpid()));
  for (const Case& c : cases) {
    std::filesystem::remove_all(folder);
    std::filesystem::copy("corpus/vocabulary", folder);
    std::ofstream(folder / c.file, std::ios::trunc) << c.text;
    const auto loaded = Vocabulary::load(folder);
    ASSERT_FALSE(loaded.ok()) << c.file << ": " << c.why;
    EXPECT_THAT(loaded.error().place, testing::HasSubstr(c.file)) << c.why;
    EXPECT_THAT(loaded.error().place, EndsWith(c.line)) << c.why;
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace giaidap
