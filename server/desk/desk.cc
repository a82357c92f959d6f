#include "server/desk/desk.h"

#include <array>
#include <chrono>
#include <ctime>
#include <map>
#include <mutex>

#include "indexer/particulars.h"
#include "indexer/text/normalize.h"
#include "server/desk/sqlite.h"

namespace giaidap {
namespace {

constexpr std::size_t kMaxQueryCharacters = 200;
constexpr int kShownDays = 30;

constexpr const char* kSchema = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS searches(
  day TEXT NOT NULL, query TEXT NOT NULL, times INTEGER NOT NULL, missed INTEGER NOT NULL,
  unanswered INTEGER NOT NULL, PRIMARY KEY(day, query)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS votes(
  day TEXT NOT NULL, entry TEXT NOT NULL, voted_right INTEGER NOT NULL, voted_wrong INTEGER NOT NULL,
  PRIMARY KEY(day, entry)) WITHOUT ROWID;
)";

// The local day so many days ago.
std::string day_before_today(int days) {
  const std::time_t then =
      std::chrono::system_clock::to_time_t(std::chrono::system_clock::now() - std::chrono::hours(24 * days));
  std::tm local{};
  ::localtime_r(&then, &local);
  std::array<char, 11> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
  return {text.data(), size};
}

// What is written of a query: masked, in one spelling, its beginning.
std::string kept_query(std::string_view query) {
  const std::string whole = squeeze(lower(mask_particulars(normalize_text(query))));
  const std::string kept = cut_to_characters(whole, kMaxQueryCharacters);
  return kept.size() < whole.size() ? kept + "…" : kept;
}

}  // namespace

struct Desk::Impl {
  SqliteDatabase database{nullptr, &sqlite3_close};
  mutable std::mutex mutex;

  [[nodiscard]] std::uint64_t queries_on(const std::string& day) const {
    Statement counted(database.get(), "SELECT count(*) FROM searches WHERE day = ?");
    counted.bind(day);
    return counted.step() ? counted.count(0) : 0;
  }

  [[nodiscard]] std::vector<AskedQuery> queries(const char* sql, std::size_t most) const {
    std::vector<AskedQuery> rows;
    Statement listed(database.get(), sql);
    listed.bind(static_cast<std::int64_t>(most));
    while (listed.step()) rows.push_back({listed.text(0), listed.count(1), listed.text(2)});
    return rows;
  }

  void add_totals(DeskReport& report) const;
  void add_days(DeskReport& report) const;
  void add_votes(DeskReport& report, std::size_t most) const;
};

Desk::Desk() : impl_(std::make_unique<Impl>()) {}
Desk::~Desk() = default;

Result<std::unique_ptr<Desk>> Desk::open(const std::filesystem::path& file) {
  Result<SqliteDatabase> database = open_sqlite(file);
  if (!database) return database.error();
  std::unique_ptr<Desk> desk(new Desk);
  desk->impl_->database = std::move(database).value();
  sqlite3* opened = desk->impl_->database.get();
  if (const auto made = run_sql(opened, kSchema); !made) return made.error();
  for (const char* sql : {"DELETE FROM searches WHERE day < ?", "DELETE FROM votes WHERE day < ?"}) {
    Statement(opened, sql).bind(day_before_today(kKeptDays)).step();
  }
  return desk;
}

void Desk::note_search(std::string_view query, std::uint64_t results, bool answered) {
  std::string kept = kept_query(query);
  if (kept.empty()) return;
  const std::string today = day_before_today(0);
  const std::lock_guard lock(impl_->mutex);
  if (impl_->queries_on(today) >= kMaxQueries) kept = "…";
  Statement(impl_->database.get(),
            "INSERT INTO searches VALUES(?1, ?2, 1, ?3, ?4) ON CONFLICT DO UPDATE SET times = times + 1, "
            "missed = missed + ?3, unanswered = unanswered + ?4")
      .bind(today)
      .bind(kept)
      .bind(static_cast<std::int64_t>(results == 0))
      .bind(static_cast<std::int64_t>(results > 0 && !answered))
      .step();
}

void Desk::note_vote(std::string_view entry, bool right) {
  const std::lock_guard lock(impl_->mutex);
  Statement(impl_->database.get(),
            "INSERT INTO votes VALUES(?1, ?2, ?3, 1 - ?3) ON CONFLICT DO UPDATE SET voted_right = "
            "voted_right + ?3, "
            "voted_wrong = voted_wrong + 1 - ?3")
      .bind(day_before_today(0))
      .bind(entry)
      .bind(static_cast<std::int64_t>(right))
      .step();
}

void Desk::Impl::add_totals(DeskReport& report) const {
  Statement searches(database.get(),
                     "SELECT min(day), sum(times), sum(missed), sum(unanswered) FROM searches");
  if (searches.step()) {
    report.since = searches.text(0);
    report.searches = searches.count(1);
    report.found_nothing = searches.count(2);
    report.without_answer = searches.count(3);
  }
  Statement votes(database.get(), "SELECT min(day), sum(voted_right), sum(voted_wrong) FROM votes");
  if (!votes.step()) return;
  const std::string first = votes.text(0);
  if (!first.empty() && (report.since.empty() || first < report.since)) report.since = first;
  report.votes_right = votes.count(1);
  report.votes_wrong = votes.count(2);
}

void Desk::Impl::add_days(DeskReport& report) const {
  std::map<std::string, DayOfSearches> by_day;
  Statement days(database.get(),
                 "SELECT day, sum(times), sum(missed) FROM searches WHERE day > ? GROUP BY day");
  days.bind(day_before_today(kShownDays));
  while (days.step()) by_day[days.text(0)] = {days.text(0), days.count(1), days.count(2)};
  for (int ago = kShownDays - 1; ago >= 0; --ago) {
    const std::string day = day_before_today(ago);
    const auto found = by_day.find(day);
    report.days.push_back(found == by_day.end() ? DayOfSearches{day, 0, 0} : found->second);
  }
}

void Desk::Impl::add_votes(DeskReport& report, std::size_t most) const {
  Statement votes(database.get(),
                  "SELECT entry, sum(voted_right), sum(voted_wrong) FROM votes GROUP BY entry "
                  "ORDER BY sum(voted_wrong) DESC, sum(voted_right) DESC, entry LIMIT ?");
  votes.bind(static_cast<std::int64_t>(most));
  while (votes.step()) report.voted.push_back({votes.text(0), votes.count(1), votes.count(2)});
}

Result<DeskReport> Desk::report(std::size_t most) const {
  DeskReport report;
  const std::lock_guard lock(impl_->mutex);
  impl_->add_totals(report);
  impl_->add_days(report);
  report.nothing_found = impl_->queries(
      "SELECT query, sum(missed), max(day) FROM searches WHERE missed > 0 GROUP BY query "
      "ORDER BY sum(missed) DESC, max(day) DESC, query LIMIT ?",
      most);
  report.most_asked = impl_->queries(
      "SELECT query, sum(times), max(day) FROM searches GROUP BY query "
      "ORDER BY sum(times) DESC, max(day) DESC, query LIMIT ?",
      most);
  impl_->add_votes(report, most);
  return report;
}

}  // namespace giaidap
