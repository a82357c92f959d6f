// web/openapi.json as the running server serves it: what it tells of an answer.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace giaidap::test {

const nlohmann::json& document();

// What is told of a status by this path of the document; null where nothing is.
nlohmann::json documented(const std::string& path, int status);

// The path of the document that a target is of; empty where it has none.
std::string path_of(const std::string& target);

}  // namespace giaidap::test
