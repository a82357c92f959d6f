// What is told of the options in several places: --help, the manual pages, the example of a configuration.
#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/e2e/child.h"

namespace giaidap::e2e {
namespace {

using Names = std::set<std::string>;

const std::string kPackage = "server/package/";

// What the first group of the expression holds wherever it matches; names in a list each for itself.
Names found_in(const std::string& text, const std::string& expression) {
  Names names;
  const std::regex pattern(expression, std::regex::ECMAScript | std::regex::multiline);
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator();
       ++at) {
    std::string list = (*at)[1];
    std::replace(list.begin(), list.end(), ',', ' ');
    std::istringstream words(list);
    for (std::string word; words >> word;) names.insert(word.substr(word.find_first_not_of('-')));
  }
  return names;
}

Names of_help(const std::string& help) { return found_in(help, "^ +(?:-[a-z],)?(--[a-z-]+)"); }

Names of_page(const std::string& name) {
  return found_in(read_text_file(kPackage + "man/" + name), "^\\.It Fl (-[a-z-]+(?: , -[a-z-]+)*)");
}

Finished run_shell(const std::string& line) { return Child({"/bin/sh", "-c", line}).wait(); }

Names without(Names names, const Names& others) {
  for (const std::string& other : others) names.erase(other);
  return names;
}

TEST(Manual, PagesTellTheOptionsOfThePrograms) {
  const Names server = of_help(run_server({"--help"}).out);
  EXPECT_GT(server.size(), 10U);
  EXPECT_EQ(of_page("giaidap-server.1"), server);
  EXPECT_EQ(of_page("giaidap-index.1"), of_help(run_index({"--help"}).out));
}

TEST(Manual, TheConfigurationHasEveryOption) {
  const Names options = without(of_help(run_server({"--help"}).out), {"help", "version", "config"});
  EXPECT_EQ(found_in(read_text_file(kPackage + "giaidap.conf"), "^#?([a-z-]+) ="), options);
  EXPECT_EQ(found_in(read_text_file(kPackage + "man/giaidap.conf.5"), "^\\.It Cm ([a-z-]+(?: , [a-z-]+)*)"),
            options);
}

// With every option that is commented out put in: the names are right and the values possible.
TEST(Manual, TheConfigurationCanBeRead) {
  const TemporaryFolder folder;
  std::string text = read_text_file(kPackage + "giaidap.conf");
  text = std::regex_replace(text, std::regex("(^|\n)#([a-z-]+ =)"), "$1$2");
  text = std::regex_replace(text, std::regex("\ndb = [^\n]*"), "\ndb = " + folder / "missing");
  write_text_file(folder / "conf", text);
  const Finished run =
      run_server({"--config", folder / "conf", "--desk-token-file", "/dev/null", "--web", "web"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.err.find("--help tells"), std::string::npos) << run.err;
}

TEST(Manual, PagesAreWellFormed) {
  if (run_shell("command -v mandoc").exit_code != 0) GTEST_SKIP() << "mandoc is not installed";
  const Finished run = run_shell("mandoc -Tlint -Wwarning " + kPackage + "man/*");
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
}

}  // namespace
}  // namespace giaidap::e2e
