#include "server/query/analysed_entries.h"

#include <optional>
#include <string>
#include <utility>

#include "server/query/stored_entry.h"

namespace giaidap {
namespace {

std::size_t bytes_of(const AnalysedText& text) {
  std::size_t bytes = text.sentences.size() * sizeof(text.sentences.front());
  for (const auto& words : text.words) bytes += sizeof(words) + words.capacity() * sizeof(Token);
  return bytes;
}

// About; an entry's texts stand twice or thrice in it.
std::size_t bytes_of(const AnalysedEntry& one) {
  return sizeof(one) + 3 * one.entry.text.size() + bytes_of(one.text) + bytes_of(one.question) +
         one.around.capacity() * sizeof(Token);
}

}  // namespace

std::vector<Token> words_around(const Entry& entry) {
  std::string around = entry.title + "\n" + entry.topic;
  for (const auto* names : {&entry.heading, &entry.agencies}) {
    for (const std::string& name : *names) around += "\n" + name;
  }
  return tokenize(around);
}

std::shared_ptr<const AnalysedEntry> AnalysedEntries::get(const Xapian::Database& db, Xapian::docid id) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(id);
    if (found != kept_.end()) return found->second.entry;
  }
  std::optional<Entry> entry = read_entry(db, id);
  if (!entry) return nullptr;
  auto made = std::make_shared<AnalysedEntry>();
  made->text = analyse(entry->text);
  if (entry->question) made->question = analyse(*entry->question);
  made->around = words_around(*entry);
  made->entry = std::move(*entry);
  const std::size_t bytes = bytes_of(*made);
  const std::lock_guard lock(mutex_);
  while (bytes_ + bytes > kMostBytes && !order_.empty()) {
    const auto oldest = kept_.find(order_.front());
    bytes_ -= oldest->second.bytes;
    kept_.erase(oldest);
    order_.pop_front();
  }
  const auto [place, fresh] = kept_.try_emplace(id, Kept{std::move(made), bytes});
  if (fresh) {
    order_.push_back(id);
    bytes_ += bytes;
  }
  return place->second.entry;
}

}  // namespace giaidap
