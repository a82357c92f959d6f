// The list of everything that is answered, and the one way from a request to an answer.
#pragma once

#include <string>
#include <string_view>

#include "server/api/app.h"
#include "server/api/work.h"

namespace giaidap {

// Who reads an answer, and so in which form errors are told.
enum class Reader { Program, Person };

// How a route is asked: by reading, or by sending a form.
enum class Method { Read, Form };

struct Route {
  std::string_view pattern;  // "/muc/{name}": {name} takes all that follows, slashes too
  Handler handler;
  Reader reader;
  Method method = Method::Read;
  Work work = Work::Search;
};

struct Answered {
  std::string route;  // the pattern, or "none"
  Reply reply;
};

// Never throws: whatever goes wrong becomes an error answer in the form of its reader.
Answered answer(App& app, const Asked& asked);

// What this address, as it came, asks of us.
Work work_of(std::string_view target);

// An answer to a request that fails with this status. Its target tells the reader; it may be unreadable.
Reply error_reply(const App& app, const Asked& asked, int status, const Error& error);

}  // namespace giaidap
