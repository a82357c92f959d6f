#include "server/query/intersect.h"

#include <gmock/gmock.h>

namespace giaidap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Document n has the term "a", and "b" where n is even, "c" where it is divisible by three.
Xapian::WritableDatabase hundred_documents() {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (int number = 1; number <= 100; ++number) {
    Xapian::Document document;
    document.add_boolean_term("a");
    if (number % 2 == 0) document.add_boolean_term("b");
    if (number % 3 == 0) document.add_boolean_term("c");
    db.add_document(document);
  }
  return db;
}

std::vector<Xapian::docid> common(std::vector<std::string> terms, std::size_t limit,
                                  std::size_t postings = 1000) {
  return intersect(hundred_documents(), ListsAre::Here, std::move(terms), limit, postings);
}

TEST(IntersectTest, WhatHasAllTerms) {
  EXPECT_THAT(common({"a", "b", "c"}, 4), ElementsAre(6, 12, 18, 24));
  EXPECT_THAT(common({"a", "b", "c"}, 100), ::testing::SizeIs(16));
  EXPECT_THAT(common({"c"}, 2), ElementsAre(3, 6));
  EXPECT_THAT(common({"b", "b"}, 2), ElementsAre(2, 4)) << "a term twice is a term";
  EXPECT_THAT(common({"a", "zzz"}, 4), IsEmpty()) << "a term that nothing has";
  EXPECT_THAT(common({}, 4), IsEmpty());
  EXPECT_THAT(common({"a"}, 0), IsEmpty());
}

TEST(IntersectTest, FindsTheSameByAQuery) {
  const Xapian::WritableDatabase db = hundred_documents();
  for (const std::size_t limit : {0U, 1U, 4U, 100U}) {
    for (const std::vector<std::string>& terms :
         std::vector<std::vector<std::string>>{{"a", "b", "c"}, {"c"}, {"b", "b"}, {"a", "zzz"}, {}}) {
      std::size_t none = 0;
      EXPECT_EQ(intersect(db, ListsAre::Remote, terms, limit, none), common(terms, limit)) << limit;
    }
  }
}

TEST(IntersectTest, AllThatHaveATerm) {
  for (const ListsAre lists : {ListsAre::Here, ListsAre::Remote}) {
    EXPECT_THAT(all_with(hundred_documents(), lists, "a"), ::testing::SizeIs(100));
    EXPECT_EQ(all_with(hundred_documents(), lists, "c"), common({"c"}, 100));
    EXPECT_THAT(all_with(hundred_documents(), lists, "zzz"), IsEmpty());
  }
}

TEST(IntersectTest, StopsWhereTheBudgetEnds) {
  const Xapian::WritableDatabase db = hundred_documents();
  std::size_t left = 10;
  EXPECT_THAT(intersect(db, ListsAre::Here, {"b", "c"}, 100, left), ElementsAre(6, 12));
  EXPECT_EQ(left, 0U);
  EXPECT_THAT(intersect(db, ListsAre::Here, {"a"}, 100, left), IsEmpty());
}

}  // namespace
}  // namespace giaidap
