// Agencies and places: every spelling of a name leads to its canonical one.
// Loaded from corpus/vocabulary/agencies.tsv and places.tsv. Immutable after loading; safe to share by
// threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

struct Agency {
  std::string name;  // canonical: "Bộ Thông tin và Truyền thông"
  std::string kind;  // "ministry", "office", "province", "commune", "body", "group" ...
  std::vector<std::string> spellings;
};

// A place where an agency is named in a text.
struct AgencyMention {
  std::string name;  // canonical
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

class Agencies {
 public:
  static Result<Agencies> load(const std::filesystem::path& vocabulary_dir);

  // The canonical name of a text that names one agency and nothing else, whatever its case, tones (only if
  // the toneless form is unambiguous), "&" for "và", dashes, commas, spaces: "BHXH VIỆT NAM", "btttt", "Bộ
  // TT&TT", "Bộ Lao động, Thương binh và Xã hội", "TP. Hồ Chí Minh" → as in "UBND TP. Hồ Chí Minh". nullopt
  // if unknown. People's committees of provinces ("UBND tỉnh Bắc Ninh") come from places.tsv: "UBND tỉnh X" /
  // "UBND thành phố X".
  [[nodiscard]] std::optional<std::string> canonical(std::string_view text) const;

  // All agencies named in a cell that may name several: "BỘ TÀI CHÍNH VÀ BỘ KẾ HOẠCH & ĐẦU TƯ", "BỘ TƯ PHÁP;
  // BHXH VIỆT NAM", "Bộ Công an, Tòa án nhân dân tối cao", "02 bộ, ngành: Tư pháp, Y tế, Lao động - Thương
  // binh và Xã hội" (bare names after a collective head), "UBND các tỉnh: Đà Nẵng, Đắk Nông" (each with its
  // own rank of then), "Các bộ, ngành, địa phương phối hợp Văn phòng Chính phủ" (the collective body itself
  // is one name). In order, each once. Nothing where nothing is recognised.
  [[nodiscard]] std::vector<std::string> in_cell(std::string_view cell) const;

  // Agencies named anywhere in running text, longest match first, in order of place.
  [[nodiscard]] std::vector<AgencyMention> mentions(std::string_view text) const;

  [[nodiscard]] const std::vector<Agency>& all() const { return agencies_; }

 private:
  std::vector<Agency> agencies_;
  std::unordered_map<std::string, std::size_t> by_key_;  // key of a spelling → agency
};

}  // namespace giaidap
