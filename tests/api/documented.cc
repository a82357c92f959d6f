#include "tests/api/documented.h"

#include "tests/api/running_server.h"

namespace giaidap::test {

const nlohmann::json& document() {
  static const nlohmann::json read = ask("/api/v1/openapi.json").json();
  return read;
}

nlohmann::json documented(const std::string& path, int status) {
  const nlohmann::json& all = document()["paths"][path]["get"]["responses"];
  const nlohmann::json told = all.value(std::to_string(status), nlohmann::json());
  if (!told.contains("$ref")) return told;
  return document().at(nlohmann::json::json_pointer(told["$ref"].get<std::string>().substr(1)));
}

std::string path_of(const std::string& target) {
  const std::string asked = target.substr(0, target.find('?'));
  if (document()["paths"].contains(asked)) return asked;
  const std::string parent = asked.substr(0, asked.rfind('/') + 1);
  for (const auto& [path, told] : document()["paths"].items()) {
    if (asked != parent && path.substr(0, path.find('{')) == parent) return path;
  }
  return "";
}

}  // namespace giaidap::test
