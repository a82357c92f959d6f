// Walks over the words of a text and tells where agencies are named. The table of agencies decides; this
// only knows how lists are written.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/text/name_index.h"

namespace giaidap {

struct Agency {
  std::string name;    // canonical: "Bộ Thông tin và Truyền thông"
  std::string kind;    // as in agencies.tsv: "ministry", "office", "department", "province", "local" ...
  std::string parent;  // of a department: its ministry; else empty
  std::vector<std::string> spellings;
};

// Collective bodies, whose bare members may follow: "các Bộ: Công an, ...", "UBND các tỉnh: Đà Nẵng, ...".
// "Các tỉnh" alone introduces committees only in cells that hold nothing but names.
inline constexpr const char* kAllMinistries = "all ministries";
inline constexpr const char* kAllCommittees = "all committees";
inline constexpr const char* kAllProvinces = "all provinces";

struct AgencyHit {
  std::uint32_t id;        // place in AgencyScanner::agencies
  std::size_t word_begin;  // words of the text
  std::size_t word_end;
};

// Words beside which a name is none: "cán bộ y tế", "Chính phủ điện tử".
struct Compound {
  std::vector<std::vector<NameWord>> not_after;
  std::vector<std::vector<NameWord>> not_before;
};

struct AgencyScanner {
  enum class In { Cell, Text };  // a cell holds names only; a text names some

  [[nodiscard]] std::vector<AgencyHit> scan(const std::vector<NameWord>& words, In where) const;

  std::vector<Agency> agencies;
  NameIndex names;       // all spellings
  NameIndex ministries;  // without "Bộ"
  NameIndex provinces;   // with and without rank; ids of their committees
  std::vector<std::pair<std::string, std::uint32_t>> province_letters;  // folded without spaces → committee
  std::unordered_map<std::string, Compound> compounds;                  // by folded first word or name
};

}  // namespace giaidap
