// One entry or dispatch as a Xapian document, after the table in indexer/schema/schema.h; all but the term of
// the source file, which its writer adds.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "indexer/base/entry.h"

namespace giaidap {

// The document of an entry under its name as given. The dispatch lends its title, kind and number as context;
// date is the entry's own, ISO: that of its dispatch, or of its row.
Xapian::Document entry_document(const Entry& entry, const Dispatch& dispatch,
                                const std::optional<std::string>& date);

// The record of a dispatch: found by id and number; no text terms, no values.
Xapian::Document dispatch_document(const Dispatch& dispatch);

}  // namespace giaidap
