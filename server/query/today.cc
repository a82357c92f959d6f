#include "server/query/today.h"

#include <algorithm>

#include "indexer/text/tokens.h"

namespace giaidap {
namespace {

// " bộ tư pháp ": the words of a text, so that a phrase is found whole and not inside words.
std::string spaced_words(std::string_view text) {
  std::string words = " ";
  for (const Token& token : tokenize(text)) words += token.toned + ' ';
  return words;
}

std::string subject_of(const Entry& entry) {
  if (entry.question && !entry.question->empty()) return *entry.question;
  std::string subject = entry.title;
  if (!entry.heading.empty()) subject += "\n" + entry.heading.back();
  const std::vector<ByteRange> parts = sentences(entry.text);
  if (!parts.empty()) {
    subject += "\n" + entry.text.substr(parts[0].byte_begin, parts[0].byte_end - parts[0].byte_begin);
  }
  return subject;
}

bool is_about(const std::string& subject_words, const MovedMatter& matter) {
  return std::any_of(matter.words.begin(), matter.words.end(), [&](const std::string& phrase) {
    return subject_words.find(spaced_words(phrase)) != std::string::npos;
  });
}

AgencyToday moved_row(const Successor& successor, const MovedMatter& matter) {
  return {successor.then, matter.agency, successor.since, matter.matter,
          "việc khác: " + successor.today + "; " + successor.basis};
}

AgencyToday whole_row(const Successor& successor) {
  std::string note;
  for (const MovedMatter& matter : successor.moved) {
    note += "riêng " + matter.matter + ": " + matter.agency + "; ";
  }
  return {successor.then, successor.today, successor.since, "", note + successor.basis};
}

}  // namespace

std::vector<AgencyToday> who_is_today(const Successors& successors, const std::vector<std::string>& agencies,
                                      const Entry& entry, const std::optional<std::string>& dispatch_date) {
  std::vector<AgencyToday> rows;
  std::string subject;  // analysed only where an agency has matters that moved
  for (const std::string& agency : agencies) {
    const Successor* successor = successors.of(agency);
    if (successor == nullptr) continue;
    const bool keeps_name = successor->today == successor->then;
    if (keeps_name && dispatch_date && *dispatch_date >= successor->since) continue;
    if (!successor->moved.empty() && subject.empty()) subject = spaced_words(subject_of(entry));
    const std::size_t before = rows.size();
    for (const MovedMatter& matter : successor->moved) {
      if (is_about(subject, matter)) rows.push_back(moved_row(*successor, matter));
    }
    if (rows.size() == before && !keeps_name) rows.push_back(whole_row(*successor));
  }
  return rows;
}

std::vector<AgencyToday> everybody_today(const Successors& successors, const Entry& entry,
                                         const std::optional<std::string>& dispatch_date) {
  std::vector<AgencyToday> rows = who_is_today(successors, entry.agencies, entry, dispatch_date);
  for (const std::string& petitioner : entry.petitioners) {
    const Successor* successor = successors.of(petitioner);
    const bool told = std::any_of(rows.begin(), rows.end(),
                                  [&](const AgencyToday& row) { return row.agency == petitioner; });
    if (successor != nullptr && successor->today != successor->then && !told) {
      rows.push_back(whole_row(*successor));
    }
  }
  return rows;
}

}  // namespace giaidap
