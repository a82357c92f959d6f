#include "server/query/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <random>

#include "indexer/text/tokens.h"
#include "server/query/columns.h"
#include "server/query/scoring.h"
#include "tests/query/small_index.h"
#include "tests/query/xapian_reference.h"

namespace giaidap {
namespace {

using schema::Channel;
using testing::SmallIndex;

// Entries of random runs of a few syllables, so that every kind of overlap of terms comes up.
class MatcherTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<Entry> entries;
    for (int i = 0; i < 400; ++i) {
      const std::string number = std::to_string(i);
      entries.push_back(testing::passage("1/A#" + number, words(3), words(2 + random_() % 30)));
      entries.back().agencies = {i % 7 == 0 ? "Bộ Y tế" : "Bộ Tư pháp"};
    }
    index_.put("a.txt", {testing::dispatch("1/A", "2024-01-31", "công văn", entries)});
    db_ = Xapian::Database(index_.folder().string());
    columns_ = load_columns(db_);
    lists_ = std::make_unique<PostingLists>(columns_.lengths, db_.get_avlength());
  }

  std::string words(std::size_t count) {
    static const std::vector<std::string> kWords = {"cấp",  "cáp",  "thẻ", "the", "căn",  "cước", "định",
                                                    "dính", "danh", "số",  "bảo", "hiểm", "y",    "tế"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      // The first ones are many times as frequent as the last ones.
      const std::size_t choice = random_() % kWords.size();
      text += kWords[std::min(choice, random_() % kWords.size())] + (random_() % 9 == 0 ? ". " : " ");
    }
    return text;
  }

  // As planners make them, with one wording of each concept: words and pairs.
  Plan random_plan() {
    Plan plan;
    const std::vector<Token> tokens = tokenize(words(1 + random_() % 6));
    const auto feature = [&](Channel channel, const std::string& first, const std::string& second) {
      return Feature{channel, first, second, 0.1 + static_cast<double>(random_() % 10) / 10, 0};
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Concept word;
      word.alternatives = {
          {{feature(Channel::Folded, tokens[i].folded, ""), feature(Channel::Toned, tokens[i].toned, "")}}};
      word.weight = 0.5 + static_cast<double>(random_() % 5);
      plan.word_weight += word.weight;
      plan.concepts.push_back(word);
      if (i == 0) continue;
      Concept pair;
      pair.pair = true;
      pair.alternatives = {{{feature(Channel::FoldedPair, tokens[i - 1].folded, tokens[i].folded),
                             feature(Channel::TonedPair, tokens[i - 1].toned, tokens[i].toned)}}};
      pair.weight = 1;
      plan.concepts.push_back(pair);
    }
    if (random_() % 4 == 0) plan.boosts.push_back({{"XABộ Y tế"}, 1.5, random_() % 2 == 0});
    if (random_() % 5 == 0) plan.required.push_back({feature(Channel::Toned, tokens.front().toned, "")});
    if (random_() % 5 == 0) plan.excluded.push_back({feature(Channel::Folded, "so", "")});
    return plan;
  }

  static void expect_same(const std::vector<Scored>& found, std::vector<Scored> expected, std::size_t most) {
    expected.resize(std::min(expected.size(), most));
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_NEAR(found[i].score, expected[i].score, 1e-9) << "place " << i;
      // Equal scores may change places: Xapian adds up in another order.
      const bool tied = std::count_if(expected.begin(), expected.end(), [&](const Scored& other) {
                          return std::abs(other.score - found[i].score) < 1e-9;
                        }) > 1;
      if (!tied && i + 1 < found.size()) {
        EXPECT_EQ(found[i].entry, expected[i].entry) << "place " << i;
      }
    }
  }

  std::mt19937 random_{7};
  SmallIndex index_;
  Xapian::Database db_;
  Columns columns_;
  std::unique_ptr<PostingLists> lists_;
  Workspace workspace_;
};

TEST_F(MatcherTest, FindsWhatXapiansMatcherFinds) {
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const Plan plan = random_plan();
    const std::vector<Scored> expected = testing::match_by_xapian(db_, plan);
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    for (const std::size_t most : {kAllHits, std::size_t{1}, std::size_t{10}}) {
      Matcher matcher(db_, scoring, *lists_, workspace_);
      expect_same(matcher.best(most), expected, most);
    }
  }
}

// Long lists are not read where few of their entries are asked about.
TEST_F(MatcherTest, ListsThatAreNotReadScoreTheSame) {
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE(round);
    const Plan plan = random_plan();
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    PostingLists unread(columns_.lengths, db_.get_avlength());
    unread.read_at_once(0);
    Matcher matcher(db_, scoring, unread, workspace_);
    expect_same(matcher.best(3), testing::match_by_xapian(db_, plan), 3);
  }
}

// Memory for a list or two, and the file from the first byte on.
TEST_F(MatcherTest, ListsFromTheFileScoreTheSame) {
  PostingLists crowded(columns_.lengths, db_.get_avlength(), {1000, 1U << 20U, 1, 1000, 1U << 20U});
  for (const char* term : {"Tthẻ", "Fthe", "Tcấp", "Fcap"}) crowded.of(db_, term);
  crowded.read_at_once(0);  // what is not at hand is looked up
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE(round);
    const Plan plan = random_plan();
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    Matcher matcher(db_, scoring, crowded, workspace_);
    expect_same(matcher.best(3), testing::match_by_xapian(db_, plan), 3);
  }
  EXPECT_TRUE(crowded.is_filed("Fthe"));
  EXPECT_TRUE(crowded.is_filed("Fcap"));
}

TEST_F(MatcherTest, AFilterLeavesTheBestOfThoseThatPass) {
  const FacetColumn& agencies = columns_.facet(Facet::Agency);
  const FacetColumn::ValueId health = agencies.id_of("Bộ Y tế");
  for (int round = 0; round < 50; ++round) {
    SCOPED_TRACE(round);
    const Plan plan = random_plan();
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    const auto passes = [&](Xapian::docid entry) { return *agencies.begin(entry) == health; };
    std::vector<Scored> expected;
    for (const Scored& hit : testing::match_by_xapian(db_, plan)) {
      if (passes(hit.entry)) expected.push_back(hit);
    }
    EntrySet accepted(columns_.lengths.size());
    for (const Xapian::docid entry : columns_.newest) {
      if (passes(entry)) accepted.add(entry);
    }
    Matcher matcher(db_, scoring, *lists_, workspace_);
    matcher.accept_only(accepted);
    expect_same(matcher.best(5), expected, 5);
  }
}

// Of several wordings of one concept an entry scores its best, all features of that one summed up.
TEST_F(MatcherTest, AConceptScoresAsItsBestWording) {
  const auto wording = [](std::vector<Feature> features) {
    Plan plan;
    Concept wanted;
    wanted.weight = 1;
    wanted.alternatives.push_back({std::move(features)});
    plan.concepts.push_back(wanted);
    return plan;
  };
  const auto scores = [&](const Plan& plan) {
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    Matcher matcher(db_, scoring, *lists_, workspace_);
    std::map<Xapian::docid, double> by_entry;
    for (const Scored& hit : matcher.best(kAllHits)) by_entry[hit.entry] = hit.score;
    return by_entry;
  };
  const Plan card =
      wording({{Channel::Folded, "the", "", 0.5, 0}, {Channel::FoldedPair, "the", "can", 0.5, 0}});
  const Plan insurance =
      wording({{Channel::Folded, "bao", "", 0.4, 0}, {Channel::Folded, "hiem", "", 0.4, 0}});
  Plan either = card;
  either.concepts.front().alternatives.push_back(insurance.concepts.front().alternatives.front());
  auto of_card = scores(card);
  auto of_insurance = scores(insurance);
  const auto found = scores(either);
  ASSERT_GT(found.size(), std::max(of_card.size(), of_insurance.size()));
  for (const auto& [entry, score] : found)
    EXPECT_NEAR(score, std::max(of_card[entry], of_insurance[entry]), 1e-9) << entry;
}

// Concepts of two wordings of one to three words each, with a word beside.
TEST_F(MatcherTest, AConceptWhoseScoresAreKeptFindsTheSame) {
  const auto wording = [&] {
    Alternative one;
    for (const Token& token : tokenize(words(1 + random_() % 3))) {
      const double factor = 0.1 + static_cast<double>(random_() % 10) / 10;
      one.features.push_back({Channel::Folded, token.folded, "", factor, 0});
      one.features.push_back({Channel::Toned, token.toned, "", 0.3, 0});
    }
    return one;
  };
  EntrySet accepted(columns_.lengths.size());
  for (const Xapian::docid entry : columns_.newest) {
    if (entry % 3 != 0) accepted.add(entry);
  }
  PostingLists keeping(columns_.lengths,
                       db_.get_avlength());  // what one round keeps, the next must not take for its own
  keeping.gains().few_postings(0);
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    Plan plan = random_plan();
    Concept wanted;
    wanted.weight = 0.5 + static_cast<double>(random_() % 3);
    wanted.alternatives = {wording(), wording()};
    if (round % 3 == 0) plan.boosts.push_back({{"XABộ Y tế", "XABộ Tư pháp"}, 0.7, true});
    plan.concepts.push_back(wanted);
    const Scoring scoring = scoring_of(plan, TermStatistics(db_));
    for (const std::size_t most : {std::size_t{1}, std::size_t{10}, kAllHits}) {
      for (const bool some : {false, true}) {
        const auto found = [&](PostingLists& lists) {
          Matcher matcher(db_, scoring, lists, workspace_);
          if (some) matcher.accept_only(accepted);
          return matcher.best(most);
        };
        expect_same(found(keeping), found(*lists_), most);
      }
    }
  }
}

}  // namespace
}  // namespace giaidap
