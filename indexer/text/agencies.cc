#include "indexer/text/agencies.h"

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"
#include "indexer/text/numbers.h"
#include "indexer/text/vocabulary_table.h"

namespace giaidap {
namespace {

constexpr std::string_view kMinistryPrefix = "Bộ ";

Error claimed_twice(const VocabularyTable& table, std::size_t row, const std::string& spelling,
                    const Agency& owner) {
  return table.error(row, "\"" + spelling + "\" is a spelling of " + owner.name + " already");
}

std::string joined(const std::vector<NameWord>& words, const char* between) {
  std::string out;
  for (const NameWord& word : words) out.append(out.empty() ? "" : between).append(word.folded);
  return out;
}

std::vector<std::vector<NameWord>> phrases(const std::string& cell) {
  std::vector<std::vector<NameWord>> out;
  for (const std::string& phrase : split_list(cell)) out.push_back(name_words(phrase));
  return out;
}

// The ways to write a province: "Bắc Ninh", "tỉnh Bắc Ninh", "TP Bắc Ninh".
std::vector<std::string> with_ranks(const std::string& spelling) {
  return {spelling, "tỉnh " + spelling, "thành phố " + spelling, "TP " + spelling};
}

}  // namespace

std::optional<Error> Agencies::load_agencies(const std::filesystem::path& path) {
  auto loaded = VocabularyTable::load(path, {"name", "kind", "parent", "signature", "spellings"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto id = static_cast<std::uint32_t>(scanner_.agencies.size());
    Agency agency{table.cell(row, 0), table.cell(row, 1), table.cell(row, 2), split_list(table.cell(row, 4))};
    agency.spellings.insert(agency.spellings.begin(), agency.name);
    for (const std::string& spelling : agency.spellings) {
      if (const auto owner = scanner_.names.add(spelling, id))
        return claimed_twice(table, row, spelling, scanner_.agencies[*owner]);
      const bool has_bare = agency.kind == "ministry" && spelling.rfind(kMinistryPrefix, 0) == 0;
      if (has_bare) scanner_.ministries.add(spelling.substr(kMinistryPrefix.size()), id);
    }
    for (const std::string& signature : split_list(table.cell(row, 3))) {
      if (!by_signature_.emplace(fold(signature), id).second)
        return table.error(row, "the signature " + signature + " has another owner already");
    }
    by_name_.emplace(agency.name, id);
    scanner_.agencies.push_back(std::move(agency));
  }
  return std::nullopt;
}

// Adds the spellings of a province and of its committee; the owner of one of them if it is another province.
std::optional<std::uint32_t> Agencies::add_province(const std::string& name, std::uint32_t id,
                                                    std::vector<std::string>& committee_spellings) {
  scanner_.province_letters.emplace_back(joined(name_words(name), ""), id);
  for (const std::string& place : with_ranks(name)) {
    if (const auto owner = scanner_.provinces.add(place, id)) return owner;
    for (const char* prefix : {"UBND ", "Ủy ban nhân dân ", "UB "}) {
      scanner_.names.add(prefix + place, id);
      committee_spellings.push_back(prefix + place);
    }
  }
  return std::nullopt;
}

std::optional<Error> Agencies::load_places(const std::filesystem::path& path) {
  auto loaded = VocabularyTable::load(path, {"name", "rank", "today", "spellings"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto id = static_cast<std::uint32_t>(scanner_.agencies.size());
    std::vector<std::string> names = split_list(table.cell(row, 3));
    names.insert(names.begin(), table.cell(row, 0));
    Agency committee{"UBND " + table.cell(row, 1) + " " + names.front(), "province", "", {}};
    for (const std::string& name : names) {
      if (const auto owner = add_province(name, id, committee.spellings))
        return claimed_twice(table, row, name, scanner_.agencies[*owner]);
    }
    by_name_.emplace(committee.name, id);
    scanner_.agencies.push_back(std::move(committee));
  }
  return std::nullopt;
}

std::optional<Error> Agencies::load_compounds(const std::filesystem::path& path) {
  auto loaded = VocabularyTable::load(path, {"name", "not_after", "not_before"});
  if (!loaded) return loaded.error();
  const VocabularyTable& table = loaded.value();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string key = joined(name_words(table.cell(row, 0)), " ");
    const Compound compound{phrases(table.cell(row, 1)), phrases(table.cell(row, 2))};
    if (!scanner_.compounds.emplace(key, compound).second) return table.error(row, "stands here twice");
  }
  return std::nullopt;
}

Result<Agencies> Agencies::load(const std::filesystem::path& vocabulary_dir) {
  Agencies agencies;
  if (auto error = agencies.load_agencies(vocabulary_dir / "agencies.tsv")) return *error;
  if (auto error = agencies.load_places(vocabulary_dir / "places.tsv")) return *error;
  if (auto error = agencies.load_compounds(vocabulary_dir / "compounds.tsv")) return *error;
  return agencies;
}

std::optional<std::string> Agencies::canonical(std::string_view text) const {
  const std::vector<NameWord> words = name_words(text);
  const auto match = scanner_.names.longest_at(words, 0, Tones::Any);
  if (!match || match->words != words.size()) return std::nullopt;
  return all()[match->id].name;
}

std::vector<std::string> Agencies::in_cell(std::string_view cell) const {
  std::vector<std::string> names;
  for (const AgencyHit& hit : scanner_.scan(name_words(cell), AgencyScanner::In::Cell)) {
    const std::string& name = all()[hit.id].name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::vector<AgencyMention> Agencies::mentions(std::string_view text) const {
  static const std::array<std::string, 3> kCollective{kAllMinistries, kAllCommittees, kAllProvinces};
  const std::vector<NameWord> words = name_words(text);
  const std::vector<DocumentNumber> numbers = find_document_numbers(text);
  std::vector<AgencyMention> found;
  for (const AgencyHit& hit : scanner_.scan(words, AgencyScanner::In::Text)) {
    const Agency& agency = all()[hit.id];
    if (std::find(kCollective.begin(), kCollective.end(), agency.kind) != kCollective.end()) continue;
    const AgencyMention mention{agency.name, words[hit.word_begin].byte_begin,
                                words[hit.word_end - 1].byte_end};
    const auto is_around = [&mention](const DocumentNumber& number) {
      return number.byte_begin < mention.byte_begin && mention.byte_end <= number.byte_end;
    };
    if (std::none_of(numbers.begin(), numbers.end(), is_around)) found.push_back(mention);
  }
  return found;
}

std::vector<PlaceMention> Agencies::places(std::string_view text) const {
  const std::vector<NameWord> words = name_words(text);
  std::vector<PlaceMention> found;
  for (std::size_t at = 0; at < words.size();) {
    auto match = scanner_.provinces.longest_at(words, at, Tones::AsTypedOrNone);
    if (!match) {
      ++at;
      continue;
    }
    const std::size_t end = at + match->words;
    const bool ranked = words[at].folded == "tinh" || words[at].folded == "tp" || words[at].folded == "thanh";
    found.push_back(
        {all()[match->id].name, match->exact || ranked, words[at].byte_begin, words[end - 1].byte_end});
    at = end;
  }
  return found;
}

std::optional<std::string> Agencies::issuer_of(std::string_view signature) const {
  while (!signature.empty()) {
    const std::size_t end = std::min(signature.find('-'), signature.size());
    const auto owner = by_signature_.find(fold(signature.substr(0, end)));
    if (owner != by_signature_.end()) return all()[owner->second].name;
    signature.remove_prefix(std::min(end + 1, signature.size()));
  }
  return std::nullopt;
}

const Agency* Agencies::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? nullptr : &all()[found->second];
}

}  // namespace giaidap
