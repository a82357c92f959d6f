#include "server/answer/who.h"

#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

// Of the first number asked for that the entry cites with a signature that tells its issuer.
std::optional<std::string> issuer_asked_for(const Entry& entry, const Interpretation& asked,
                                            const Agencies& agencies) {
  for (const std::string& number : asked.numbers) {
    const std::string key = number_key(number);
    for (const std::string& cited : entry.cites) {
      if (!goes_on_in(key, number_key(cited))) continue;
      const std::size_t slash = cited.rfind('/');
      if (slash == std::string::npos) continue;
      if (auto issuer = agencies.issuer_of(std::string_view(cited).substr(slash + 1))) return issuer;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> who_says(const SearchHit& hit, const Interpretation& asked,
                                  const Agencies& agencies) {
  if (!hit.entry.agencies.empty() || hit.entry.kind != EntryKind::Passage) return hit.entry.agencies;
  if (const auto issuer = issuer_asked_for(hit.entry, asked, agencies)) return {*issuer};
  if (hit.dispatch.issuer) return {*hit.dispatch.issuer};
  return {};
}

}  // namespace giaidap
