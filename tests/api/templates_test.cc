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
    const auto templates = Templates::load(dir_);
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
  const auto unclosed = Templates::load(dir_);
  ASSERT_FALSE(unclosed.ok());
  EXPECT_NE(unclosed.error().place.find("page.mustache"), std::string::npos);
  write("page", "{{> page}}");
  EXPECT_EQ(rendered({}), "partials lie too deep");
  write("page", "{{> nothing}}");
  EXPECT_FALSE(Templates::load(dir_).ok());
}

TEST_F(TemplatesTest, AFolderWithoutTemplatesIsAnError) {
  EXPECT_FALSE(Templates::load(dir_).ok());
  EXPECT_FALSE(Templates::load(dir_ / "nowhere").ok());
}

TEST(TextsTest, KeysWithoutTextShowThemselves) {
  const auto texts = Texts::load("web");
  ASSERT_TRUE(texts.ok());
  EXPECT_EQ(texts.value()["kind.qa"], "Đã trả lời");
  EXPECT_EQ(texts.value()["no.such.key"], "no.such.key");
}

}  // namespace
}  // namespace giaidap
