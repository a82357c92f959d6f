#include "indexer/schema/unreadable.h"

#include <gmock/gmock.h>

#include <cerrno>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string kPlace = "/srv/index";

Xapian::WritableDatabase of_format(const std::string& version) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata(schema::kVersionKey, version);
  return database;
}

TEST(CheckFormat, TakesOursAlone) {
  EXPECT_TRUE(check_format(of_format(std::to_string(schema::kFormatVersion)), kPlace));
  const Result<Unit> other = check_format(of_format("7"), kPlace);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(other.error().place, kPlace);
  EXPECT_THAT(other.error().message, StartsWith("this index has format 7, ")) << "as server/run looks for it";
  const Result<Unit> foreign = check_format(of_format(""), kPlace);
  ASSERT_FALSE(foreign);
  EXPECT_THAT(foreign.error().message, HasSubstr("another program"));
}

TEST(Unreadable, TellsTheKindsOfFailuresApart) {
  const auto words = [](const Xapian::Error& error) {
    const std::optional<Error> told = unreadable(error, kPlace);
    return told ? told->message : "";
  };
  EXPECT_THAT(words(Xapian::DatabaseVersionError("v")),
              StartsWith("was written by another version of Xapian:"));
  EXPECT_THAT(words(Xapian::DatabaseCorruptError("block 7")), StartsWith("is damaged (block 7): "));
  EXPECT_THAT(words(Xapian::DatabaseError("block 7")), StartsWith("is damaged (block 7): "));
  EXPECT_EQ(words(Xapian::DatabaseOpeningError("no such folder")),
            "the index cannot be opened: no such folder");
  EXPECT_EQ(words(Xapian::DatabaseError("cannot read", EIO)), "") << "the disk, not the index";
  EXPECT_EQ(words(Xapian::NetworkError("no answer")), "");
  EXPECT_EQ(unreadable(Xapian::DatabaseCorruptError("x"), kPlace)->place, kPlace);
}

TEST(Unreadable, TheSystemsWordsFollowXapians) {
  EXPECT_EQ(detail_of(Xapian::DatabaseError("cannot read", ENOENT)),
            "cannot read: No such file or directory");
  EXPECT_EQ(detail_of(Xapian::DatabaseError("cannot read")), "cannot read");
}

}  // namespace
}  // namespace giaidap
