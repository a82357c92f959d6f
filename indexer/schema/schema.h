// The index format in one table (kPrefixes): which field becomes which term prefix, and since which format
// version. A change that old indexes do not have raises kFormatVersion; the server refuses any other version.
//
// One Xapian document an entry, and one a dispatch (a record without text terms and with empty value slots).
// Document data is the record of indexer/base/record.h for an entry (since 3; JSON before), the JSON of
// indexer/base/json.h for a dispatch. Within a dispatch the order of the document ids is the
// order of the entries in the dispatch. Every entry has the boolean term kEntryTerm, every dispatch record
// kDispatchTerm.
//
//   term   = prefix value                      values are UTF-8 as they stand in the entry
//   pair   = prefix syllable "_" syllable      of neighbours in one clause
//
//   the entry "1165/TCTTKĐA#III.4" is found by           QE1165/TCTTKĐA#III.4
//   its question "Cấp số định danh" gives (body field)   Tcấp Tsố Tđịnh Tdanh  Fcap Fso Fdinh Fdanh
//                                                        Pcấp_số Psố_định Pđịnh_danh
//                                                        Gcap_so Gso_dinh Gdinh_danh
#pragma once

#include <xapian.h>

#include <array>
#include <string>
#include <string_view>

namespace giaidap::schema {

inline constexpr int kFormatVersion = 3;
inline constexpr const char* kVersionKey =
    "giaidap-format";  // metadata key that holds kFormatVersion as text
// Metadata key of the count of changes, as text: documents get ids that others have left, so that nothing
// else that a remote index tells of itself need differ from one state to the next.
inline constexpr const char* kChangesKey = "giaidap-changes";

// Text fields. Body is question, answer and passage text; Context is what surrounds it: headings, title,
// topic, agencies, petitioners, dispatch title, number and kind. Each has its own prefixes.
enum class Field { Body, Context };

// What is made of a text: syllables and neighbouring pairs, with tones and without.
enum class Channel { Toned, Folded, TonedPair, FoldedPair };

// Prefixes of text terms, by field and channel. Terms of text have a within-document frequency.
std::string_view prefix(Field field, Channel channel);

// Boolean terms, for filters and look-ups. Values are written after the prefix as they are (NFC), cut by
// term().
namespace filter {
inline constexpr std::string_view kName = "QE";            // unique: entry name
inline constexpr std::string_view kDispatchRecord = "QD";  // unique: dispatch id, of a dispatch record
inline constexpr std::string_view kAgency = "XA";          // several an entry
inline constexpr std::string_view kTopic = "XC";
inline constexpr std::string_view kDispatch = "XD";  // dispatch id, of entries
inline constexpr std::string_view kKind = "XK";
inline constexpr std::string_view kStatus = "XS";
inline constexpr std::string_view kYear = "XY";
inline constexpr std::string_view kPetitioner = "XP";
inline constexpr std::string_view kCites = "XN";        // number_key() of a cited document
inline constexpr std::string_view kCitesDigits = "XM";  // its digits alone: "1552"
inline constexpr std::string_view kOwnNumber = "XO";    // number_key() of the dispatch; entries and record
inline constexpr std::string_view kDefines = "XB";  // defined by the text, "TTHC=thủ tục hành chính"
inline constexpr std::string_view kSource = "XF";   // source file, base name; entries and record
}  // namespace filter
// Boolean terms of questions, from which completions are found; made by add_question_terms().
namespace completion {
inline constexpr std::string_view kStart = "V";  // completion_key() of the question, cut: "cap so dinh danh "
inline constexpr std::string_view kWord = "W";   // a syllable of the question, without tones
inline constexpr std::size_t kStartBytes = 64;   // of the value of kStart
}  // namespace completion
inline constexpr const char* kEntryTerm = "XE";
inline constexpr const char* kDispatchTerm = "XR";

// Every prefix of the index. No prefix begins with another one, so that no value can turn a term of one
// field into a term of another.
struct PrefixRow {
  std::string_view prefix;
  int since;  // format version that brought it
  std::string_view holds;
};
inline constexpr std::array<PrefixRow, 26> kPrefixes{{
    {"T", 1, "body: syllables with tones"},
    {"F", 1, "body: syllables without tones"},
    {"P", 1, "body: pairs with tones"},
    {"G", 1, "body: pairs without tones"},
    {"CT", 1, "context: syllables with tones"},
    {"CF", 1, "context: syllables without tones"},
    {"CP", 1, "context: pairs with tones"},
    {"CG", 1, "context: pairs without tones"},
    {filter::kName, 1, "entry name"},
    {filter::kDispatchRecord, 1, "dispatch id of a record"},
    {filter::kAgency, 1, "agency"},
    {filter::kTopic, 1, "topic"},
    {filter::kDispatch, 1, "dispatch id of an entry"},
    {filter::kKind, 1, "kind"},
    {filter::kStatus, 1, "status"},
    {filter::kYear, 1, "year"},
    {filter::kPetitioner, 1, "petitioner"},
    {filter::kCites, 1, "cited document"},
    {filter::kCitesDigits, 1, "digits of a cited document's number"},
    {filter::kOwnNumber, 1, "number of the dispatch"},
    {filter::kDefines, 2, "abbreviation with its expansion"},
    {filter::kSource, 1, "source file"},
    {completion::kStart, 2, "beginning of a question"},
    {completion::kWord, 2, "syllable of a question, without tones"},
    {kEntryTerm, 1, "mark of an entry"},
    {kDispatchTerm, 1, "mark of a dispatch record"},
}};

// Value slots of entries. Several values of one slot are separated by kValueSeparator.
enum Slot : Xapian::valueno {
  kDateSlot = 0,  // "20230825", for sorting and ranges; empty if unknown
  kAgencySlot = 1,
  kTopicSlot = 2,
  kDispatchSlot = 3,
  kKindSlot = 4,
  kStatusSlot = 5,
  kYearSlot = 6,
};
inline constexpr char kValueSeparator = '\x1f';

// prefix + value. Where that would pass Xapian's limit of 245 bytes (a zero byte counts twice), the value is
// cut at a character's end and a 128-bit hash of the whole value follows; the same on every machine.
std::string term(std::string_view prefix, std::string_view value);
// The term of a pair of neighbouring syllables.
std::string pair_term(std::string_view prefix, std::string_view first, std::string_view second);

// Weight of each part of an entry as within-document frequency, chosen by measurement.
inline constexpr Xapian::termcount kQuestionWdf = 2;
inline constexpr Xapian::termcount kAnswerWdf = 1;
inline constexpr Xapian::termcount kPassageWdf = 1;
inline constexpr Xapian::termcount kContextWdf = 1;

}  // namespace giaidap::schema
