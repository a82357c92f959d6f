// The address of a request → segments, parameters, a search; and back again.
#include "indexer/text/normalize.h"
#include "server/api/parameters.h"
#include "server/api/urls.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto target = giaidap::parse_target(giaidap::fuzz::bytes_of(data, size));
  if (!target) return 0;
  for (const std::string& segment : target.value().segments) {
    require(giaidap::is_valid_utf8(segment), "segments are UTF-8");
  }
  const giaidap::Parameters& parameters = target.value().parameters;
  for (const auto& [name, value] : parameters) {
    require(giaidap::is_valid_utf8(name) && giaidap::is_valid_utf8(value), "parameters are UTF-8");
  }
  const std::string written = giaidap::query_string(parameters);
  const auto again = giaidap::parse_target("/" + written);
  require(again.ok() && again.value().parameters == parameters, "what is written is read as it was");

  const auto search = giaidap::parse_search(parameters);
  if (!search) return 0;
  const auto same = giaidap::parse_search(giaidap::to_parameters(search.value().request));
  require(same.ok(), "the link to a search is a search");
  require(giaidap::to_parameters(same.value().request) == giaidap::to_parameters(search.value().request),
          "the link to a search asks for the same");
  return 0;
}
