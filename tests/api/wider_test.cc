#include "server/api/wider.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(PlainQuery, KeepsWhatIsAskedFor) {
  struct Case {
    const char* query;
    const char* plain;
  };
  const Case cases[] = {
      {"số định danh", "số định danh"},
      {"\"số định danh\" hộ tịch", "số định danh hộ tịch"},
      {"dữ liệu -hộ tịch", "dữ liệu tịch"},
      {"dữ liệu -\"hộ tịch\" cũ", "dữ liệu cũ"},
      {"đất - nhà", "đất - nhà"},
      {"656/QCPH-HTQTCT", "656/QCPH-HTQTCT"},
      {"-hộ", ""},
      {"-\"hộ", ""},
      {"\"", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(plain_query(c.query), c.plain) << c.query;
}

}  // namespace
}  // namespace giaidap
