// A large change to an index is made beside it and takes its place whole, at one moment for readers: what
// stood there before is searchable until then, and again after any failure.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace giaidap {

class Replacement {
 public:
  // Whether the index in this folder can be replaced: beside it a folder can be made, and the file system
  // exchanges two folders at once.
  static bool is_possible(const std::filesystem::path& dir);

  // Whether all documents are those of the source file. Lets Xapian's exceptions through, as all that
  // follows.
  static bool takes_all(const Xapian::Database& live, std::string_view source);

  // Removes what a killed run left beside the index. The caller holds the index's lock.
  static void clear_remains(const std::filesystem::path& dir);

  // Begins with what `live`, the committed index in `dir`, holds; with its metadata alone where the source
  // takes all documents.
  Replacement(const std::filesystem::path& dir, const Xapian::Database& live, std::string_view source);
  ~Replacement();  // removes all that stands beside the index
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  // What the index will hold beside the shards.
  [[nodiscard]] Xapian::WritableDatabase& base() { return *base_; }
  // A folder for shards.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  // Joins the base and the shards, in this order, on disk, and puts the result in the index's place.
  void publish(const std::vector<std::filesystem::path>& shards);

 private:
  std::filesystem::path dir_;     // without links
  std::filesystem::path folder_;  // beside it
  std::optional<Xapian::WritableDatabase> base_;
};

}  // namespace giaidap
