#include "server/options.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <thread>

#include "server/config_file.h"

namespace giaidap {
namespace {

const CLI::IsMember kLevels({"debug", "info", "warning", "error", "off"});
const CLI::IsMember kFormats({"plain", "json"});

constexpr const char* kToken = "desk-token";
constexpr const char* kTokenFile = "desk-token-file";

// An option by its long name without the dashes, which the environment sets too.
template <typename T>
CLI::Option* option(CLI::App& cli, const std::string& name, T& value, const std::string& text) {
  return cli.add_option("--" + name, value, text)->envname(environment_name(name))->capture_default_str();
}

void describe_service(CLI::App& cli, ServerOptions& options) {
  option(cli, "db", options.db, "database folder, or stub file that names several")->required();
  option(cli, "host", options.host, "address to listen on");
  option(cli, "port", options.port, "port to listen on; 0 takes any free one")->check(CLI::Range(0, 65535));
  option(cli, "threads", options.threads, "searches at work at the same time")->check(CLI::Range(1, 256));
  option(cli, "answer-cache-mb", options.answer_cache_mb,
         "megabytes of answers kept for who asks the same again; 0 keeps none")
      ->check(CLI::Range(0, 4096));
  option(cli, "vocabulary", options.vocabulary, "folder of the vocabulary tables");
  option(cli, "web", options.web, "folder of templates, style sheet and scripts");
}

void describe_desk(CLI::App& cli, ServerOptions& options) {
  option(cli, kToken, options.desk_token,
         "switches on the desk's page, /ban-giai-dap; the page's password; at least 12 characters");
  option(cli, kTokenFile, options.desk_token_file, "file that holds that token, in its first line");
  option(cli, "desk-db", options.desk_db,
         "SQLite file of what is kept for that page; the index's name with .desk.sqlite by default");
}

void describe_log(CLI::App& cli, ServerOptions& options) {
  cli.add_flag("--privacy", options.privacy,
               "write down nothing that people type: no queries in log and desk")
      ->envname(environment_name("privacy"));
  option(cli, "log-level", options.log.level, "least that is logged; requests are info")->check(kLevels);
  option(cli, "log-format", options.log.format, "lines for people or an object a line")->check(kFormats);
  option(cli, "log-file", options.log.file, "file to log to; standard error by default");
}

void describe_limits(CLI::App& cli, Limits& limits) {
  option(cli, "connections", limits.connections, "connections open at the same time")
      ->check(CLI::Range(1, 60'000));
  option(cli, "client-connections", limits.client_connections,
         "connections of one client at the same time; 0: no limit")
      ->check(CLI::Range(0, 60'000));
  option(cli, "client-rate", limits.client_rate,
         "requests a second of one client, on average over ten seconds; 0: no limit")
      ->check(CLI::Range(0.0, 1e6));
  cli.add_flag("--behind-proxy", limits.behind_proxy,
               "clients are who the last address of X-Forwarded-For names; only where a proxy sets it")
      ->envname(environment_name("behind-proxy"));
}

void describe(CLI::App& cli, ServerOptions& options) {
  cli.set_version_flag("--version", "giaidap-server " GIAIDAP_VERSION)->configurable(false);
  cli.get_help_ptr()->configurable(false);
  cli.config_formatter(std::make_shared<ConfigFile>(cli));
  cli.set_config("--config", "", "file that sets any of these options, a line \"port = 8080\" each")
      ->configurable(false);
  describe_service(cli, options);
  describe_desk(cli, options);
  describe_log(cli, options);
  describe_limits(cli, options.limits);
}

Error refused(const std::string& why) {
  return Error{ErrorCode::BadInput, why + " (--help tells the options)", ""};
}

// Where a value came from; the later go before the others.
enum class Source { File, Environment, CommandLine };

Source source_of(const std::string& name, std::span<const char* const> arguments) {
  const std::string flag = "--" + name;
  for (const std::string_view argument : arguments) {
    if (argument == flag || argument.starts_with(flag + '=')) return Source::CommandLine;
  }
  return set_by_environment(name) ? Source::Environment : Source::File;
}

// Of the two ways to tell the token, the one that goes before. Told both ways at one place, it is unclear
// which is meant: false.
bool choose_token(ServerOptions& options, std::span<const char* const> arguments) {
  if (options.desk_token.empty() || options.desk_token_file.empty()) return true;
  const Source token = source_of(kToken, arguments);
  const Source file = source_of(kTokenFile, arguments);
  if (token < file) options.desk_token.clear();
  if (file < token) options.desk_token_file.clear();
  return token != file;
}

}  // namespace

std::variant<ServerOptions, ToldAll, Error> parse_server_options(int argc, const char* const* argv) {
  ServerOptions options;
  options.threads = std::max(2U, std::thread::hardware_concurrency());
  options.vocabulary = GIAIDAP_VOCABULARY_DIR;
  options.web = GIAIDAP_WEB_DIR;
  CLI::App cli("Serves an index made by giaidap-index: search page, API, health and metrics over HTTP.",
               "giaidap-server");
  describe(cli, options);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    cli.exit(asked);
    return ToldAll{};
  } catch (const CLI::ConfigError& error) {
    return refused(cli.get_config_ptr()->as<std::string>() + ": " + error.what());
  } catch (const CLI::ParseError& error) {
    return refused(error.what());
  }
  if (!choose_token(options, {argv, static_cast<std::size_t>(argc)}))
    return refused("--desk-token and --desk-token-file exclude each other");
  options.config = cli.get_config_ptr()->as<std::string>();
  return options;
}

}  // namespace giaidap
