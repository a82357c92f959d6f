// The real dispatches as material for properties that must hold for any text.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace giaidap {

inline std::vector<std::string> dispatch_lines() {
  std::vector<std::string> lines;
  for (const auto& file : std::filesystem::directory_iterator("corpus/dispatches")) {
    std::ifstream in(file.path());
    for (std::string line; file.path().extension() == ".txt" && std::getline(in, line);)
      lines.push_back(line);
  }
  return lines;
}

}  // namespace giaidap
