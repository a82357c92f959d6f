// Readers' votes on answers, and the desk's page on what was searched and found nothing.
#pragma once

#include "server/api/app.h"

namespace giaidap {

// The form "muc" (an entry), "dung" (1 or 0). Refused (403) where another site sends it.
Result<Reply> vote(App& app, const Call& call);

// For who knows the token (HTTP Basic, any user name); not there at all where none is configured.
Result<Reply> page_desk(App& app, const Call& call);

// "khong-thay.csv", "hoi-nhieu.csv", "danh-gia.csv": one list of that page whole.
Result<Reply> export_desk(App& app, const Call& call);

}  // namespace giaidap
