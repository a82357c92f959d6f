// "Đã có ai hỏi chưa?": a box for a whole letter, and for each of its parts who raised the same.
#pragma once

#include "server/api/app.h"

namespace giaidap {

// The empty box; with q, a short text, its results.
Result<Reply> page_letter(App& app, const Call& call);

// The form "noi-dung"; nothing of it is kept.
Result<Reply> answer_letter(App& app, const Call& call);

}  // namespace giaidap
