#include "indexer/base/json.h"

#include <string>
#include <vector>

namespace giaidap {
namespace {

using nlohmann::json;

json optional_json(const std::optional<std::string>& value) { return value ? json(*value) : json(nullptr); }
json optional_json(const std::optional<int>& value) { return value ? json(*value) : json(nullptr); }

std::optional<std::string> optional_text(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::string text(const json& object, const char* key) { return optional_text(object, key).value_or(""); }

std::optional<int> optional_number(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<int>();
}

std::vector<std::string> texts(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return {};
  std::vector<std::string> items;
  for (const json& item : *found) {
    if (item.is_string()) items.push_back(item.get<std::string>());
  }
  return items;
}

json parse_object(std::string_view stored) {
  json parsed = json::parse(stored, nullptr, false);
  return parsed.is_object() ? parsed : json(nullptr);
}

}  // namespace

json to_json(const Entry& entry) {
  return {{"entry", entry.name},
          {"dispatch", entry.dispatch_id},
          {"kind", to_string(entry.kind)},
          {"status", to_string(entry.status)},
          {"item", entry.item},
          {"heading", entry.heading},
          {"title", entry.title},
          {"topic", entry.topic},
          {"agencies", entry.agencies},
          {"petitioners", entry.petitioners},
          {"question", optional_json(entry.question)},
          {"answer", optional_json(entry.answer)},
          {"text", entry.text},
          {"deadline", optional_json(entry.deadline)},
          {"basis", optional_json(entry.basis)},
          {"result", optional_json(entry.result)},
          {"cites", entry.cites},
          {"place",
           {{"file", entry.place.file},
            {"page", optional_json(entry.place.page)},
            {"line", optional_json(entry.place.line)}}}};
}

json to_json(const Dispatch& dispatch) {
  json outline = json::array();
  for (const OutlineItem& item : dispatch.outline) {
    outline.push_back({{"path", item.path}, {"heading", item.heading}});
  }
  return {
      {"id", dispatch.id},
      {"number", optional_json(dispatch.number)},
      {"date", optional_json(dispatch.date)},
      {"place", optional_json(dispatch.place)},
      {"issuer", optional_json(dispatch.issuer)},
      {"kind", optional_json(dispatch.kind)},
      {"title", optional_json(dispatch.title)},
      {"signer",
       {{"title", dispatch.signer.title}, {"rank", dispatch.signer.rank}, {"name", dispatch.signer.name}}},
      {"addressed_to", dispatch.addressed_to},
      {"file", dispatch.file},
      {"outline", outline}};
}

Result<Entry> entry_from_json(std::string_view stored) {
  const json object = parse_object(stored);
  if (object.is_null()) return Error{ErrorCode::Internal, "a stored entry is not readable", "entry"};
  Entry entry;
  entry.name = text(object, "entry");
  entry.dispatch_id = text(object, "dispatch");
  entry.kind = entry_kind_from(text(object, "kind")).value_or(EntryKind::Passage);
  entry.status = entry_status_from(text(object, "status")).value_or(EntryStatus::None);
  entry.item = text(object, "item");
  entry.heading = texts(object, "heading");
  entry.title = text(object, "title");
  entry.topic = text(object, "topic");
  entry.agencies = texts(object, "agencies");
  entry.petitioners = texts(object, "petitioners");
  entry.question = optional_text(object, "question");
  entry.answer = optional_text(object, "answer");
  entry.text = text(object, "text");
  entry.deadline = optional_text(object, "deadline");
  entry.basis = optional_text(object, "basis");
  entry.result = optional_text(object, "result");
  entry.cites = texts(object, "cites");
  if (const auto place = object.find("place"); place != object.end() && place->is_object()) {
    entry.place = {text(*place, "file"), optional_number(*place, "page"), optional_number(*place, "line")};
  }
  return entry;
}

Result<Dispatch> dispatch_from_json(std::string_view stored) {
  const json object = parse_object(stored);
  if (object.is_null()) return Error{ErrorCode::Internal, "a stored dispatch is not readable", "dispatch"};
  Dispatch dispatch;
  dispatch.id = text(object, "id");
  dispatch.number = optional_text(object, "number");
  dispatch.date = optional_text(object, "date");
  dispatch.place = optional_text(object, "place");
  dispatch.issuer = optional_text(object, "issuer");
  dispatch.kind = optional_text(object, "kind");
  dispatch.title = optional_text(object, "title");
  if (const auto signer = object.find("signer"); signer != object.end() && signer->is_object()) {
    dispatch.signer = {text(*signer, "title"), text(*signer, "rank"), text(*signer, "name")};
  }
  dispatch.addressed_to = texts(object, "addressed_to");
  dispatch.file = text(object, "file");
  if (const auto outline = object.find("outline"); outline != object.end() && outline->is_array()) {
    for (const json& item : *outline) {
      if (item.is_object()) dispatch.outline.push_back({text(item, "path"), text(item, "heading")});
    }
  }
  return dispatch;
}

}  // namespace giaidap
