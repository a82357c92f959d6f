// What the desk learns from use: what was searched, what of it found nothing, what readers say of answers.
// Kept by day and never by person; private particulars in queries are masked before anything is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/result.h"

namespace giaidap {

struct AskedQuery {
  std::string query;
  std::uint64_t times = 0;
  std::string last_day;  // ISO
};

struct DayOfSearches {
  std::string day;  // ISO
  std::uint64_t searches = 0;
  std::uint64_t found_nothing = 0;
};

struct EntryVotes {
  std::string entry;
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;
};

struct DeskReport {
  std::string since;  // the first day with anything, ISO; empty where there is none
  std::uint64_t searches = 0;
  std::uint64_t found_nothing = 0;
  std::uint64_t without_answer = 0;  // results, but no answer card
  std::uint64_t votes_right = 0;
  std::uint64_t votes_wrong = 0;
  std::vector<DayOfSearches> days;  // the last 30, today last, days without searches too
  std::vector<AskedQuery> nothing_found;
  std::vector<AskedQuery> most_asked;
  std::vector<EntryVotes> voted;  // those voted wrong most often first
};

// Thread-safe. Times are local days of this machine.
class Desk {
 public:
  // Opens or makes the database file, drops what is older than kKeptDays. Errors name the file.
  static Result<std::unique_ptr<Desk>> open(const std::filesystem::path& file);
  ~Desk();

  // An empty query counts nothing. More than kMaxQueries different ones a day are no longer told apart.
  void note_search(std::string_view query, std::uint64_t results, bool answered);
  void note_vote(std::string_view entry, bool right);

  // Lists of at most `most` rows.
  [[nodiscard]] Result<DeskReport> report(std::size_t most) const;

 private:
  Desk();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

inline constexpr int kKeptDays = 400;
inline constexpr std::size_t kMaxQueries = 20'000;

}  // namespace giaidap
