#include "indexer/text/vocabulary.h"

namespace giaidap {
namespace {

// Loads one table into its place.
template <typename T>
std::optional<Error> load_into(T& place, const std::filesystem::path& vocabulary_dir) {
  Result<T> loaded = T::load(vocabulary_dir);
  if (!loaded) return loaded.error();
  place = std::move(loaded.value());
  return std::nullopt;
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const std::filesystem::path& vocabulary_dir) {
  Vocabulary vocabulary;
  std::optional<Error> error;
  const auto load_next = [&](auto& place) {
    if (!error) error = load_into(place, vocabulary_dir);
  };
  load_next(vocabulary.abbreviations);
  load_next(vocabulary.synonyms);
  load_next(vocabulary.glossary);
  load_next(vocabulary.topics);
  load_next(vocabulary.successors);
  if (error) return *error;
  return vocabulary;
}

}  // namespace giaidap
