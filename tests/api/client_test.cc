#include "server/api/client.h"

#include <gtest/gtest.h>

namespace giaidap {
namespace {

TEST(Client, IsTheLastAddressThatAProxyNames) {
  EXPECT_EQ(client_of_forwarded("10.0.0.7"), std::string("\x0a\x00\x00\x07", 4));
  EXPECT_EQ(client_of_forwarded("1.2.3.4, 10.0.0.7 "), client_of_forwarded("10.0.0.7"))
      << "what stands before it, the client has said itself";
  EXPECT_EQ(client_of_forwarded("2001:db8:1:2:3:4:5:6"), client_of_forwarded("2001:db8:1:2::1"))
      << "one network, one client";
  EXPECT_NE(client_of_forwarded("2001:db8:1:2::1"), client_of_forwarded("2001:db8:1:3::1"));
  EXPECT_EQ(client_of_forwarded("::ffff:10.0.0.7"), client_of_forwarded("10.0.0.7"));
  for (const char* header : {"", " ", "unknown", "10.0.0", "10.0.0.7,", "10.0.0.7:80"}) {
    EXPECT_EQ(client_of_forwarded(header), "") << header;
  }
}

}  // namespace
}  // namespace giaidap
