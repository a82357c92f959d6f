// The pages' mustache templates and the table of short texts, read once at the start.
#pragma once

#include <filesystem>
#include <kainjow/mustache.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "indexer/base/result.h"

namespace giaidap {

// Immutable after loading; safe to share by threads.
class Templates {
 public:
  // Reads templates/*.mustache. "{{> name}}" is replaced by the template of that name when it is read.
  // Errors name the file and what is wrong with it.
  static Result<Templates> load(const std::filesystem::path& web_dir);

  // A page filled from an object. null, "" and [] count as absent; nothing is inherited into an object that
  // has a member of that name. A bug where there is no such template (std::out_of_range).
  [[nodiscard]] std::string render(std::string_view name, const nlohmann::json& view) const;

 private:
  std::map<std::string, kainjow::mustache::mustache, std::less<>> parsed_;
};

// Short texts of the interface by key, "kind.qa" → "Đã trả lời"; from texts.tsv.
class Texts {
 public:
  static Result<Texts> load(const std::filesystem::path& web_dir);

  // The key itself where the table has none, so that the gap is seen.
  [[nodiscard]] std::string operator[](const std::string& key) const;

 private:
  std::map<std::string, std::string> by_key_;
};

}  // namespace giaidap
