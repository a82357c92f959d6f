// The words of the contract as types: dispatch, entry, place, finding. All strings are UTF-8 in NFC.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace giaidap {

// Where something stands in its source file.
struct Place {
  std::string file;         // base name of the source file
  std::optional<int> page;  // from 1, where the format has pages
  std::optional<int> line;  // from 1, where the format has lines
};

enum class EntryKind { Qa, Petition, Task, Passage };

// Answered for qa with an agency's answer column, Open for petitions and tasks, None for passages.
enum class EntryStatus { Answered, Open, None };

struct Signer {
  std::string title;  // office lines joined by a space: "KT. TỔ TRƯỞNG TỔ PHÓ THƯỜNG TRỰC"
  std::string rank;   // "Thượng tá"; may be empty
  std::string name;   // may be empty
};

// One heading of a dispatch, in document order.
struct OutlineItem {
  std::string path;     // "II.2.3"
  std::string heading;  // without its number
};

// One official document. Unknown header fields stay empty or nullopt; they are never guessed silently.
struct Dispatch {
  std::string id;  // its number, or "NAME.txt~1" (file and place among its dispatches) without one
  std::optional<std::string> number;
  std::optional<std::string> date;  // ISO, "2023-08-25"
  std::optional<std::string> place;
  std::optional<std::string> issuer;  // canonical name
  std::optional<std::string> kind;    // lower case: "công văn", "báo cáo"
  std::optional<std::string> title;   // trích yếu
  Signer signer;
  std::vector<std::string> addressed_to;
  std::string file;  // base name
  std::vector<OutlineItem> outline;
};

// The unit that is found and cited.
struct Entry {
  std::string name;         // unique: "1165/TCTTKĐA#III.4"
  std::string dispatch_id;  // Dispatch::id of the dispatch it stands in
  EntryKind kind = EntryKind::Passage;
  EntryStatus status = EntryStatus::None;
  std::string item;                  // "III.4"; for passages "II.2.3/4"
  std::vector<std::string> heading;  // heading path, outermost first, without numbers
  std::string title;                 // a title of its own (an article's), else empty
  std::string topic;                 // may be empty
  std::vector<std::string> agencies;
  std::vector<std::string> petitioners;
  std::optional<std::string> question;                 // the obstacle, petition or task
  std::optional<std::string> answer;                   // word for word; nullopt where it is lost
  std::string text;                                    // all of it as plain text
  std::optional<std::string> deadline, basis, result;  // of tasks
  std::vector<std::string> cites;                      // document numbers as cited, each once
  Place place;
};

// An irregularity met while reading, for the person who added the file.
struct Finding {
  std::string place;    // "file:line"
  std::string message;  // what is wrong, what was done about it
};

struct ReadDispatch {
  Dispatch dispatch;
  std::vector<Entry> entries;
};

// All that one file yields.
struct FileReading {
  std::vector<ReadDispatch> dispatches;
  std::vector<Finding> findings;
};

// The contract's words: "qa", "petition", "task", "passage"; "answered", "open", "none".
std::string to_string(EntryKind kind);
std::string to_string(EntryStatus status);
std::optional<EntryKind> entry_kind_from(const std::string& word);
std::optional<EntryStatus> entry_status_from(const std::string& word);

// Entries of each kind, by the kind's word.
std::map<std::string, int> count_kinds(const std::vector<Entry>& entries);

}  // namespace giaidap
