// The head of a request as it comes in, and credentials in it.
#include "server/api/request_head.h"

#include "server/api/basic_credentials.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string head(giaidap::fuzz::bytes_of(data, size));
  if (const auto examined = giaidap::examine_head(head)) {
    if (examined->target)
      require(examined->target->size() <= giaidap::kMaxTargetBytes, "addresses are bounded");
    require(!examined->refused || *examined->refused >= 400, "refusals are faults");
    require(examined->bytes <= head.size(), "a head is part of what has come");
    require(examined->body_bytes <= giaidap::kMaxBodyBytes, "bodies are bounded");
  } else {
    require(head.size() <= giaidap::kMaxHeadBytes, "nobody is waited for without end");
  }
  require(giaidap::basic_password(head).size() <= head.size(), "a password is part of its header");
  return 0;
}
