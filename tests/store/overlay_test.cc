#include "indexer/overlay.h"

#include <gmock/gmock.h>

#include "tests/reading_tables.h"
#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class OverlayTest : public InTemporaryFolder {
 protected:
  std::filesystem::path with_table(const std::string& name, const std::string& table) {
    write(name, table);
    return folder_ / "a.txt";
  }

  static ReadDispatch read() {
    ReadDispatch read;
    read.dispatch.id = "a.txt~1";
    Entry entry;
    entry.dispatch_id = "a.txt~1";
    entry.item = "III.4";
    entry.name = "a.txt~1#III.4";
    entry.kind = EntryKind::Qa;
    entry.question = "Trẻ em?";
    entry.answer = "Theo Công văn số 761/BTP-CNTT.";
    entry.text = *entry.question + "\n" + *entry.answer;
    read.entries.push_back(entry);
    return read;
  }
};

TEST_F(OverlayTest, CorrectsDispatchesAndEntriesAndTellsSo) {
  const auto file =
      with_table("a.fix.tsv",
                 "# sửa ngày 1/7\nentry\tfield\tvalue\n\tnumber\t1165/TCTTKĐA\n\tdate\t2023-08-25\n"
                 "III.4\tagencies\tBHXH VIỆT NAM; Bộ Tư pháp\nIII.4\tanswer\tTheo Nghị định 87/2020/NĐ-CP."
                 "\nIX.9\ttopic\tx\nIII.4\tcolour\tđỏ\n");
  Overlay overlay(file);
  ReadDispatch changed = read();
  overlay.apply(changed, tables().agencies);
  EXPECT_EQ(changed.dispatch.number, "1165/TCTTKĐA");
  EXPECT_EQ(changed.dispatch.id, "1165/TCTTKĐA");
  EXPECT_EQ(changed.dispatch.date, "2023-08-25");
  const Entry& entry = changed.entries.front();
  EXPECT_EQ(entry.name, "1165/TCTTKĐA#III.4") << "entries are named by the number";
  EXPECT_EQ(entry.dispatch_id, "1165/TCTTKĐA");
  EXPECT_THAT(entry.agencies, ElementsAre("Bảo hiểm xã hội Việt Nam", "Bộ Tư pháp"));
  EXPECT_EQ(entry.text, "Trẻ em?\nTheo Nghị định 87/2020/NĐ-CP.");
  EXPECT_THAT(entry.cites, ElementsAre(HasSubstr("87/2020")));
  const std::vector<Finding> findings = overlay.findings();
  ASSERT_THAT(findings, SizeIs(6));
  EXPECT_EQ(findings[0].place, "a.fix.tsv:1");
  EXPECT_THAT(findings[3].message, HasSubstr("\"Theo Công văn số 761/BTP-CNTT.\" → \"Theo Nghị định"));
  EXPECT_THAT(findings[4].message, HasSubstr("Không có mục \"IX.9\""));
  EXPECT_THAT(findings[5].message, HasSubstr("Không có trường \"colour\""));
}

TEST_F(OverlayTest, ATableThatCannotBeReadIsAFindingAndNoneIsNothing) {
  Overlay none(folder_ / "a.txt");
  EXPECT_THAT(none.findings(), IsEmpty());
  EXPECT_EQ(Overlay::hash_for(folder_ / "a.txt"), "");
  const auto file = with_table("a.txt.fix.tsv", "mục\ttrường\n");
  EXPECT_NE(Overlay::hash_for(file), "");
  Overlay overlay(file);
  ReadDispatch unchanged = read();
  overlay.apply(unchanged, tables().agencies);
  EXPECT_FALSE(unchanged.dispatch.number);
  ASSERT_THAT(overlay.findings(), SizeIs(1));
  EXPECT_THAT(overlay.findings()[0].message, HasSubstr("entry, field, value"));
  EXPECT_TRUE(Overlay::is_overlay(folder_ / "a.txt.fix.tsv"));
}

}  // namespace
}  // namespace giaidap
