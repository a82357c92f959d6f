// What machines ask: health, metrics, descriptions of the service, static files.
#pragma once

#include "server/api/app.h"

namespace giaidap {

Result<Reply> healthz(App& app, const Call& call);
Result<Reply> readyz(App& app, const Call& call);
Result<Reply> metrics_text(App& app, const Call& call);
Result<Reply> openapi(App& app, const Call& call);
Result<Reply> opensearch(App& app, const Call& call);
// Completions in the form that a browser's address bar reads: ["so din", ["số định danh", ...]].
Result<Reply> opensearch_suggest(App& app, const Call& call);
Result<Reply> static_file(App& app, const Call& call);

}  // namespace giaidap
