#include "server/api/request_rates.h"

#include <gtest/gtest.h>

#include <string>

namespace giaidap {
namespace {

using std::chrono::milliseconds;

TEST(RequestRatesTest, ABurstThenTheRate) {
  RequestRates rates;
  const auto start = RequestRates::Clock::now();
  int allowed = 0;
  for (int i = 0; i < 100; ++i) allowed += rates.allow("a", 2, start) ? 1 : 0;
  EXPECT_EQ(allowed, 20) << "ten seconds' worth at once";
  EXPECT_TRUE(rates.allow("b", 2, start)) << "others have their own";
  EXPECT_FALSE(rates.allow("a", 2, start + milliseconds(400)));
  EXPECT_TRUE(rates.allow("a", 2, start + milliseconds(600)));
  EXPECT_FALSE(rates.allow("a", 2, start + milliseconds(700)));
}

TEST(RequestRatesTest, NoRateIsNoLimit) {
  RequestRates rates;
  for (int i = 0; i < 10'000; ++i) EXPECT_TRUE(rates.allow("a", 0, {}));
  EXPECT_EQ(rates.size(), 0U);
}

TEST(RequestRatesTest, RestedClientsAreForgotten) {
  RequestRates rates;
  auto now = RequestRates::Clock::now();
  for (int i = 0; i < 100'000; ++i, now += milliseconds(1)) rates.allow(std::to_string(i), 1, now);
  EXPECT_LT(rates.size(), 5'000U);
}

}  // namespace
}  // namespace giaidap
