#include "indexer/store/sources.h"

#include <charconv>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "indexer/schema/schema.h"

namespace giaidap {
namespace {

using nlohmann::json;

std::string key_of(std::string_view file) { return schema::term("source:", file); }

}  // namespace

std::optional<SourceRecord> read_source(const Xapian::Database& database, std::string_view file) {
  const json stored = json::parse(database.get_metadata(key_of(file)), nullptr, false);
  if (!stored.is_object() || !stored.contains("hash") || !stored["hash"].is_string()) return std::nullopt;
  SourceRecord record;
  record.hash = stored["hash"].get<std::string>();
  const json taken = stored.value("taken", json::object());
  for (const auto& [id, holder] : taken.items()) {
    if (holder.is_string()) record.taken[id] = holder.get<std::string>();
  }
  return record;
}

void write_source(Xapian::WritableDatabase& database, std::string_view file, const SourceRecord& record) {
  const json stored{{"hash", record.hash}, {"taken", record.taken}};
  database.set_metadata(key_of(file), stored.dump(-1, ' ', false, json::error_handler_t::replace));
}

void count_change(Xapian::WritableDatabase& database) {
  const std::string text = database.get_metadata(schema::kChangesKey);
  std::uint64_t changes = 0;
  std::from_chars(text.data(), text.data() + text.size(), changes);
  database.set_metadata(schema::kChangesKey, std::to_string(changes + 1));
}

void forget_source(Xapian::WritableDatabase& database, std::string_view file) {
  database.set_metadata(key_of(file), "");
}

}  // namespace giaidap
