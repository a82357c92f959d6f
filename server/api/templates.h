// The pages' mustache templates, read once at the start.
#pragma once

#include <filesystem>
#include <kainjow/mustache.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "indexer/base/result.h"
#include "server/api/texts.h"

namespace giaidap {

// Of one language. Immutable after loading; safe to share by threads.
class Templates {
 public:
  // Reads templates/*.mustache. "{{> name}}" is replaced by the template of that name when it is read, and
  // "{{$key}}" by that text of the interface, which may itself hold tags. Errors name the file and what is
  // wrong with it.
  static Result<Templates> load(const std::filesystem::path& web_dir, const Texts& texts);

  // A page filled from an object. null, "" and [] count as absent; nothing is inherited into an object that
  // has a member of that name. Whole numbers are written as the language writes them: what is for machines
  // must be given as text. Control characters, and marks that turn the direction of what follows, are left
  // out. A bug where there is no such template (std::out_of_range).
  [[nodiscard]] std::string render(std::string_view name, const nlohmann::json& view) const;

 private:
  explicit Templates(const Texts& texts) : texts_(texts) {}

  Texts texts_;
  std::map<std::string, kainjow::mustache::mustache, std::less<>> parsed_;
};

}  // namespace giaidap
