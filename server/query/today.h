// Who is responsible today for what the agencies of an entry answered, were asked or petitioned then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/text/successors.h"

namespace giaidap {

struct AgencyToday {
  std::string agency;  // canonical, as of then
  std::string now;
  std::string since;   // ISO date
  std::string matter;  // where `now` has only this matter of the agency; else empty
  std::string note;    // the legal basis, and what else is to know: "riêng báo chí: Bộ Văn hóa, ..."
};

// Of an entry's agencies or of those that a card names for it: one row for each that is no longer what it
// was, and for each matter of the entry's subject (its question, else its titles and first sentence) that
// went elsewhere. Nothing is told of an agency that kept its name where the dispatch is younger than the
// change.
std::vector<AgencyToday> who_is_today(const Successors& successors, const std::vector<std::string>& agencies,
                                      const Entry& entry, const std::optional<std::string>& dispatch_date);

// Of the entry's agencies and petitioners; of these, which matter was theirs says nothing.
std::vector<AgencyToday> everybody_today(const Successors& successors, const Entry& entry,
                                         const std::optional<std::string>& dispatch_date);

}  // namespace giaidap
