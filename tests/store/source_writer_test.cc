#include "indexer/store/source_writer.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/store/sample.h"

namespace giaidap {
namespace {

// Keeps what it is told and makes nothing.
class TellingSink : public DocumentSink {
 public:
  void add(DocumentMaker /*make*/, std::size_t bytes) override { told_.push_back(bytes); }
  [[nodiscard]] const std::vector<std::size_t>& told() const { return told_; }

 private:
  std::vector<std::size_t> told_;
};

// The size of the file decides how it is shared out among threads: what its entries are said to have must add
// up to it, or the end of a large file goes into shards without number.
TEST(SourceWriter, TellsOfAnEntryAboutWhatItsRowHas) {
  constexpr std::size_t kTextBytes = 600;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  TellingSink sink;
  SourceWriter writer(database, sink, {"rows.jsonl", "h"});
  Entry entry = sample_entry("III.1");
  entry.text = std::string(kTextBytes, 'a');
  entry.question = entry.text.substr(0, kTextBytes / 3);
  entry.answer = entry.text.substr(kTextBytes / 3);
  writer.add_entry(entry, sample_dispatch(), "2024-01-02");
  ASSERT_THAT(sink.told(), testing::SizeIs(2)) << "the record of the dispatch comes first";
  EXPECT_GE(sink.told()[1], kTextBytes);
  EXPECT_LE(sink.told()[1], kTextBytes + kTextBytes / 2);
}

}  // namespace
}  // namespace giaidap
