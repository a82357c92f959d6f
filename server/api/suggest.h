// Completions while typing: agencies, topics, document numbers and questions that hold the words typed.
#pragma once

#include <string>
#include <vector>

#include "server/api/app.h"

namespace giaidap {

struct Suggestion {
  std::string text;
  std::string kind;  // "agency", "topic", "dispatch", "document" (cited) or "question"
  std::string url;   // of the page it leads to
};

Result<std::vector<Suggestion>> suggest(App& app, const std::string& typed);

}  // namespace giaidap
