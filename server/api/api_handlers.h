// What answers under /api/v1, in JSON.
#pragma once

#include "server/api/app.h"

namespace giaidap {

Result<Reply> api_search(App& app, const Call& call);
Result<Reply> api_entry(App& app, const Call& call);
Result<Reply> api_dispatches(App& app, const Call& call);
Result<Reply> api_dispatch(App& app, const Call& call);
Result<Reply> api_document(App& app, const Call& call);
// q: a pasted paragraph; what others raised of it.
Result<Reply> api_asked_before(App& app, const Call& call);
Result<Reply> api_suggest(App& app, const Call& call);

}  // namespace giaidap
