#include "server/query/related.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::ElementsAre;

SearchHit hit(const char* name, EntryKind kind, double score, const char* date, const char* answer = "") {
  SearchHit made;
  made.entry.name = name;
  made.entry.kind = kind;
  if (*answer != '\0') made.entry.answer = answer;
  made.dispatch.date = date;
  made.score = score;
  return made;
}

std::vector<std::string> names(const std::vector<SearchHit>& hits) {
  std::vector<std::string> all;
  for (const SearchHit& one : hits) all.push_back(one.entry.name);
  return all;
}

constexpr const char* kRules =
    "Bộ Tư pháp, Bộ Công an đã ký Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân.";
constexpr const char* kRulesAgain =
    "Bộ Tư pháp và Bộ Công an đã ký Quy chế phối hợp cấp, hủy, cấp lại Số định danh cá nhân cho công dân";
constexpr const char* kOther = "Đề nghị địa phương liên hệ Cục Công nghệ thông tin để được hỗ trợ kỹ thuật.";

TEST(Related, AnswersComeFirstForAPetition) {
  Entry petition;
  petition.kind = EntryKind::Petition;
  const auto arranged = arrange_related(petition,
                                        {hit("passage", EntryKind::Passage, 9, "2024-01-01"),
                                         hit("asked", EntryKind::Petition, 8, "2024-01-01"),
                                         hit("answered", EntryKind::Qa, 7, "2023-08-25", kRules)},
                                        5);
  EXPECT_THAT(names(arranged), ElementsAre("answered", "asked", "passage"));
}

TEST(Related, QuestionsAndAnswersComeBeforeProseForAnAnswer) {
  Entry answer;
  answer.kind = EntryKind::Qa;
  const auto arranged = arrange_related(answer,
                                        {hit("passage", EntryKind::Passage, 9, "2024-01-01"),
                                         hit("petition", EntryKind::Petition, 8, "2024-04-01"),
                                         hit("answer", EntryKind::Qa, 7, "2023-01-01", kOther),
                                         hit("far", EntryKind::Qa, 2, "2025-01-01", kRules)},
                                        3);
  EXPECT_THAT(names(arranged), ElementsAre("petition", "answer", "far"))
      << "newest first among the near ones, the far one behind, prose beyond the limit";
}

TEST(Related, AnswersThatDifferComeNewestFirstAndSameOnesTogether) {
  Entry petition;
  petition.kind = EntryKind::Petition;
  const auto arranged = arrange_related(petition,
                                        {hit("old", EntryKind::Qa, 9, "2022-06-01", kRules),
                                         hit("new", EntryKind::Qa, 8.5, "2024-06-01", kRulesAgain),
                                         hit("between", EntryKind::Qa, 8, "2023-06-01", kOther)},
                                        5);
  EXPECT_THAT(names(arranged), ElementsAre("new", "old", "between"));
  EXPECT_EQ(arranged[0].same_as, "");
  EXPECT_EQ(arranged[1].same_as, "new") << "in nearly its words";
  EXPECT_EQ(arranged[2].same_as, "");
}

TEST(Related, AnAnswerInTheEntrysOwnWordsIsTold) {
  Entry answer;
  answer.name = "1165/TCTTKĐA#V.3";
  answer.kind = EntryKind::Qa;
  answer.answer = kRules;
  const auto arranged =
      arrange_related(answer, {hit("again", EntryKind::Qa, 9, "2024-01-01", kRulesAgain)}, 5);
  EXPECT_EQ(arranged.at(0).same_as, answer.name);
}

TEST(Related, WhatIsNearATaskStaysInOrder) {
  Entry task;
  task.kind = EntryKind::Task;
  const auto arranged = arrange_related(task,
                                        {hit("passage", EntryKind::Passage, 9, "2022-01-01"),
                                         hit("answered", EntryKind::Qa, 8, "2024-01-01", kRules)},
                                        5);
  EXPECT_THAT(names(arranged), ElementsAre("passage", "answered"));
}

TEST(Related, AnsweredOtherwiseIsTheSameObstacleWithAnotherAnswer) {
  const auto row = [](const char* question, const char* answer) {
    Entry entry;
    entry.kind = EntryKind::Qa;
    entry.question = question;
    entry.answer = answer;
    return entry;
  };
  const char* const obstacle = "Cấp thẻ bảo hiểm y tế bị lỗi không tồn tại thông tin chủ hộ";
  const char* const again = "Đề nghị xử lý lỗi không tồn tại thông tin chủ hộ khi cấp thẻ bảo hiểm y tế";
  EXPECT_TRUE(answered_otherwise(row(obstacle, kRules), row(again, kOther)));
  EXPECT_FALSE(answered_otherwise(row(obstacle, kRules), row(again, kRulesAgain))) << "it says the same";
  EXPECT_FALSE(answered_otherwise(row(obstacle, kRules), row("Máy quét mã QR bị hỏng", kOther)))
      << "another obstacle";
  EXPECT_FALSE(answered_otherwise(row(obstacle, kRules), row(again, ""))) << "not answered";
  Entry petition = row(again, kOther);
  petition.kind = EntryKind::Petition;
  EXPECT_FALSE(answered_otherwise(row(obstacle, kRules), petition));
}

TEST(Related, Likeness) {
  EXPECT_EQ(likeness(kRules, kRules), 1);
  EXPECT_GT(likeness(kRules, kRulesAgain), 0.8);
  EXPECT_LT(likeness(kRules, kOther), 0.3);
  EXPECT_EQ(likeness("", ""), 0);
}

}  // namespace
}  // namespace giaidap
