// Answers that say that a matter is another agency's: "Việc xác định mã hộ của trẻ em thuộc chức năng, nhiệm
// vụ của cơ quan Công an", "Bộ Nội vụ đang phối hợp với các đơn vị có liên quan để chỉnh sửa quy định".
// Loaded from corpus/vocabulary/referrals.tsv. Immutable after loading; safe to share by threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/agencies.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

class Referrals {
 public:
  // Error with file:line for a bad row.
  static Result<Referrals> load(const std::filesystem::path& vocabulary_dir);

  // Agencies other than `own` and their departments that a normalize_text()ed answer of theirs makes
  // responsible, canonical, each once, in order: named right behind a phrase of the table, or first in a
  // sentence with such a phrase right behind the name.
  [[nodiscard]] std::vector<std::string> find(std::string_view answer, const std::vector<std::string>& own,
                                              const Agencies& agencies) const;

 private:
  enum class AgencyStands : std::uint32_t { Behind, Before };
  struct Sentence;

  static bool close(const Sentence& sentence, const PhraseMatch& phrase, const AgencyMention& agency);

  PhraseSet phrases_;
};

}  // namespace giaidap
