// A small index of real rows, and one hostile row, for servers under test.
#pragma once

#include <filesystem>

namespace giaidap::test {

// Names and values of the sample that tests ask for.
inline constexpr const char* kNewbornEntry = "1165/TCTTKĐA#III.4";
inline constexpr const char* kPetitionEntry = "230/BC-TCTTKĐA#I.1";
inline constexpr const char* kHostileEntry = "666/<b>#1?x=\"y\"&z";
inline constexpr int kPassages = 24;  // of the dispatch without a number

// Makes the index in a folder that does not exist yet or is empty.
void make_sample_index(const std::filesystem::path& dir);

}  // namespace giaidap::test
