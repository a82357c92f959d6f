// The whole way from a text to entries. Other formats have targets of their own, as far as their blocks.
#include "indexer/dispatch/read.h"
#include "indexer/reader/file_type.h"
#include "indexer/text/normalize.h"
#include "tests/fuzz/fuzz.h"

using giaidap::fuzz::require;

namespace {

const giaidap::ReadingTables& tables() {
  static const auto kTables = giaidap::ReadingTables::load("corpus/vocabulary");
  require(kTables.ok(), "the vocabulary is read (start from the project's folder)");
  return kTables.value();
}

void check(const giaidap::Entry& entry, const giaidap::Dispatch& dispatch) {
  const bool row = entry.kind != giaidap::EntryKind::Passage;
  require(row || !entry.text.empty(), "passages have text; rows may have lost theirs");
  require(giaidap::is_valid_utf8(entry.text), "texts are UTF-8");
  require(entry.dispatch_id == dispatch.id, "entries know their dispatch");
  require(entry.place.line.has_value(), "entries know their line");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = giaidap::fuzz::bytes_of(data, size);
  if (giaidap::file_type(bytes) != giaidap::FileType::Text) return 0;
  auto blocks = giaidap::read_blocks(bytes, "fuzz.txt");
  if (!blocks) return 0;
  const auto reading = giaidap::read_dispatches("fuzz.txt", std::move(blocks).value(), tables());
  for (const giaidap::ReadDispatch& read : reading.dispatches) {
    require(!read.dispatch.id.empty(), "dispatches have ids");
    for (const giaidap::Entry& entry : read.entries) check(entry, read.dispatch);
  }
  return 0;
}
