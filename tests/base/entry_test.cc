#include "indexer/base/entry.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(EntryWords, AreThoseOfTheContractBothWays) {
  struct Row {
    EntryKind kind;
    const char* word;
  };
  for (const Row& row : {Row{EntryKind::Qa, "qa"}, Row{EntryKind::Petition, "petition"},
                         Row{EntryKind::Task, "task"}, Row{EntryKind::Passage, "passage"}}) {
    EXPECT_EQ(to_string(row.kind), row.word);
    EXPECT_EQ(entry_kind_from(row.word), row.kind);
  }
  EXPECT_EQ(entry_status_from("answered"), EntryStatus::Answered);
  EXPECT_EQ(entry_status_from("open"), EntryStatus::Open);
  EXPECT_EQ(entry_status_from("none"), EntryStatus::None);
  for (const char* word : {"", "QA", "qa ", "văn bản"}) {
    EXPECT_EQ(entry_kind_from(word), std::nullopt) << word;
    EXPECT_EQ(entry_status_from(word), std::nullopt) << word;
  }
}

TEST(CountKinds, CountsOnlyWhatIsThere) {
  Entry task;
  task.kind = EntryKind::Task;
  Entry qa;
  qa.kind = EntryKind::Qa;
  EXPECT_THAT(count_kinds({qa, task, qa}), ElementsAre(Pair("qa", 2), Pair("task", 1)));
  EXPECT_THAT(count_kinds({}), IsEmpty());
}

}  // namespace
}  // namespace giaidap
