// Which files are in the index and with which content, kept as metadata of the database.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace giaidap {

struct SourceRecord {
  std::string hash;
  // Dispatches that this file took over, and the file that held each before: id → base name. When the
  // dispatch leaves the index, the earlier holder is read again.
  std::map<std::string, std::string> taken;
};

std::optional<SourceRecord> read_source(const Xapian::Database& database, std::string_view file);
void write_source(Xapian::WritableDatabase& database, std::string_view file, const SourceRecord& record);

// One more change of what the index holds (schema::kChangesKey).
void count_change(Xapian::WritableDatabase& database);

// The file counts as not indexed from now on.
void forget_source(Xapian::WritableDatabase& database, std::string_view file);

}  // namespace giaidap
