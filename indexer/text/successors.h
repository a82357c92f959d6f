// Who is responsible today for what an agency answered then.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

// A matter that went to another agency than the successor.
struct MovedMatter {
  std::string matter;              // "sát hạch, cấp giấy phép lái xe"
  std::string agency;              // today's
  std::vector<std::string> words;  // of a question about it
};

struct Successor {
  std::string then;
  std::string today;  // may equal `then`, where only some matters moved
  std::string since;  // ISO date
  std::string basis;  // "Nghị quyết 176/2025/QH15"
  std::vector<MovedMatter> moved;
};

class Successors {
 public:
  // From successors.tsv and moved_matters.tsv, and from places.tsv for the people's committees of provinces
  // that merged.
  static Result<Successors> load(const std::filesystem::path& vocabulary_dir);

  // By canonical name; nullptr for an agency that is what it was.
  [[nodiscard]] const Successor* of(std::string_view agency) const;

  [[nodiscard]] const std::unordered_map<std::string, Successor>& all() const { return by_name_; }

 private:
  std::unordered_map<std::string, Successor> by_name_;
};

}  // namespace giaidap
