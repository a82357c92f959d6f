// The list of everything that is answered, and the one way from a request to an answer.
#pragma once

#include <string>
#include <string_view>

#include "server/api/app.h"

namespace giaidap {

// Who reads an answer, and so in which form errors are told.
enum class Reader { Program, Person };

struct Route {
  std::string_view pattern;  // "/muc/{name}": {name} takes all that follows, slashes too
  Handler handler;
  Reader reader;
};

// A request whose method is known to be GET or HEAD.
struct Asked {
  std::string_view target;  // path and query, as they came
  std::string if_none_match;
  std::string host;
};

struct Answered {
  std::string route;  // the pattern, or "none"
  Reply reply;
};

// Never throws: whatever goes wrong becomes an error answer in the form of its reader.
Answered answer(App& app, const Asked& asked);

// An answer to a request that fails with this status. target tells the reader; it may be unreadable.
Reply error_reply(const App& app, std::string_view target, int status, const Error& error);

}  // namespace giaidap
