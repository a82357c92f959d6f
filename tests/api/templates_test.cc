#include "server/api/templates.h"

#include <gtest/gtest.h>

#include <fstream>

namespace giaidap {
namespace {

namespace fs = std::filesystem;

// A web folder of its own for each test.
class TemplatesTest : public testing::Test {
 protected:
  TemplatesTest()
      : dir_(fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(dir_);
    fs::create_directories(dir_ / "templates");
  }
  ~TemplatesTest() override { fs::remove_all(dir_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(dir_ / "templates" / (name + ".mustache")) << text;
  }
  [[nodiscard]] std::string rendered(const nlohmann::json& view) const {
    const auto templates = Templates::load(dir_, Texts());
    return templates ? templates.value().render("page", view) : templates.error().message;
  }

  fs::path dir_;
};

TEST_F(TemplatesTest, TextIsEscapedUnlessAskedOtherwise) {
  write("page", "{{a}}|{{{a}}}");
  EXPECT_EQ(rendered({{"a", "<b x='1' y=\"2\">&"}}),
            "&lt;b x=&apos;1&apos; y=&quot;2&quot;&gt;&amp;|<b x='1' y=\"2\">&");
}

TEST_F(TemplatesTest, ValuesAreNotTemplates) {
  write("page", "{{a}}{{{a}}}");
  EXPECT_EQ(rendered({{"a", "{{b}}{{> page}}"}, {"b", "x"}}), "{{b}}{{&gt; page}}{{b}}{{> page}}");
}

TEST_F(TemplatesTest, NothingToSayIsAbsent) {
  write("page", "{{#a}}a{{/a}}{{^a}}-{{/a}}{{#n}}{{n}}{{/n}}{{#list}}[{{x}}]{{/list}}");
  EXPECT_EQ(rendered({{"a", ""}, {"n", 0}, {"list", {{{"x", 1}}, {{"x", nullptr}}}}}), "-0[1][]");
  EXPECT_EQ(rendered({{"a", nullptr}, {"n", nullptr}, {"list", nlohmann::json::array()}}), "-");
}

TEST_F(TemplatesTest, EmptyMembersHideThoseOutside) {
  write("page", "{{#inner}}{{name}}{{/inner}}");
  EXPECT_EQ(rendered({{"name", "outer"}, {"inner", {{"name", ""}}}}), "");
}

TEST_F(TemplatesTest, PartialsAreTakenIn) {
  write("page", "{{> part}}{{> part}}");
  write("part", "<{{a}}>");
  EXPECT_EQ(rendered({{"a", "x"}}), "<x><x>");
}

TEST_F(TemplatesTest, BrokenTemplatesAreNamed) {
  write("page", "{{#a}}");
  const auto unclosed = Templates::load(dir_, Texts());
  ASSERT_FALSE(unclosed.ok());
  EXPECT_NE(unclosed.error().place.find("page.mustache"), std::string::npos);
  write("page", "{{> page}}");
  EXPECT_EQ(rendered({}), "partials lie too deep");
  write("page", "{{> nothing}}");
  EXPECT_FALSE(Templates::load(dir_, Texts()).ok());
}

TEST_F(TemplatesTest, AFolderWithoutTemplatesIsAnError) {
  EXPECT_FALSE(Templates::load(dir_, Texts()).ok());
  EXPECT_FALSE(Templates::load(dir_ / "nowhere", Texts()).ok());
}

TEST_F(TemplatesTest, WordsOfTheInterfaceArePutIn) {
  std::ofstream(dir_ / "texts.tsv") << "key\tvi\nwho\t{{agency}} trả lời \"&\"\n";
  const auto texts = Texts::load(dir_);
  ASSERT_TRUE(texts.ok());
  write("page", "<b title=\"{{$who}}\">");
  const auto templates = Templates::load(dir_, texts.value().front());
  ASSERT_TRUE(templates.ok()) << templates.error().message;
  EXPECT_EQ(templates.value().render("page", {{"agency", "Bộ Y tế"}}),
            "<b title=\"Bộ Y tế trả lời &quot;&amp;&quot;\">");
  write("page", "{{$nobody}}");
  const auto missing = Templates::load(dir_, texts.value().front());
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().message, "there is no text nobody in texts.tsv");
}

TEST_F(TemplatesTest, NumbersAreForPeople) {
  std::ofstream(dir_ / "texts.tsv") << "key\tvi\nnumber.thousands\t.\nnumber.decimal\t,\n";
  const auto texts = Texts::load(dir_);
  write("page", "{{whole}}|{{share}}|{{year}}");
  const auto templates = Templates::load(dir_, texts.value().front());
  EXPECT_EQ(templates.value().render("page", {{"whole", 1234567}, {"share", 12.25}, {"year", "2023"}}),
            "1.234.567|12,3|2023");
}

TEST_F(TemplatesTest, MarksThatTurnOrHideAreLeftOut) {
  write("page", "{{a}}");
  EXPECT_EQ(rendered({{"a", "a\u202Eb\u2066c\u2069\u200Fd\x01\ne – f"}}), "abcd\ne – f");
}

}  // namespace
}  // namespace giaidap
