#include "server/api/letter_handlers.h"

#include "indexer/text/normalize.h"
#include "server/api/labels.h"
#include "server/api/page.h"
#include "server/api/parameters.h"
#include "server/query/letter_parts.h"

namespace giaidap {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxSearched = 300;  // characters of a part that a search of it begins with

json found_rows(const std::vector<AskedEntry>& found, const Texts& texts) {
  json rows = json::array();
  for (const AskedEntry& asked : found) {
    rows.push_back(hit_row(asked.hit, texts));
    rows.back()["closeness"] = texts["asked." + to_string(asked.closeness)];
    rows.back()["petitioners"] = joined(asked.hit.entry.petitioners, "; ");
  }
  return rows;
}

json part_rows(const std::vector<AskedPart>& parts, const Texts& texts) {
  json rows = json::array();
  for (const AskedPart& part : parts) {
    rows.push_back({{"text", part.text},
                    {"entries", found_rows(part.found, texts)},
                    {"found", !part.found.empty()},
                    {"search_url", "/" + query_string({{"q", shortened(part.text, kMaxSearched)}})}});
  }
  return rows;
}

// `fault`: the key of what is wrong with the letter; nullptr for nothing.
Reply letter_page(const App& app, const Call& call, const std::string& letter, const json& parts,
                  const char* fault = nullptr) {
  const Texts& texts = call.texts();
  return page(app, call.asked, call.ui, "letter",
              {{"page_title", texts["asked.title"]},
               {"letter", letter},
               {"parts", parts},
               {"has_parts", !parts.empty()},
               {"fault", fault == nullptr ? "" : texts[fault]}},
              fault == nullptr ? 200 : 400);
}

Result<Reply> letter_results(App& app, const Call& call, const std::string& letter) {
  const auto parts = app.searchers->borrow()->asked_before(letter);
  if (!parts) return parts.error();
  return letter_page(app, call, letter, part_rows(parts.value(), call.texts()));
}

}  // namespace

Result<Reply> page_letter(App& app, const Call& call) {
  const auto q = query_parameter(call.parameters);
  if (!q) return q.error();
  return q.value().empty() ? letter_page(app, call, "", json::array()) : letter_results(app, call, q.value());
}

Result<Reply> answer_letter(App& app, const Call& call) {
  const std::string letter = first_value(call.parameters, "noi-dung").value_or("");
  if (squeeze(letter).empty()) return letter_page(app, call, "", json::array(), "asked.empty");
  if (count_characters(letter) > kMaxLetterCharacters) {
    return letter_page(app, call, letter, json::array(), "asked.too_long");
  }
  return letter_results(app, call, letter);
}

}  // namespace giaidap
