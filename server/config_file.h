// The configuration file: "key = value" lines named as the long options are, under the environment.
#pragma once

#include <CLI/CLI.hpp>
#include <istream>
#include <string>
#include <vector>

namespace giaidap {

// The variable that sets an option: "desk-token" → GIAIDAP_DESK_TOKEN.
std::string environment_name(const std::string& option);

// An empty variable sets nothing.
bool set_by_environment(const std::string& option);

// For CLI11, whose own reader cuts values at blanks, commas and signs of comments, and lets the file go
// before the environment. Lines that begin with # are comments; a value is all that stands behind =, without
// the blanks around it and one pair of quotation marks. Throws CLI::ConfigError, naming the line, for what is
// no such line, for keys that are no option of the program, and for keys told twice.
class ConfigFile final : public CLI::Config {
 public:
  // app: whose options the keys are; must outlive the reader.
  explicit ConfigFile(const CLI::App& app) : app_(app) {}

  // Without the options that the environment sets.
  [[nodiscard]] std::vector<CLI::ConfigItem> from_config(std::istream& lines) const override;
  // There is no writing of configurations; empty.
  std::string to_config(const CLI::App* app, bool defaults, bool descriptions,
                        std::string prefix) const override;

 private:
  const CLI::App& app_;
};

}  // namespace giaidap
