#include "server/query/coded_entries.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "server/query/passage_score.h"
#include "server/query/stored_entry.h"

namespace giaidap {
namespace {

std::size_t bytes_of(const CodedText& text) {
  return text.words.size() * sizeof(WordCode) + text.ends.size() * sizeof(std::uint32_t) +
         text.sentences.size() * sizeof(ByteRange);
}

std::size_t bytes_of(const CodedEntry& one) {
  std::size_t names = one.dispatch_id.capacity();
  for (const std::string& name : one.petitioners) names += sizeof(std::string) + name.capacity();
  return sizeof(one) + names + bytes_of(one.text) + bytes_of(one.question) +
         one.around.size() * sizeof(WordCode);
}

}  // namespace

std::vector<Token> words_around(const Entry& entry) {
  std::string around = entry.title + "\n" + entry.topic;
  for (const auto* names : {&entry.heading, &entry.agencies}) {
    for (const std::string& name : *names) around += "\n" + name;
  }
  return tokenize(around);
}

CodedEntry coded(const Entry& entry) {
  CodedEntry result{entry.kind, !entry.title.empty(), coded(analyse(entry.text)), {}, {}};
  if (entry.question) result.question = coded(analyse(*entry.question));
  result.around = codes_of(words_around(entry));
  result.petitioners = entry.petitioners;
  result.dispatch_id = entry.dispatch_id;
  return result;
}

std::shared_ptr<const CodedEntry> CodedEntries::get(const Xapian::Database& db, Xapian::docid id) {
  return kept_.get(id, [&]() -> BoundedCache<Xapian::docid, CodedEntry>::Made {
    const std::optional<Entry> entry = read_entry(db, id);
    if (!entry) return {};
    auto made = std::make_shared<const CodedEntry>(coded(*entry));
    return {made, bytes_of(*made)};
  });
}

}  // namespace giaidap
