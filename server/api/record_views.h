// What the pages of one entry, one dispatch, one cited document and the list of dispatches show.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "server/api/finders.h"
#include "server/api/texts.h"

namespace giaidap {

// site: this site's address, for links that leave it.
nlohmann::json entry_view(const FoundEntry& found, const std::string& site, const Texts& texts);
nlohmann::json dispatches_view(const std::vector<Searcher::Listed>& listed, const Texts& texts);
nlohmann::json document_view(const CitedDocument& document, const Texts& texts);

// All entries of a dispatch, and the page of them that is shown.
struct EntriesShown {
  static constexpr std::size_t kPerPage = 50;
  std::vector<Entry> entries;
  int page = 1;
  int last_page = 1;

  [[nodiscard]] std::size_t begin() const {
    return std::min((static_cast<std::size_t>(page) - 1) * kPerPage, entries.size());
  }
  [[nodiscard]] std::size_t end() const { return std::min(begin() + kPerPage, entries.size()); }
};
nlohmann::json dispatch_view(const Searcher::Listed& listed, const EntriesShown& shown, const Texts& texts);

}  // namespace giaidap
