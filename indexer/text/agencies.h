// Agencies and places: every spelling of a name leads to its canonical one.
// Loaded from corpus/vocabulary/agencies.tsv, places.tsv and compounds.tsv. Immutable after loading; safe to
// share by threads. Texts must be normalize_text()ed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/text/agency_scanner.h"

namespace giaidap {

// A place where an agency is named in a text.
struct AgencyMention {
  std::string name;  // canonical
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

// A place where a province is named in a text, as "tỉnh Phú Yên", "TP. HCM" or only "phú yên".
struct PlaceMention {
  std::string committee;  // its people's committee, canonical: "UBND tỉnh Phú Yên"
  bool sure;              // with its rank, or with all its tones: "dien bien" alone may be "diễn biến"
  std::uint32_t byte_begin;
  std::uint32_t byte_end;
};

class Agencies {
 public:
  // Error with file:line for a spelling that two agencies claim.
  static Result<Agencies> load(const std::filesystem::path& vocabulary_dir);

  // The canonical name of a text that names one agency and nothing else, whatever its case, tones (only if
  // the toneless form is unambiguous), "&" for "và", dashes, commas, spaces: "BHXH VIỆT NAM", "btttt", "Bộ
  // TT&TT", "Bộ Lao động, Thương binh và Xã hội", "UBND TP. Hồ Chí Minh". nullopt if unknown. People's
  // committees of provinces come from places.tsv: "UBND tỉnh X" / "UBND thành phố X". A province without
  // "UBND" is no agency.
  [[nodiscard]] std::optional<std::string> canonical(std::string_view text) const;

  // All agencies named in a cell that may name several: "BỘ TÀI CHÍNH VÀ BỘ KẾ HOẠCH & ĐẦU TƯ", "BỘ TƯ PHÁP;
  // BHXH VIỆT NAM", "Bộ Công an, Tòa án nhân dân tối cao", "02 bộ, ngành: Tư pháp, Y tế, Lao động - Thương
  // binh và Xã hội" (bare names after a collective head), "UBND các tỉnh: Đà Nẵng, Đắk Nông" (each with its
  // own rank of then), "Các bộ, ngành, địa phương phối hợp Văn phòng Chính phủ" (the collective body itself
  // is one name). A bare province is its people's committee ("Quảng Trị"), also one letter or tone off
  // ("Thanh Hòa"). In order, each once. Nothing where nothing is recognised.
  [[nodiscard]] std::vector<std::string> in_cell(std::string_view cell) const;

  // Agencies named anywhere in running text, longest match first, in order of place; also bare names after
  // a collective head ("các Bộ: Công an, Quốc phòng"). Neither collective bodies themselves nor the
  // abbreviations inside document numbers ("1552/BTTTT-THH") are mentions.
  [[nodiscard]] std::vector<AgencyMention> mentions(std::string_view text) const;

  // Provinces named anywhere in running text, with or without rank or "UBND".
  [[nodiscard]] std::vector<PlaceMention> places(std::string_view text) const;

  // Who issues documents whose number ends so: "BTTTT-THH" → "Bộ Thông tin và Truyền thông", "QĐ-TTg" →
  // "Thủ tướng Chính phủ". nullopt if unknown or local ("UBND-TTHC" may be any province's).
  [[nodiscard]] std::optional<std::string> issuer_of(std::string_view signature) const;

  // By canonical name; nullptr if unknown.
  [[nodiscard]] const Agency* find(std::string_view name) const;

  [[nodiscard]] const std::vector<Agency>& all() const { return scanner_.agencies; }

 private:
  std::optional<Error> load_agencies(const std::filesystem::path& path);
  std::optional<Error> load_places(const std::filesystem::path& path);
  std::optional<std::uint32_t> add_province(const std::string& name, std::uint32_t id,
                                            std::vector<std::string>& committee_spellings);
  std::optional<Error> load_compounds(const std::filesystem::path& path);

  AgencyScanner scanner_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::uint32_t> by_signature_;  // folded
};

}  // namespace giaidap
