#include "tests/e2e/openapi.h"

#include <stdexcept>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace giaidap::e2e {
namespace {

using nlohmann::json;

constexpr const char* kIsoDate = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

const json& referred(const json& document, const json& schema) {
  const std::string target = schema.at("$ref").get<std::string>();
  return document.at(json::json_pointer(target.substr(target.find('#') + 1)));
}

// One object with the members of all parts, each already strict.
json joined(const std::vector<json>& parts) {
  json whole = {{"type", "object"},
                {"properties", json::object()},
                {"required", json::array()},
                {"additionalProperties", false}};
  for (const json& part : parts) {
    if (part.at("type") != "object") throw std::runtime_error("allOf of what is no object");
    whole["properties"].update(part.at("properties"));
    for (const json& name : part.value("required", json::array())) whole["required"].push_back(name);
  }
  return whole;
}

json strict_all_of(const json& document, const json& parts) {
  std::vector<json> strict;
  for (const json& part : parts) strict.push_back(strict_schema(document, part));
  return strict.size() == 1 ? strict.front() : joined(strict);
}

json strict_members(const json& document, const json& schema) {
  json strict = schema;
  for (auto& [name, member] : strict.at("properties").items()) member = strict_schema(document, member);
  if (!strict.contains("additionalProperties")) strict["additionalProperties"] = false;
  return strict;
}

json strict_value(const json& document, const json& schema) {
  if (schema.contains("$ref")) return strict_schema(document, referred(document, schema));
  if (schema.contains("allOf")) return strict_all_of(document, schema.at("allOf"));
  if (!schema.contains("type")) throw std::runtime_error("a schema without a type: " + schema.dump());
  if (schema.contains("properties")) return strict_members(document, schema);
  json strict = schema;
  if (strict.contains("items")) strict["items"] = strict_schema(document, strict.at("items"));
  if (strict.value("format", "") == "date") strict["pattern"] = kIsoDate;
  return strict;
}

}  // namespace

json strict_schema(const json& document, const json& schema) {
  json strict = strict_value(document, schema);
  const bool nullable = schema.value("nullable", false);
  strict.erase("nullable");
  if (!nullable) return strict;
  return {{"anyOf", json::array({{{"type", "null"}}, strict})}};
}

std::vector<std::string> OpenApi::paths() const {
  std::vector<std::string> names;
  for (const auto& path : document_.at("paths").items()) names.push_back(path.key());
  return names;
}

std::vector<std::string> OpenApi::unused() const {
  const std::string text = document_.dump();
  std::vector<std::string> names;
  for (const auto& [kind, components] : document_.at("components").items()) {
    for (const auto& one : components.items()) {
      const std::string name = "#/components/" + kind + '/' + one.key();
      if (text.find('"' + name + '"') == std::string::npos) names.push_back(name);
    }
  }
  return names;
}

const json& OpenApi::operation(const std::string& path) const {
  return path == kOtherMethods ? document_.at(path) : document_.at("paths").at(path).at("get");
}

std::vector<std::string> OpenApi::statuses(const std::string& path) const {
  std::vector<std::string> codes;
  for (const auto& one : operation(path).at("responses").items()) codes.push_back(one.key());
  return codes;
}

json OpenApi::response(const std::string& path, const std::string& status) const {
  const json& told = operation(path).at("responses").at(status);
  return told.contains("$ref") ? referred(document_, told) : told;
}

std::string OpenApi::type(const std::string& path, const std::string& status) const {
  return response(path, status).at("content").items().begin().key();
}

const json& OpenApi::parameters(const std::string& path) const {
  static const json none = json::array();
  const json& get = operation(path);
  return get.contains("parameters") ? get.at("parameters") : none;
}

std::string OpenApi::faults(const std::string& path, const std::string& status, const json& body) const {
  const json told = response(path, status);
  const json schema = strict_schema(document_, told.at("content").front().at("schema"));
  valijson::Schema parsed;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), parsed);
  valijson::ValidationResults results;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  if (validator.validate(parsed, valijson::adapters::NlohmannJsonAdapter(body), &results)) return "";
  std::string lines;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) lines += step;
    lines += ": " + error.description + '\n';
  }
  return lines;
}

}  // namespace giaidap::e2e
