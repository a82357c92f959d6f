// Small makers of blocks, and the real dispatches.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/dispatch/read.h"
#include "indexer/reader/text_reader.h"
#include "tests/reading_tables.h"

namespace giaidap {

inline std::vector<Block> blocks_of(const std::string& text) {
  Result<std::vector<Block>> blocks = read_text(text, "t.txt");
  EXPECT_TRUE(blocks.ok());
  return blocks.ok() ? std::move(blocks).value() : std::vector<Block>{};
}

// Of what can be read.
inline FileReading reading_of_bytes(const std::string& file, std::string_view bytes) {
  Result<FileBlocks> blocks = read_blocks(bytes, file);
  if (!blocks) throw std::runtime_error(file + ": " + blocks.error().message);
  return read_dispatches(file, std::move(blocks).value(), tables());
}

// One of the real dispatches, read once.
inline const FileReading& reading_of(const std::string& file) {
  static std::map<std::string, FileReading> readings;
  const auto known = readings.find(file);
  if (known != readings.end()) return known->second;
  std::ifstream in("corpus/dispatches/" + file);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return readings.emplace(file, reading_of_bytes(file, bytes.str())).first->second;
}

inline constexpr const char* kQaFile = "000_2a7870118f3f2d68.txt";
inline constexpr const char* kProseFile = "001_291a567435810d3c.txt";
inline constexpr const char* kTaskFile = "002_ac39c7003030bd12.txt";
inline constexpr const char* kPetitionFile = "003_58eaab47ecae6eae.txt";
inline constexpr const char* kThreeDispatches = "004_5978eb42dcb764c8.txt";

inline const Entry& entry_of(const std::string& file, const std::string& item) {
  static const Entry kNone;
  for (const ReadDispatch& read : reading_of(file).dispatches) {
    for (const Entry& entry : read.entries) {
      if (entry.item == item) return entry;
    }
  }
  ADD_FAILURE() << file << " has no item " << item;
  return kNone;
}

}  // namespace giaidap
