#include "indexer/store/document.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/base/json.h"
#include "indexer/base/record.h"
#include "indexer/schema/schema.h"
#include "indexer/store/question_terms.h"
#include "indexer/store/text_terms.h"
#include "indexer/text/definitions.h"
#include "indexer/text/digits.h"
#include "indexer/text/numbers.h"

namespace giaidap {
namespace {

using schema::Field;
namespace filter = schema::filter;

template <typename Word>
void add_filter(Xapian::Document& document, std::string_view prefix, const Word& value) {
  if (!value.empty()) document.add_boolean_term(schema::term(prefix, value));
}

void add_filters(Xapian::Document& document, std::string_view prefix,
                 const std::vector<std::string>& values) {
  for (const std::string& value : values) add_filter(document, prefix, value);
}

void add_cites(Xapian::Document& document, const std::vector<std::string>& cites) {
  for (const std::string& cited : cites) {
    const std::string key = number_key(cited);
    add_filter(document, filter::kCites, key);
    add_filter(document, filter::kCitesDigits, leading_digits(key));
  }
}

// No honest text defines more; a hostile one shall not fill the index.
constexpr std::size_t kMostDefinitions = 20;

void add_definitions(Xapian::Document& document, const Entry& entry) {
  std::vector<Abbreviation> defined = definitions_in(entry.text);
  defined.resize(std::min(defined.size(), kMostDefinitions));
  for (const Abbreviation& one : defined)
    add_filter(document, filter::kDefines, one.short_form + "=" + one.expansion);
}

// One value a separator apart; a separator in a hostile value would split it.
std::string joined_values(const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) {
    if (!joined.empty()) joined += schema::kValueSeparator;
    std::replace_copy(value.begin(), value.end(), std::back_inserter(joined), schema::kValueSeparator, ' ');
  }
  return joined;
}

std::string stored(const nlohmann::json& object) {
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string year_of(const std::optional<std::string>& date) { return date ? date->substr(0, 4) : ""; }

std::string digits_of(std::string date) {
  date.erase(std::remove(date.begin(), date.end(), '-'), date.end());
  return date;
}

// What the whole text holds beside the parts that are indexed by themselves.
std::string remainder(std::string text, const std::vector<std::string_view>& parts) {
  for (const std::string_view part : parts) {
    const std::size_t at = text.find(part);
    if (at != std::string::npos) text = text.substr(0, at).append("\n").append(text, at + part.size());
  }
  return text;
}

void add_body(TextTerms& terms, const Entry& entry) {
  std::vector<std::string_view> parts;
  const auto add = [&](const std::optional<std::string>& part, Xapian::termcount wdf) {
    if (!part || part->empty()) return;
    terms.add(Field::Body, *part, wdf);
    parts.push_back(*part);
  };
  add(entry.question, schema::kQuestionWdf);
  add(entry.answer, schema::kAnswerWdf);
  for (const auto* part : {&entry.deadline, &entry.basis, &entry.result}) add(*part, schema::kPassageWdf);
  terms.add(Field::Body, remainder(entry.text, parts), schema::kPassageWdf);
}

// Each string once, however many fields say it: a row's title may be that of its dispatch too.
void add_context(TextTerms& terms, const Entry& entry, const Dispatch& dispatch) {
  std::vector<std::string> texts = entry.heading;
  texts.insert(texts.end(),
               {entry.title, entry.topic, dispatch.title.value_or(""), dispatch.kind.value_or(""),
                dispatch.number.value_or(""), dispatch.issuer.value_or("")});
  texts.insert(texts.end(), entry.agencies.begin(), entry.agencies.end());
  texts.insert(texts.end(), entry.petitioners.begin(), entry.petitioners.end());
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  for (const std::string& text : texts) terms.add(Field::Context, text, schema::kContextWdf);
}

void add_filters(Xapian::Document& document, const Entry& entry, const Dispatch& dispatch,
                 const std::optional<std::string>& date) {
  document.add_boolean_term(schema::kEntryTerm);
  add_filter(document, filter::kName, entry.name);
  add_filters(document, filter::kAgency, entry.agencies);
  add_filter(document, filter::kTopic, entry.topic);
  add_filter(document, filter::kDispatch, entry.dispatch_id);
  add_filter(document, filter::kKind, to_string(entry.kind));
  add_filter(document, filter::kStatus, to_string(entry.status));
  add_filter(document, filter::kYear, year_of(date));
  add_filters(document, filter::kPetitioner, entry.petitioners);
  add_cites(document, entry.cites);
  add_definitions(document, entry);
  add_filter(document, filter::kOwnNumber, number_key(dispatch.number.value_or("")));
}

void add_values(Xapian::Document& document, const Entry& entry, const std::optional<std::string>& date) {
  document.add_value(schema::kDateSlot, digits_of(date.value_or("")));
  document.add_value(schema::kAgencySlot, joined_values(entry.agencies));
  document.add_value(schema::kTopicSlot, joined_values({entry.topic}));
  document.add_value(schema::kDispatchSlot, entry.dispatch_id);
  document.add_value(schema::kKindSlot, to_string(entry.kind));
  document.add_value(schema::kStatusSlot, to_string(entry.status));
  document.add_value(schema::kYearSlot, year_of(date));
}

}  // namespace

Xapian::Document entry_document(const Entry& entry, const Dispatch& dispatch,
                                const std::optional<std::string>& date) {
  Xapian::Document document;
  TextTerms terms;
  add_body(terms, entry);
  add_context(terms, entry, dispatch);
  terms.move_to(document);
  add_filters(document, entry, dispatch, date);
  add_question_terms(document, entry.question.value_or(""));
  add_values(document, entry, date);
  document.set_data(entry_record(entry));
  return document;
}

Xapian::Document dispatch_document(const Dispatch& dispatch) {
  Xapian::Document document;
  document.add_boolean_term(schema::kDispatchTerm);
  add_filter(document, filter::kDispatchRecord, dispatch.id);
  add_filter(document, filter::kOwnNumber, number_key(dispatch.number.value_or("")));
  document.set_data(stored(to_json(dispatch)));
  return document;
}

}  // namespace giaidap
