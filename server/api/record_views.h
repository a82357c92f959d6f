// What the pages of one entry, one dispatch, one cited document and the list of dispatches show.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/api/finders.h"
#include "server/api/texts.h"

namespace giaidap {

// site: this site's address, for links that leave it.
nlohmann::json entry_view(const FoundEntry& found, const std::string& site, const Texts& texts);
nlohmann::json dispatches_view(const std::vector<Searcher::Listed>& listed, const Texts& texts);
nlohmann::json document_view(const CitedDocument& document, const Texts& texts);

// A page of a dispatch's entries.
struct EntriesShown {
  static constexpr int kPerPage = 50;
  std::vector<Entry> entries;
  int page = 1;
  int last_page = 1;
  std::vector<std::string> items;  // of the dispatch's first entries, for its outline; none without one

  [[nodiscard]] int begin() const { return (page - 1) * kPerPage; }
};
nlohmann::json dispatch_view(const Searcher::Listed& listed, const EntriesShown& shown, const Texts& texts);

}  // namespace giaidap
