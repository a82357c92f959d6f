// web/openapi.json as a test reads it: what it promises of each answer, in a form that a validator takes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace giaidap::e2e {

// In place of a path: what methods other than GET and HEAD get, at whichever of them.
inline constexpr const char* kOtherMethods = "x-other-methods";

class OpenApi {
 public:
  explicit OpenApi(nlohmann::json document) : document_(std::move(document)) {}

  [[nodiscard]] std::vector<std::string> paths() const;
  // Components that nothing refers to.
  [[nodiscard]] std::vector<std::string> unused() const;
  // Of a path, as documented: {"200", "400"}.
  [[nodiscard]] std::vector<std::string> statuses(const std::string& path) const;
  // What is told of the answer itself: "headers", "content".
  [[nodiscard]] nlohmann::json response(const std::string& path, const std::string& status) const;
  // "application/json"; what the answer of this status is.
  [[nodiscard]] std::string type(const std::string& path, const std::string& status) const;
  [[nodiscard]] const nlohmann::json& parameters(const std::string& path) const;

  // Why the body is not what is documented of this answer, a line each fault; empty where it is. Members that
  // are not documented are faults, though clients are to pass over what they do not know.
  [[nodiscard]] std::string faults(const std::string& path, const std::string& status,
                                   const nlohmann::json& body) const;

 private:
  [[nodiscard]] const nlohmann::json& operation(const std::string& path) const;

  nlohmann::json document_;
};

// A schema of OpenAPI 3.0 as JSON Schema, strict: references filled in, parts of "allOf" joined, "nullable"
// as a further type, dates by their form, no members but those named. Throws for what it does not know.
nlohmann::json strict_schema(const nlohmann::json& document, const nlohmann::json& schema);

}  // namespace giaidap::e2e
