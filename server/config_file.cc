#include "server/config_file.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>

#include "indexer/base/trimmed.h"

namespace giaidap {
namespace {

std::string unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

CLI::ConfigError wrong(int line, const std::string& what) {
  return CLI::ConfigError("line " + std::to_string(line) + ": " + what);
}

CLI::ConfigItem read_line(std::string_view line, int number) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) throw wrong(number, "is not of the form \"key = value\"");
  CLI::ConfigItem item;
  item.name = trimmed(line.substr(0, equals));
  item.inputs = {unquoted(trimmed(line.substr(equals + 1)))};
  return item;
}

}  // namespace

std::string environment_name(const std::string& option) {
  std::string name = "GIAIDAP_" + option;
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    if (c == '-') return '_';
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return name;
}

bool set_by_environment(const std::string& option) {
  const char* value = std::getenv(environment_name(option).c_str());
  return value != nullptr && *value != '\0';
}

std::vector<CLI::ConfigItem> ConfigFile::from_config(std::istream& lines) const {
  std::vector<CLI::ConfigItem> read;
  std::set<std::string> told;
  int number = 0;
  for (std::string whole; std::getline(lines, whole);) {
    ++number;
    const std::string_view line = trimmed(whole);
    if (line.empty() || line.front() == '#') continue;
    CLI::ConfigItem item = read_line(line, number);
    const CLI::Option* option = app_.get_option_no_throw("--" + item.name);
    if (option == nullptr || !option->get_configurable()) {
      throw wrong(number, "there is no option \"" + item.name + '"');
    }
    if (!told.insert(item.name).second) throw wrong(number, '"' + item.name + "\" is told twice");
    const bool empty = item.inputs.front().empty();  // "key =": as if it were not told
    if (!empty && !set_by_environment(item.name)) read.push_back(std::move(item));
  }
  return read;
}

std::string ConfigFile::to_config(const CLI::App* /*app*/, bool /*defaults*/, bool /*descriptions*/,
                                  std::string /*prefix*/) const {
  return "";
}

}  // namespace giaidap
