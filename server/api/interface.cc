#include "server/api/interface.h"

#include <charconv>

#include "indexer/base/split.h"
#include "indexer/base/trimmed.h"

namespace giaidap {
namespace {

// "0.8" → 800; a weight that cannot be read counts as none given, so as 1.
int thousandths(std::string_view weight) {
  double value = 1;
  const auto read = std::from_chars(weight.data(), weight.data() + weight.size(), value);
  return read.ec == std::errc() && value >= 0 && value <= 1 ? static_cast<int>(value * 1000) : 1000;
}

// "en-GB;q=0.8" → {"en", 800}
struct Wanted {
  std::string_view language;
  int weight = 1000;
};

Wanted read_wanted(std::string_view part) {
  const std::size_t semicolon = part.find(';');
  Wanted wanted{trimmed(part.substr(0, semicolon), " ")};
  wanted.language = wanted.language.substr(0, wanted.language.find('-'));
  if (semicolon == std::string_view::npos) return wanted;
  const std::string_view parameter = trimmed(part.substr(semicolon + 1), " ");
  if (parameter.substr(0, 2) == "q=") wanted.weight = thousandths(parameter.substr(2));
  return wanted;
}

}  // namespace

Result<Interfaces> Interfaces::load(const std::filesystem::path& web_dir) {
  Result<std::vector<Texts>> languages = Texts::load(web_dir);
  if (!languages) return languages.error();
  Interfaces loaded;
  for (Texts& texts : languages.value()) {
    Result<Templates> templates = Templates::load(web_dir, texts);
    if (!templates) return templates.error();
    loaded.all_.push_back({std::move(texts), std::move(templates).value()});
  }
  return loaded;
}

const Interface* Interfaces::in(std::string_view language) const {
  for (const Interface& one : all_) {
    if (one.texts.language() == language) return &one;
  }
  return nullptr;
}

const Interface& Interfaces::preferred(std::string_view accept_language) const {
  const Interface* best = &all_.front();
  int best_weight = 0;
  for (const std::string_view part : split(accept_language, ',')) {
    const Wanted wanted = read_wanted(part);
    const Interface* spoken = in(wanted.language);
    if (spoken == nullptr || wanted.weight <= best_weight) continue;
    best = spoken;
    best_weight = wanted.weight;
  }
  return *best;
}

}  // namespace giaidap
