#include "indexer/reader/pdf_tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "indexer/reader/pdf_cells.h"

namespace giaidap {
namespace {

constexpr double kTouch = 3.5;    // points: rules so near meet
constexpr double kCovers = 0.6;   // of a side: a rule so long is its border
constexpr double kLongDown = 40;  // points: so long a rule is no letter's stem
constexpr double kOpenEdge = 8;   // points that rules reach beyond the outermost rule across them
constexpr std::size_t kMostCrossings = 4'000'000;

struct Rules {
  std::vector<PdfRule> across, down;
};

bool meets_at(const PdfRule& across, const PdfRule& down, double place) {
  return std::abs(across.at - place) <= kTouch && down.at >= across.begin - kTouch &&
         down.at <= across.end + kTouch;
}

// Stems of letters on an underline look like rules; real ones end on rules across them, or are long.
void remove_stems(std::vector<PdfRule>& rules) {
  const std::vector<PdfRule> all = rules;
  std::erase_if(rules, [&](const PdfRule& down) {
    if (down.horizontal || down.end - down.begin >= kLongDown) return false;
    const auto ends = [&](double place) {
      return std::any_of(all.begin(), all.end(), [&](const PdfRule& across) {
        return across.horizontal && meets_at(across, down, place);
      });
    };
    return !ends(down.begin) || !ends(down.end);
  });
}

// Rules that hang together.
std::vector<Rules> components_of(const std::vector<PdfRule>& rules) {
  std::vector<std::size_t> parent(rules.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const auto meet = [](const PdfRule& across, const PdfRule& down) {
    return across.at >= down.begin - kTouch && across.at <= down.end + kTouch &&
           down.at >= across.begin - kTouch && down.at <= across.end + kTouch;
  };
  std::vector<std::size_t> across;
  std::vector<std::size_t> down;
  for (std::size_t i = 0; i < rules.size(); ++i) (rules[i].horizontal ? across : down).push_back(i);
  if (across.size() * down.size() > kMostCrossings) return {};
  for (const std::size_t a : across) {
    for (const std::size_t d : down) {
      if (meet(rules[a], rules[d])) parent[root(a)] = root(d);
    }
  }
  std::vector<Rules> components(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    Rules& component = components[root(i)];
    (rules[i].horizontal ? component.across : component.down).push_back(rules[i]);
  }
  std::erase_if(components, [](const Rules& one) { return one.across.empty() || one.down.empty(); });
  return components;
}

// The places of rules, near ones as one, and where the rules across them end, if that is further out.
std::vector<double> edges_of(const std::vector<PdfRule>& rules, const std::vector<PdfRule>& crossing) {
  std::vector<double> places;
  places.reserve(rules.size());
  for (const PdfRule& rule : rules) places.push_back(rule.at);
  std::sort(places.begin(), places.end());
  std::vector<double> edges;
  for (const double place : places) {
    if (edges.empty() || place - edges.back() > kTouch) edges.push_back(place);
  }
  double first = edges.front();
  double last = edges.back();
  for (const PdfRule& rule : crossing) {
    first = std::min(first, rule.begin);
    last = std::max(last, rule.end);
  }
  if (first < edges.front() - kOpenEdge) edges.insert(edges.begin(), first);
  if (last > edges.back() + kOpenEdge) edges.push_back(last);
  return edges;
}

// Whether rules at `place` cover most of the way from `begin` to `end`.
bool has_border(const std::vector<PdfRule>& rules, double place, double begin, double end) {
  double covered = 0;
  for (const PdfRule& rule : rules) {
    if (std::abs(rule.at - place) > kTouch) continue;
    covered += std::max(0.0, std::min(rule.end, end) - std::max(rule.begin, begin));
  }
  return covered >= kCovers * (end - begin);
}

// One table with the words of its cells.
class TableBuilder {
 public:
  TableBuilder(const Rules& rules, std::vector<double> columns, std::vector<double> rows)
      : columns_(std::move(columns)), rows_(std::move(rows)) {
    keep_borders(columns_, rules.down, rows_);
    keep_borders(rows_, rules.across, columns_);
    owner_.assign(row_count() * column_count(), kNone);
    for (std::size_t row = 0; row < row_count(); ++row) {
      for (std::size_t column = 0; column < column_count(); ++column) {
        if (owner(row, column) == kNone) place_cell(rules, row, column);
      }
    }
  }

  [[nodiscard]] bool is_frame() const { return column_count() < 2; }

  [[nodiscard]] bool holds(const PdfWord& word) const {
    return word.box.middle() > columns_.front() && word.box.middle() < columns_.back() &&
           word.box.centre() > rows_.front() && word.box.centre() < rows_.back();
  }

  void add(PdfWord word) {
    const std::size_t column = index_of(columns_, word.box.middle());
    const std::size_t row = index_of(rows_, word.box.centre());
    cells_[owner(row, column)].words.push_back(std::move(word));
  }

  [[nodiscard]] std::size_t filled() const {
    return static_cast<std::size_t>(
        std::count_if(cells_.begin(), cells_.end(), [](const Cell& cell) { return !cell.words.empty(); }));
  }

  PdfTable finish() {
    PdfTable table;
    table.box = {columns_.front(), rows_.front(), columns_.back(), rows_.back()};
    table.rows.resize(row_count());
    for (Cell& cell : cells_) {
      GridCell grid;
      grid.columns = cell.columns;
      grid.rows = cell.rows;
      grid.text =
          cell_paragraphs(std::move(cell.words), columns_[cell.column], columns_[cell.column + cell.columns]);
      table.rows[cell.row].push_back(std::move(grid));
    }
    table.columns = std::move(columns_);
    return table;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Cell {
    std::size_t row, column, rows, columns;
    std::vector<PdfWord> words;
  };

  [[nodiscard]] std::size_t row_count() const { return rows_.size() - 1; }
  [[nodiscard]] std::size_t column_count() const { return columns_.size() - 1; }
  std::size_t& owner(std::size_t row, std::size_t column) { return owner_[row * column_count() + column]; }

  static std::size_t index_of(const std::vector<double>& edges, double place) {
    const auto after = std::upper_bound(edges.begin(), edges.end(), place);
    const auto index = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - edges.begin() - 1, 0));
    return std::min(index, edges.size() - 2);
  }

  // Takes out inner edges that are a border nowhere.
  static void keep_borders(std::vector<double>& edges, const std::vector<PdfRule>& rules,
                           const std::vector<double>& across) {
    for (std::size_t i = edges.size() - 1; i-- > 1;) {
      bool border = false;
      for (std::size_t k = 0; k + 1 < across.size() && !border; ++k) {
        border = has_border(rules, edges[i], across[k], across[k + 1]);
      }
      if (!border) edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  // A cell reaches right and down to the next border.
  void place_cell(const Rules& rules, std::size_t row, std::size_t column) {
    std::size_t right = column + 1;
    while (right < column_count() && owner(row, right) == kNone &&
           !has_border(rules.down, columns_[right], rows_[row], rows_[row + 1])) {
      ++right;
    }
    std::size_t below = row + 1;
    while (below < row_count() && owner(below, column) == kNone &&
           !has_border(rules.across, rows_[below], columns_[column], columns_[column + 1])) {
      ++below;
    }
    for (std::size_t r = row; r < below; ++r) {
      for (std::size_t c = column; c < right; ++c) owner(r, c) = cells_.size();
    }
    cells_.push_back({row, column, below - row, right - column, {}});
  }

  std::vector<double> columns_, rows_;  // edges
  std::vector<std::size_t> owner_;      // the cell that each square of the grid belongs to
  std::vector<Cell> cells_;
};

}  // namespace

std::vector<PdfTable> take_tables(PdfPage& page) {
  std::vector<PdfTable> tables;
  remove_stems(page.rules);
  for (const Rules& rules : components_of(page.rules)) {
    std::vector<double> columns = edges_of(rules.down, rules.across);
    std::vector<double> rows = edges_of(rules.across, rules.down);
    if (columns.size() < 3 || rows.size() < 2) continue;
    if (columns.size() > kMostColumns) continue;
    TableBuilder builder(rules, std::move(columns), std::move(rows));
    if (builder.is_frame()) continue;
    const auto inside = std::stable_partition(page.words.begin(), page.words.end(),
                                              [&](const PdfWord& word) { return !builder.holds(word); });
    for (auto word = inside; word != page.words.end(); ++word) builder.add(*word);
    if (builder.filled() < 2) continue;
    page.words.erase(inside, page.words.end());
    tables.push_back(builder.finish());
  }
  std::sort(tables.begin(), tables.end(),
            [](const PdfTable& a, const PdfTable& b) { return a.box.top < b.box.top; });
  return tables;
}

}  // namespace giaidap
