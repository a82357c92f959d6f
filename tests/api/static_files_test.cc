#include "server/api/static_files.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(StaticFilesTest, OnlyListedNamesAreFound) {
  const auto files = StaticFiles::load("web");
  ASSERT_TRUE(files.ok()) << files.error().place;
  ASSERT_NE(files.value().find("style.css"), nullptr);
  EXPECT_EQ(files.value().find("style.css")->type, "text/css");
  for (const char* name : {"", ".", "..", "../CMakeLists.txt", "texts.tsv", "templates/head.mustache",
                           "STYLE.CSS", "/etc/passwd", "style.css/"}) {
    EXPECT_EQ(files.value().find(name), nullptr) << name;
  }
}

TEST(StaticFilesTest, AddressesChangeWithTheContent) {
  const auto files = StaticFiles::load("web");
  ASSERT_TRUE(files.ok());
  const std::string etag = files.value().find("style.css")->etag;
  EXPECT_NE(etag, files.value().find("actions.js")->etag);
  EXPECT_EQ(files.value().url("style.css"), "/static/style.css?v=" + etag.substr(3, 8));
}

TEST(StaticFilesTest, AMissingFileIsNamed) {
  const auto files = StaticFiles::load("corpus");
  ASSERT_FALSE(files.ok());
  EXPECT_NE(files.error().place.find("style.css"), std::string::npos);
}

}  // namespace
}  // namespace giaidap
