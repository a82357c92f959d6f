// The small vocabulary of topics (nhóm vấn đề), and telling the topic of a title or a text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/phrase_set.h"

namespace giaidap {

class Topics {
 public:
  // From topics.tsv.
  static Result<Topics> load(const std::filesystem::path& vocabulary_dir);

  // The topic that a group title names, whatever its case: "SỐ HÓA VÀ LÀM SẠCH DỮ LIỆU" → "Số hóa và làm
  // sạch dữ liệu". nullopt for any other title.
  [[nodiscard]] std::optional<std::string> of_title(std::string_view title) const;

  // The topic of a prose text by the phrases it uses; empty where none clearly leads.
  [[nodiscard]] std::string of_text(std::string_view text) const;

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  PhraseSet titles_;    // to places in names_
  PhraseSet keywords_;  // likewise
};

}  // namespace giaidap
