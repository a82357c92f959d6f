// What the pages of agencies and topics, and their lists, show.
#pragma once

#include <nlohmann/json.hpp>

#include "server/api/subjects.h"

namespace giaidap {

nlohmann::json subject_view(const SubjectKind& kind, const Subject& subject, const Texts& texts);
nlohmann::json subjects_view(const SubjectKind& kind, const std::vector<FacetCount>& all, const Texts& texts);

// [{label, count, url}], at most `most`.
nlohmann::json subject_links(const SubjectKind& kind, const std::vector<FacetCount>& counts,
                             std::size_t most);

}  // namespace giaidap
