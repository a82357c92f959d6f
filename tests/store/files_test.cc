#include "indexer/files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/store/sample.h"

namespace giaidap {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class FindFilesTest : public InTemporaryFolder {
 protected:
  void write(const std::filesystem::path& name) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << "x";
  }

  std::vector<std::string> names(const FoundFiles& found) {
    std::vector<std::string> names;
    for (const auto& file : found.files) names.push_back(file.lexically_relative(folder_).string());
    return names;
  }
};

TEST_F(FindFilesTest, WalksFoldersInSortedOrder) {
  for (const char* name : {"b.txt", "a/2.md", "a/1.DOCX", "c.jsonl", "a/x/y.pdf"}) write(name);
  const FoundFiles found = find_files({folder_});
  EXPECT_THAT(names(found), ElementsAre("a/1.DOCX", "a/2.md", "a/x/y.pdf", "b.txt", "c.jsonl"));
  EXPECT_THAT(found.notes, IsEmpty());
}

TEST_F(FindFilesTest, SaysWhatItPassesOverInFolders) {
  for (const char* name : {"a.txt", ".hidden.txt", ".git/b.txt", "photo.jpg", "README"}) write(name);
  std::filesystem::create_directory_symlink(folder_, folder_ / "loop.txt");
  const FoundFiles found = find_files({folder_});
  EXPECT_THAT(names(found), ElementsAre("a.txt"));
  ASSERT_THAT(found.notes, SizeIs(5));
  EXPECT_THAT(found.notes[0], HasSubstr(".git: passed over, hidden"));
  EXPECT_THAT(found.notes[1], HasSubstr(".hidden.txt: passed over, hidden"));
  EXPECT_THAT(found.notes[2], HasSubstr("README: passed over, its extension"));
  EXPECT_THAT(found.notes[3], HasSubstr("loop.txt: passed over, no file"));
  EXPECT_THAT(found.notes[4], HasSubstr("photo.jpg: passed over, its extension"));
}

TEST_F(FindFilesTest, KeepsFilesThatAreNamedInTheirOrderAndOnce) {
  for (const char* name : {"b.txt", "a.txt", ".hidden", "photo.jpg"}) write(name);
  const FoundFiles found = find_files({folder_ / "photo.jpg", folder_ / "missing.txt", folder_ / ".hidden",
                                       folder_ / "b.txt", folder_, folder_ / "." / "a.txt"});
  EXPECT_THAT(names(found), ElementsAre("photo.jpg", "missing.txt", ".hidden", "b.txt", "a.txt"));
}

}  // namespace
}  // namespace giaidap
