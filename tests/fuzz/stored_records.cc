// Entries and dispatches as an index keeps them, which may be damaged.
#include "indexer/base/json.h"
#include "indexer/base/record.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view record = giaidap::fuzz::bytes_of(data, size);
  if (const auto entry = giaidap::entry_from_record(record)) {
    const std::string written = giaidap::entry_record(entry.value());
    const auto again = giaidap::entry_from_record(written);
    require(again.ok(), "what was read can be written and read");
    require(giaidap::entry_record(again.value()) == written, "writing again writes the same");
    const auto item = giaidap::item_from_record(record);
    require(item.ok() && item.value() == entry.value().item, "the item by itself is the entry's");
  } else {
    (void)giaidap::item_from_record(record);
  }
  if (const auto dispatch = giaidap::dispatch_from_json(std::string(record))) {
    require(
        giaidap::dispatch_from_json(
            giaidap::to_json(dispatch.value()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
            .ok(),
        "what was read can be written and read");
  }
  return 0;
}
