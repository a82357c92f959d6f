#include "indexer/reader/block_json.h"

#include <nlohmann/json.hpp>

namespace giaidap {
namespace {

using nlohmann::json;

// A block as a list, in the order of its fields: many small objects would take thrice the room.
json to_json(const Block& block) {
  return json::array({block.kind == BlockKind::TableRow, block.text, block.cells, block.table,
                      block.heading_level, block.all_bold, block.bold_lead, block.centred, block.blank_before,
                      block.indented, block.trailing_space, block.place.page.value_or(0),
                      block.place.line.value_or(0), block.gutter ? static_cast<int>(*block.gutter) : -1});
}

std::optional<int> positive(int number) { return number > 0 ? std::optional(number) : std::nullopt; }

Block block_from(const json& list, const std::string& file) {
  Block block;
  block.kind = list.at(0).get<bool>() ? BlockKind::TableRow : BlockKind::Line;
  block.text = list.at(1).get<std::string>();
  block.cells = list.at(2).get<std::vector<CellText>>();
  block.table = list.at(3).get<int>();
  block.heading_level = list.at(4).get<int>();
  block.all_bold = list.at(5).get<bool>();
  block.bold_lead = list.at(6).get<std::string>();
  block.centred = list.at(7).get<bool>();
  block.blank_before = list.at(8).get<bool>();
  block.indented = list.at(9).get<bool>();
  block.trailing_space = list.at(10).get<bool>();
  if (const int gutter = list.at(13).get<int>(); gutter >= 0) block.gutter = static_cast<std::size_t>(gutter);
  block.place = {file, positive(list.at(11).get<int>()), positive(list.at(12).get<int>())};
  return block;
}

}  // namespace

std::string to_json(const Result<FileBlocks>& read) {
  json whole;
  if (!read) {
    const Error& error = read.error();
    whole = {{"code", static_cast<int>(error.code)}, {"message", error.message}, {"place", error.place}};
  } else {
    whole = {{"remarks", read.value().remarks}, {"file", ""}, {"blocks", json::array()}};
    for (const Block& block : read.value().blocks) {
      whole["file"] = block.place.file;
      whole["blocks"].push_back(to_json(block));
    }
  }
  return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<FileBlocks> file_blocks_from_json(std::string_view text) {
  const json whole = json::parse(text, nullptr, false);
  try {
    if (whole.contains("message")) {
      return Error{static_cast<ErrorCode>(whole.at("code").get<int>()),
                   whole.at("message").get<std::string>(), whole.at("place").get<std::string>()};
    }
    FileBlocks read;
    read.remarks = whole.at("remarks").get<std::vector<std::string>>();
    const auto file = whole.at("file").get<std::string>();
    for (const json& block : whole.at("blocks")) read.blocks.push_back(block_from(block, file));
    return read;
  } catch (const json::exception& broken) {
    return Error{ErrorCode::Internal, std::string("what was read came back broken: ") + broken.what(), ""};
  }
}

}  // namespace giaidap
