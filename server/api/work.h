// What a request asks of us.
#pragma once

namespace giaidap {

// Requests wait in two queues: what may have to search, and what is answered at once however many search.
enum class Work { Search, Light };

}  // namespace giaidap
