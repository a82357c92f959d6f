// What the desk corrected in what was read of a file: a table NAME.fix.tsv beside it.
//
//     entry<TAB>field<TAB>value
//     1165/TCTTKĐA#III.4<TAB>agencies<TAB>Bộ Tư pháp; Bộ Y tế
//     1165/TCTTKĐA<TAB>date<TAB>2023-08-25
//
// The first line names the columns. `entry` is an entry's name, or its item alone where one dispatch of the
// file has it, or a dispatch's number; empty for the only dispatch of the file. An empty value empties the
// field, "\n" begins a line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/text/agencies.h"

namespace giaidap {

class Overlay {
 public:
  // NAME is the file's name, with or without its extension. Without such a table the overlay changes nothing;
  // one that can't be read is a finding, and changes nothing.
  explicit Overlay(const std::filesystem::path& file);

  // Part of what decides whether a file is as it was indexed; empty without a table.
  [[nodiscard]] static std::string hash_for(const std::filesystem::path& file);
  // True for the names of such tables.
  [[nodiscard]] static bool is_overlay(const std::filesystem::path& file);

  // Corrects the fields of the dispatch, the names of its entries with its number, and their fields.
  void apply(ReadDispatch& read, const Agencies& agencies);
  // The same for a row with its dispatch.
  void apply(Entry& entry, Dispatch& dispatch, const Agencies& agencies);

  // One finding for each correction made, with what stood there before, and for each that met nothing.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  struct Correction {
    int row = 0;  // of the table, from 1
    std::string entry, field, value;
    std::string before;
    bool made = false;
    bool unknown_field = false;
  };
  void correct_dispatch(Dispatch& dispatch, const Agencies& agencies);
  void correct_entry(Entry& entry, const Dispatch& dispatch, const Agencies& agencies);

  std::string name_;  // of the table
  std::vector<Correction> corrections_;
  std::vector<Finding> faults_;
};

}  // namespace giaidap
