#include "server/api/page_handlers.h"

#include <algorithm>

#include "server/api/errors.h"
#include "server/api/finders.h"
#include "server/api/parameters.h"
#include "server/api/record_views.h"
#include "server/api/search_view.h"

namespace giaidap {
namespace {

constexpr int kEntriesPerPage = 50;

// What every page needs besides its own view: the addresses of its files.
Reply page(const App& app, std::string_view name, nlohmann::json view, int status = 200) {
  for (const char* file : {"style.css", "copy.js", "suggest.js", "icon.svg"}) {
    const std::string key = std::string("file_") + std::string(file, std::string_view(file).find('.'));
    view[key] = app.files.url(file);
  }
  return Reply{
      .type = "text/html; charset=utf-8", .body = app.templates.render(name, view), .status = status};
}

int count_entries(const Searcher::Listed& listed) {
  std::uint64_t entries = 0;
  for (const FacetCount& count : listed.counts) entries += count.count;
  return static_cast<int>(std::min<std::uint64_t>(entries, static_cast<std::uint64_t>(kMaxResultDepth)));
}

Result<EntriesShown> entries_shown(App& app, const Searcher::Listed& listed, const Parameters& parameters) {
  EntriesShown shown;
  shown.last_page = std::max(1, (count_entries(listed) + kEntriesPerPage - 1) / kEntriesPerPage);
  const auto page = number_parameter(parameters, "page", {1, 1, shown.last_page});
  if (!page) return page.error();
  shown.page = page.value();
  auto entries = app.searchers.borrow()->entries_of(listed.dispatch.id, (shown.page - 1) * kEntriesPerPage,
                                                    kEntriesPerPage);
  if (!entries) return entries.error();
  shown.entries = std::move(entries).value();
  return shown;
}

Result<Reply> page_document(App& app, const Call& call) {
  const auto document = find_document(app, call.name);
  if (!document) return document.error();
  return page(app, "document", document_view(document.value(), app.texts));
}

}  // namespace

Result<Reply> page_search(App& app, const Call& call) {
  const auto answered = find_results(app, call.parameters);
  if (!answered) return answered.error();
  const bool nothing_asked = to_parameters(answered.value().request).empty();
  return nothing_asked ? page(app, "start", start_view(answered.value(), app.texts))
                       : page(app, "results", results_view(answered.value(), app.texts));
}

Result<Reply> page_entry(App& app, const Call& call) {
  const auto found = find_entry(app, call.name);
  if (!found) return found.error();
  return page(app, "entry", entry_view(found.value(), app.texts));
}

Result<Reply> page_dispatches(App& app, const Call& /*call*/) {
  const auto listed = find_dispatches(app);
  if (!listed) return listed.error();
  return page(app, "dispatches", dispatches_view(listed.value(), app.texts));
}

Result<Reply> page_dispatch(App& app, const Call& call) {
  const auto listed = find_dispatch(app, call.name);
  if (!listed && listed.error().code == ErrorCode::NotFound) return page_document(app, call);
  if (!listed) return listed.error();
  const auto shown = entries_shown(app, listed.value(), call.parameters);
  if (!shown) return shown.error();
  return page(app, "dispatch", dispatch_view(listed.value(), shown.value(), app.texts));
}

Reply error_page(const App& app, int status, const Error& error) {
  const std::string code(status_code_word(status));
  const std::string title = app.texts["error." + code];
  return page(app, "error",
              {{"page_title", title},
               {"title", title},
               {"help", app.texts["help." + code]},
               {"about", status == 400 ? error_message(error) : ""},
               {"status", status}},
              status);
}

}  // namespace giaidap
