// What handlers work with and what they give back.
#pragma once

#include <string>

#include "indexer/base/result.h"
#include "server/api/metrics.h"
#include "server/api/pool.h"
#include "server/api/static_files.h"
#include "server/api/templates.h"
#include "server/api/urls.h"
#include "server/query/index.h"

namespace giaidap {

// Shared by all threads; everything in it is safe to share.
struct App {
  Pool<Searcher> searchers;
  Metrics metrics;
  StaticFiles files;
  Templates templates;
  Texts texts;
};

struct Call {
  std::string name;  // what stands at "{name}" in the route's pattern, decoded
  Parameters parameters;
  std::string if_none_match;  // the request header, may be empty
  std::string host;           // the request header, may be empty
};

struct Reply {
  std::string type{};  // of the content
  std::string body{};
  int status = 200;
  std::string etag{};           // may be empty
  std::string cache_control{};  // "no-cache" if empty: ask again each time
};

using Handler = Result<Reply> (*)(App&, const Call&);

}  // namespace giaidap
