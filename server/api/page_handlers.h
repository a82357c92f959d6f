// The pages that people read.
#pragma once

#include "server/api/app.h"

namespace giaidap {

Result<Reply> page_search(App& app, const Call& call);
Result<Reply> page_entry(App& app, const Call& call);
Result<Reply> page_dispatches(App& app, const Call& call);
// A dispatch of the index, or else a document that its entries cite.
Result<Reply> page_dispatch(App& app, const Call& call);
Result<Reply> page_agencies(App& app, const Call& call);
Result<Reply> page_agency(App& app, const Call& call);
Result<Reply> page_topics(App& app, const Call& call);
Result<Reply> page_topic(App& app, const Call& call);

}  // namespace giaidap
