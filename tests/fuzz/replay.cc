// Runs a fuzz target without libFuzzer: over the files of the folders given, then, for some seconds, over
// changed copies of them. Change number N is the same everywhere; where it breaks the target, its number is
// told, and `fuzz_NAME --change N FOLDER` repeats it.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& item : std::filesystem::directory_iterator(folder)) files.push_back(item.path());
  std::sort(files.begin(), files.end());
  return files;
}

Bytes read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return {bytes.begin(), bytes.end()};
}

std::size_t below(std::mt19937& random, std::size_t end) { return end == 0 ? 0 : random() % end; }

// Some bytes replaced, left out, said twice, or taken from another input.
void change(Bytes& bytes, const Bytes& other, std::mt19937& random) {
  constexpr std::size_t kMostMoved = 200;
  const auto at = static_cast<std::ptrdiff_t>(below(random, bytes.size() + 1));
  const auto left = static_cast<std::size_t>(bytes.end() - bytes.begin() - at);
  const auto count = static_cast<std::ptrdiff_t>(below(random, std::min(kMostMoved, left) + 1));
  switch (random() % 4) {
    case 0:
      for (auto byte = bytes.begin() + at; byte != bytes.begin() + at + std::min<std::ptrdiff_t>(count, 4);
           ++byte)
        *byte = static_cast<std::uint8_t>(random());
      break;
    case 1:
      bytes.erase(bytes.begin() + at, bytes.begin() + at + count);
      break;
    case 2: {
      const Bytes again(bytes.begin() + at, bytes.begin() + at + count);
      bytes.insert(bytes.begin() + at, again.begin(), again.end());
      break;
    }
    default: {
      const auto from = static_cast<std::ptrdiff_t>(below(random, other.size() + 1));
      const auto most = std::min<std::ptrdiff_t>(other.end() - other.begin() - from, kMostMoved);
      bytes.insert(bytes.begin() + at, other.begin() + from, other.begin() + from + most);
    }
  }
}

Bytes changed(const std::vector<Bytes>& inputs, unsigned number) {
  constexpr std::size_t kMostChanges = 8;
  std::mt19937 random(number);
  Bytes bytes = inputs[below(random, inputs.size())];
  for (std::size_t i = 0; i <= below(random, kMostChanges); ++i)
    change(bytes, inputs[below(random, inputs.size())], random);
  bytes.shrink_to_fit();  // its own block, for AddressSanitizer
  return bytes;
}

volatile std::sig_atomic_t tried = 0;  // the change at hand

void tell_and_end(int signal) {
  std::string message = "\nbroken by --change " + std::to_string(tried) + "\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void try_changes(const std::vector<Bytes>& inputs) {
  const char* const wanted = std::getenv("GIAIDAP_FUZZ_SECONDS");
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(wanted != nullptr ? std::atoi(wanted) : 2);
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS}) std::signal(signal, tell_and_end);
  while (std::chrono::steady_clock::now() < end) {
    tried = tried + 1;
    const Bytes bytes = changed(inputs, static_cast<unsigned>(tried));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  std::cout << tried << " changes\n";
}

}  // namespace

int main(int argc, char** argv) {
  const bool repeat = argc > 3 && std::strcmp(argv[1], "--change") == 0;
  std::vector<Bytes> inputs;
  for (int i = repeat ? 3 : 1; i < argc; ++i) {
    for (const auto& file : files_in(argv[i])) {
      inputs.push_back(read(file));
      if (repeat) continue;
      std::cout << file.string() << std::endl;  // flushed, so that a crash tells its input
      LLVMFuzzerTestOneInput(inputs.back().data(), inputs.back().size());
    }
  }
  std::cout << inputs.size() << " inputs\n";
  if (inputs.empty()) return EXIT_FAILURE;
  if (repeat) {
    const Bytes bytes = changed(inputs, static_cast<unsigned>(std::atoi(argv[2])));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  } else {
    try_changes(inputs);
  }
  return EXIT_SUCCESS;
}
