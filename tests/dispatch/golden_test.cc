// Whole tables as read, compared with tests/data/golden/*.json. After a change that is meant, write them anew
// with
//   GIAIDAP_WRITE_GOLDEN=1 build/dev/dispatch_test --gtest_filter='Golden*'
// and read the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "indexer/base/json.h"
#include "tests/dispatch/tables.h"

namespace giaidap {
namespace {

std::string dump(const std::string& file, EntryKind kind, const std::string& item_prefix) {
  nlohmann::json entries = nlohmann::json::array();
  for (const ReadDispatch& read : reading_of(file).dispatches) {
    for (const Entry& entry : read.entries) {
      if (entry.kind == kind && entry.item.starts_with(item_prefix)) entries.push_back(to_json(entry));
    }
  }
  return entries.dump(1) + "\n";
}

void compare(const std::string& name, const std::string& read) {
  const std::string path = "tests/data/golden/" + name;
  if (std::getenv("GIAIDAP_WRITE_GOLDEN") != nullptr) std::ofstream(path) << read;
  std::ifstream in(path);
  std::stringstream golden;
  golden << in.rdbuf();
  EXPECT_EQ(nlohmann::json::parse(golden.str(), nullptr, false), nlohmann::json::parse(read)) << path;
}

TEST(Golden, AnswerRows) { compare("qa.json", dump(kQaFile, EntryKind::Qa, "IV.")); }
TEST(Golden, Petitions) { compare("petitions.json", dump(kPetitionFile, EntryKind::Petition, "V")); }
TEST(Golden, Tasks) { compare("tasks.json", dump(kTaskFile, EntryKind::Task, "")); }
TEST(Golden, Passages) { compare("passages.json", dump(kThreeDispatches, EntryKind::Passage, "1")); }

}  // namespace
}  // namespace giaidap
