#include "server/api/why_view.h"

#include <algorithm>

#include "server/api/labels.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kMostShown = 12;  // of each kind of reason

std::string listed(std::vector<std::string> parts) {
  const bool cut = parts.size() > kMostShown;
  parts.resize(std::min(parts.size(), kMostShown));
  return joined(parts, ", ") + (cut ? ", …" : "");
}

std::string wordings(const std::vector<Expansion>& through, const Texts& texts) {
  std::vector<std::string> parts;
  parts.reserve(through.size());
  for (const Expansion& expansion : through) {
    parts.push_back(expansion.from + " → " + joined(expansion.to, "; ") + " (" +
                    texts["wording." + expansion.why] + ')');
  }
  return listed(std::move(parts));
}

}  // namespace

json why_view(const Why& why, const Texts& texts) {
  json rows = json::array();
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) rows.push_back({{"label", texts[key]}, {"text", text}});
  };
  add("why.number", listed(why.numbers));
  add("why.agency", listed(why.agencies));
  add("why.words", listed(why.words));
  add("why.without_tones", listed(why.without_tones));
  add("why.through", wordings(why.through, texts));
  add("why.missing", listed(why.missing));
  return rows.empty() ? json(nullptr) : json{{"rows", rows}};
}

}  // namespace giaidap
