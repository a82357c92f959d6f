// The interface in each of its languages, and which of them a request wants.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "server/api/templates.h"
#include "server/api/texts.h"

namespace giaidap {

struct Interface {
  Texts texts;
  Templates templates;
};

// Immutable after loading; safe to share by threads.
class Interfaces {
 public:
  // Errors name the file and what is wrong with it; a template's word that the table lacks is one.
  static Result<Interfaces> load(const std::filesystem::path& web_dir);

  [[nodiscard]] const std::vector<Interface>& all() const { return all_; }
  // By its code; nullptr for a language that the site does not speak.
  [[nodiscard]] const Interface* in(std::string_view language) const;
  // The one that a browser's Accept-Language (RFC 9110, 12.5.4) asks for most; else the site's own.
  [[nodiscard]] const Interface& preferred(std::string_view accept_language) const;

 private:
  std::vector<Interface> all_;
};

}  // namespace giaidap
