#include "server/query/borne_names.h"

#include <gtest/gtest.h>

#include "tests/query/small_index.h"

namespace giaidap {
namespace {

std::vector<std::string> found(const char* q) {
  const testing::SmallIndex index;
  ReadDispatch of_province =
      testing::dispatch("06/BC", "2022-06-21", "báo cáo",
                        {testing::passage("06/BC#1", "Kết quả",
                                          "Còn 11 dịch vụ công thiết yếu chưa phát sinh hồ sơ trực tuyến.")});
  of_province.dispatch.issuer = "UBND tỉnh Quảng Ngãi";
  index.put(
      "file.txt",
      {testing::dispatch("3193/VPCP", "2024-05-10", "công văn",
                         {testing::petition("3193/VPCP#1", "Bộ Tư pháp", "UBND tỉnh Sóc Trăng",
                                            "Nâng cấp phần mềm đăng ký, quản lý hộ tịch điện tử."),
                          testing::petition("3193/VPCP#2", "Bộ Tư pháp", "UBND tỉnh Yên Bái",
                                            "Rà soát các văn bản có liên quan đến Sóc Trăng, Bạc Liêu.")}),
       of_province,
       testing::dispatch(
           "1/BC", "2024-01-31", "báo cáo",
           {testing::passage("1/BC#1", "Kết quả", "Quảng Ngãi và các tỉnh đã đưa dịch vụ công lên mạng.")})});
  return testing::names(index.searcher().search(testing::asking(q)).value());
}

TEST(BorneNamesTest, APetitionIsFoundByWhoMadeIt) {
  const auto names = found("Sóc Trăng đề nghị Bộ Tư pháp nâng cấp gì");
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front(), "3193/VPCP#1") << "though only the other one names the province in its words";
}

TEST(BorneNamesTest, WhatAProvinceReportsIsSaidOfIt) {
  const auto names = found("Quảng Ngãi còn mấy dịch vụ công chưa có hồ sơ");
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front(), "06/BC#1");
}

TEST(BorneNamesTest, OnlyNamesThatAreAskedForCount) {
  Interpretation asked;
  asked.places = {"UBND tỉnh Lào Cai"};
  asked.dispatches = {{"06/BC", "UBND tỉnh Lào Cai"}};
  EXPECT_TRUE(borne_names({"UBND tỉnh Yên Bái"}, "1/BC", asked).empty());
  EXPECT_EQ(borne_names({"UBND tỉnh Lào Cai", "UBND tỉnh Yên Bái"}, "1/BC", asked).size(), 4U);
  EXPECT_EQ(borne_names({}, "06/BC", asked).size(), 4U);
}

TEST(BorneNamesTest, EverySentenceBearsThem) {
  Interpretation asked;
  asked.places = {"UBND tỉnh Lào Cai"};
  const auto names = borne_names({"UBND tỉnh Lào Cai"}, "", asked);
  const AnalysedText text = with_names(analyse("Một câu. Hai câu."), names);
  ASSERT_EQ(text.words.size(), 2U);
  EXPECT_EQ(text.words[0].size(), 6U);
  EXPECT_EQ(text.words[1].back().folded, "cai");
}

}  // namespace
}  // namespace giaidap
