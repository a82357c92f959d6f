// What giaidap-server is told: flags, over the environment, over the configuration file, over defaults.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "indexer/base/result.h"
#include "server/api/limits.h"
#include "server/api/log.h"

namespace giaidap {

inline constexpr int kUnusable = 2;  // exit status: wrong usage, or something needed that cannot be used

struct ServerOptions {
  std::filesystem::path config;  // empty: none
  std::filesystem::path db;
  std::string host = "127.0.0.1";
  int port = 8080;
  unsigned threads = 0;
  unsigned answer_cache_mb = 16;  // 0: each search is made anew
  std::filesystem::path vocabulary;
  std::filesystem::path web;
  std::string desk_token;
  std::filesystem::path desk_token_file;  // holds the token; empty: none
  std::filesystem::path desk_db;          // empty: beside the index
  bool privacy = false;                   // nothing that people type is written down
  LogSettings log;
  Limits limits;
};

// Help or the version was asked for, and told.
struct ToldAll {};

std::variant<ServerOptions, ToldAll, Error> parse_server_options(int argc, const char* const* argv);

}  // namespace giaidap
