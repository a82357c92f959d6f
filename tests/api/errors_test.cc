#include "server/api/errors.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace giaidap {
namespace {

TEST(Errors, EveryCodeHasItsStatus) {
  EXPECT_EQ(http_status(ErrorCode::BadInput), 400);
  EXPECT_EQ(http_status(ErrorCode::TooLarge), 400);
  EXPECT_EQ(http_status(ErrorCode::NotFound), 404);
  EXPECT_EQ(http_status(ErrorCode::Unavailable), 503);
  EXPECT_EQ(http_status(ErrorCode::Incomplete), 503);
  EXPECT_EQ(http_status(ErrorCode::Internal), 500);
}

TEST(Errors, BodyHasTheShapeOfTheContract) {
  const auto body = nlohmann::json::parse(error_json(404, "no \"such\" entry"));
  EXPECT_EQ(body, nlohmann::json({{"error", {{"code", "not_found"}, {"message", "no \"such\" entry"}}}}));
}

TEST(Errors, BodyIsJsonWhateverTheMessage) {
  const auto body = nlohmann::json::parse(error_json(400, "bytes \xff\xc4 here"));
  EXPECT_EQ(body["error"]["code"], "bad_request");
}

TEST(Errors, StatusesWithoutWordsGetThoseOfTheirClass) {
  EXPECT_EQ(status_code_word(418), "bad_request");
  EXPECT_EQ(status_code_word(505), "internal");
}

TEST(Errors, MessageNamesThePlace) {
  EXPECT_EQ(error_message({ErrorCode::BadInput, "must be a date", "from"}), "from: must be a date");
  EXPECT_EQ(error_message({ErrorCode::BadInput, "must be a date", ""}), "must be a date");
}

TEST(Errors, WhatWasThrownIsTold) {
  EXPECT_EQ(failure_message(std::make_exception_ptr(std::runtime_error("no room"))), "no room");
  EXPECT_EQ(failure_message(std::make_exception_ptr(7)), "something unknown was thrown");
}

}  // namespace
}  // namespace giaidap
