#include "indexer/inspection.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>

#include "indexer/files.h"
#include "indexer/indexing.h"
#include "indexer/messages.h"
#include "indexer/store/index_view.h"

namespace giaidap {
namespace {

std::string counts_in_words(const std::map<std::string, int>& counts) {
  std::string words;
  for (const auto& [kind, count] : counts) {
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", kind, count);
  }
  return words;
}

// One line of the list; line breaks and tabs in a title would break it.
std::string cell(const std::optional<std::string>& text) {
  std::string shown = text.value_or("-");
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; },
      ' ');
  return shown;
}

// What differs, as lines; an Error where the index cannot be read.
Result<std::vector<Finding>> differences(const IndexView& view, const IndexOptions& options) {
  std::vector<Finding> differing;
  if (options.paths.empty()) return differing;
  const Result<std::string> read = reading_fingerprint(options.vocabulary);
  if (!read) return read.error();
  const std::string fingerprint =
      with_choice(read.value(), options.keep_particulars ? Particulars::Kept : Particulars::Masked);
  for (const std::filesystem::path& file : find_files(options.paths).files) {
    const Result<SourceState> source = source_state(file, fingerprint);
    if (!source) {
      differing.push_back({file.string(), source.error().message});
      continue;
    }
    const Result<std::string> difference = view.difference(source.value());
    if (!difference) return difference.error();
    if (!difference.value().empty()) differing.push_back({file.string(), difference.value()});
  }
  return differing;
}

}  // namespace

ExitStatus list_index(const IndexOptions& options) {
  const Result<IndexView> view = IndexView::open(options.db);
  if (!view) return unusable(view.error());
  const Result<std::vector<ListedDispatch>> listed = view.value().dispatches();
  if (!listed) return unusable(listed.error());
  for (const ListedDispatch& one : listed.value()) {
    const Dispatch& dispatch = one.dispatch;
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", cell(dispatch.number.value_or(dispatch.id)), cell(dispatch.date),
               cell(dispatch.issuer), cell(dispatch.title), counts_in_words(one.counts), cell(dispatch.file));
  }
  return kAllRead;
}

ExitStatus check_index(const IndexOptions& options) {
  const Result<IndexView> view = IndexView::open(options.db);
  if (!view) return unusable(view.error());
  const Result<std::vector<Finding>> faults = view.value().faults();
  if (!faults) return unusable(faults.error());
  const Result<std::vector<Finding>> differing = differences(view.value(), options);
  if (!differing) return unusable(differing.error());
  for (const auto* found : {&faults.value(), &differing.value()}) {
    for (const Finding& finding : *found) fmt::print("{}: {}\n", finding.place, finding.message);
  }
  if (!faults.value().empty() || !differing.value().empty()) return kSomeFailed;
  fmt::print("{}: sound{}\n", options.db.string(),
             options.paths.empty() ? "" : ", and the files are as indexed");
  return kAllRead;
}

}  // namespace giaidap
