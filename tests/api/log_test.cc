#include "server/api/log.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(Log, NobodyElseWritesLines) {
  struct Case {
    std::string text, shown;
    const char* why;
  };
  const Case cases[] = {
      {"/muc/số", "/muc/số", "text stays readable"},
      {"/a\r\n2026 GET /b", "/a\\x0d\\x0a2026 GET /b", "line ends"},
      {"\x1b[31m", "\\x1b[31m", "terminal escapes"},
      {std::string("a\0b", 3), "a\\x00b", "zero bytes"},
      {"\x7f", "\\x7f", "delete"},
  };
  for (const Case& c : cases) EXPECT_EQ(printable(c.text), c.shown) << c.why;
}

TEST(Log, LongAddressesAreCut) {
  const std::string shown = printable(std::string(9000, 'a'));
  EXPECT_LT(shown.size(), 2100U);
  EXPECT_EQ(shown.substr(shown.size() - 3), "…");
}

}  // namespace
}  // namespace giaidap
