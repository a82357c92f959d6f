#include "server/api/labels.h"

#include "indexer/text/normalize.h"
#include "server/api/today_view.h"
#include "server/api/urls.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxTitleCharacters = 180;

constexpr std::size_t kMaxSnippetCharacters = 220;

// "- Việc kết nối" → "Việc kết nối": the mark of a list's first item says nothing in a title.
std::string_view without_list_mark(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" -+");
  return begin == std::string_view::npos ? text : text.substr(begin);
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

std::string shortened(std::string_view text, std::size_t max_characters) {
  const std::string squeezed = squeeze(text);
  std::size_t characters = 0;
  std::size_t last_space = 0;
  for (std::size_t i = 0; i < squeezed.size(); ++i) {
    if (squeezed[i] == ' ') last_space = i;
    if (starts_character(squeezed[i]) && ++characters > max_characters) {
      return squeezed.substr(0, last_space == 0 ? i : last_space) + "…";
    }
  }
  return squeezed;
}

std::string entry_title(const Entry& entry, const DispatchBrief& dispatch) {
  std::string title = entry.question.value_or("");
  if (title.empty()) title = entry.title;
  if (title.empty() && !entry.heading.empty()) title = entry.heading.back();
  if (title.empty()) title = dispatch.title.value_or(entry.name);
  return shortened(without_list_mark(title), kMaxTitleCharacters);
}

std::string dispatch_label(const DispatchBrief& dispatch, const Texts& texts) {
  const std::string kind = dispatch.kind.value_or(texts["dispatch.document"]);
  return kind + ' ' + (dispatch.number ? *dispatch.number : texts["dispatch.no_number"]);
}

nlohmann::json source_row(const DispatchBrief& dispatch, const Texts& texts) {
  return {{"label", dispatch_label(dispatch, texts)},
          {"date", texts.date(dispatch.date.value_or(""))},
          {"url", dispatch_url(dispatch.id)}};
}

nlohmann::json entry_row(const Entry& entry, const DispatchBrief& dispatch, const Texts& texts) {
  return {{"name", entry.name},
          {"item", entry.item},
          {"kind", to_string(entry.kind)},
          {"kind_label", texts["kind." + to_string(entry.kind)]},
          {"title", entry_title(entry, dispatch)},
          {"agencies", joined(entry.agencies, "; ")},
          {"agencies_today", ""},
          {"petitioners", ""},
          {"petitioners_today", ""},
          {"topic", entry.topic},
          {"excerpt", ""},
          {"snippet", entry.question ? "" : shortened(entry.text, kMaxSnippetCharacters)},
          {"same_as", ""},
          {"source", nullptr},
          {"why", nullptr},
          {"choose", false},
          {"url", entry_url(entry.name)}};
}

nlohmann::json hit_row(const SearchHit& hit, const Texts& texts) {
  nlohmann::json row = entry_row(hit.entry, hit.dispatch, texts);
  row["source"] = source_row(hit.dispatch, texts);
  row["agencies_today"] = today_text(hit.today, hit.entry.agencies, texts);
  row["same_as"] = hit.same_as;
  return row;
}

nlohmann::json hit_rows(const std::vector<SearchHit>& hits, const Texts& texts) {
  nlohmann::json rows = nlohmann::json::array();
  for (const SearchHit& hit : hits) rows.push_back(hit_row(hit, texts));
  return rows;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace giaidap
