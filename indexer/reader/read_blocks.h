// Any file → blocks.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/base/result.h"
#include "indexer/reader/block.h"
#include "indexer/reader/contained.h"

namespace giaidap {

struct FileBlocks {
  std::vector<Block> blocks;
  std::vector<std::string> remarks;  // about the whole file, for the person who added it
};

// Reads a document by what its bytes are: text, Markdown, web page, Word, PDF with a text layer, in Unicode
// or the Vietnamese encodings before it. `file` is its base name. Errors say what the file is and what to do.
Result<FileBlocks> read_blocks(std::string_view bytes, const std::string& file);

// The same, with formats that libraries unpack, and text whose columns must be found, read in a child process
// (contained.h): a file that hangs or crashes them is an Error like others, and this process may do something
// else until it asks for the blocks.
class PendingBlocks {
 public:
  // The bytes may go when this returns.
  PendingBlocks(std::string_view bytes, std::string file);

  // False where no child could be started, which may go better later.
  [[nodiscard]] bool is_begun() const;
  Result<FileBlocks> get();  // once

 private:
  std::string file_;
  std::variant<Result<FileBlocks>, Contained> reading_;
};

}  // namespace giaidap
