// An index for tests of posting lists.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "server/query/posting_lists.h"
#include "tests/query/small_index.h"

namespace giaidap::testing {

// 300 entries: each second one says "thẻ", number 7 twenty times, every thirtieth "phí", number 30 three
// hundred times.
class ListedIndexTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<Entry> entries;
    for (int i = 0; i < 300; ++i) {
      std::string text = "mục";
      if (i % 2 == 1) text += repeated(" thẻ", i == 7 ? 20 : 1);
      if (i % 30 == 0) text += repeated(" phí", i == 30 ? 300 : 1);
      entries.push_back(passage("1/A#" + std::to_string(i), "", text));
    }
    index_.put("a.txt", {dispatch("1/A", "2024-01-31", "công văn", entries)});
    db_ = Xapian::Database(index_.folder().string());
    lengths_.assign(db_.get_lastdocid() + 1, 0);
    for (auto at = db_.postlist_begin(""); at != db_.postlist_end(""); ++at)
      lengths_[*at] = at.get_doclength();
    lists_ = std::make_unique<PostingLists>(lengths_, db_.get_avlength());
  }

  static std::string repeated(const std::string& word, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += word;
    return text;
  }

  std::map<Xapian::docid, std::uint32_t> in_index(const std::string& term) const {
    std::map<Xapian::docid, std::uint32_t> postings;
    for (auto at = db_.postlist_begin(term); at != db_.postlist_end(term); ++at) postings[*at] = at.get_wdf();
    return postings;
  }

  SmallIndex index_;
  Xapian::Database db_;
  std::vector<std::uint32_t> lengths_;
  std::unique_ptr<PostingLists> lists_;
};

}  // namespace giaidap::testing
