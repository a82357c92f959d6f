// What handlers work with and what they give back.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/result.h"
#include "server/api/interface.h"
#include "server/api/metrics.h"
#include "server/api/pool.h"
#include "server/api/static_files.h"
#include "server/api/urls.h"
#include "server/desk/desk.h"
#include "server/query/index.h"

namespace giaidap {

class AnswerCache;

// Shared by all threads; everything in it is safe to share. A server whose configuration is read again gets
// another one: a request keeps the one that it began with.
struct App {
  std::shared_ptr<Pool<Searcher>> searchers;
  std::shared_ptr<Pool<Searcher>> watchers;  // for who asks how the index is, however many search
  std::shared_ptr<Metrics> metrics;
  StaticFiles files;
  Interfaces interfaces;
  std::string desk_token{};                // empty: there is no desk's page
  std::shared_ptr<Desk> desk{};            // what is kept for it; nullptr without a token
  std::shared_ptr<AnswerCache> answers{};  // nullptr: each search is made anew
  bool privacy = false;                    // nothing that people type is written down
};

// A request as it came. Headers that are absent are empty.
struct Asked {
  std::string_view method = "GET";
  std::string_view target;  // path and query
  std::string host{};
  std::string if_none_match{};
  std::string accept_language{};
  std::string cookie{};
  std::string forwarded_proto{};  // by the proxy in front
  std::string authorization{};
  std::string origin{};
  std::string_view body{};       // of a form, as browsers send it (application/x-www-form-urlencoded)
  bool body_is_no_form = false;  // another one came, which nobody has read
};

// The same, understood.
struct Call {
  std::string name;  // what stands at "{name}" in the route's pattern, decoded
  Parameters parameters;
  const Asked& asked;
  const Interface& ui;  // in whose language people are answered

  [[nodiscard]] const Texts& texts() const { return ui.texts; }
};

// A Reply::cache_control: nobody keeps the answer, and so it has no tag.
inline constexpr const char* kNotKept = "no-store";

struct Reply {
  std::string type{};  // of the content
  std::string body{};
  int status = 200;
  std::string etag{};           // made of the body if empty
  std::string cache_control{};  // "no-cache" if empty: ask again each time
  std::string vary{};           // names of request headers that decided over it, a comma apart
  std::vector<std::pair<std::string, std::string>> headers{};  // further ones
};

using Handler = Result<Reply> (*)(App&, const Call&);

}  // namespace giaidap
