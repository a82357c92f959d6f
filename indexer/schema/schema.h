// The index format in one table: which field becomes which term prefix or value slot, and since which format
// version. A change that old indexes do not have raises kFormatVersion; the server refuses any other version.
//
// One Xapian document an entry, and one a dispatch (a record without text terms). Document data is the JSON
// of indexer/base/json.h. Every entry has the boolean term kEntryTerm, every dispatch record kDispatchTerm.
//
//   Qmột dispatch's "1165/TCTTKĐA#III.4" is found by      Q1165/TCTTKĐA#III.4
//   its question "Cấp số định danh" gives (body field)     Tcấp Tsố Tđịnh Tdanh  Fcap Fso Fdinh Fdanh
//                                                          Pcấp_số Psố_định Pđịnh_danh  Gcap_so Gso_dinh
//                                                          Gdinh_danh
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <xapian.h>

namespace giaidap::schema {

inline constexpr int kFormatVersion = 1;
inline constexpr const char* kVersionKey =
    "giaidap-format";  // metadata key that holds kFormatVersion as text

// Text fields. Body is question, answer and passage text; Context is what surrounds it: headings, title,
// topic, agencies, petitioners, dispatch title and kind. Each has its own prefixes.
enum class Field { Body, Context };

// What is made of a text: syllables and neighbouring pairs, with tones and without.
enum class Channel { Toned, Folded, TonedPair, FoldedPair };

std::string_view prefix(Field field, Channel channel);

// Boolean terms, for filters and look-ups. Values are written after the prefix as they are (NFC), cut by
// term().
namespace filter {
inline constexpr std::string_view kName = "Q";             // unique: entry name
inline constexpr std::string_view kDispatchRecord = "QD";  // unique: dispatch id, of a dispatch record
inline constexpr std::string_view kAgency = "XA";          // several an entry
inline constexpr std::string_view kTopic = "XC";
inline constexpr std::string_view kDispatch = "XD";  // dispatch id
inline constexpr std::string_view kKind = "XK";
inline constexpr std::string_view kStatus = "XS";
inline constexpr std::string_view kYear = "XY";
inline constexpr std::string_view kPetitioner = "XP";
inline constexpr std::string_view kCites = "XN";          // number_key() of a cited document
inline constexpr std::string_view kCitesDigits = "XND:";  // its digits alone: "1552"
inline constexpr std::string_view kOwnNumber = "XO";      // number_key() of the dispatch itself
inline constexpr std::string_view kSource = "XF";         // source file, base name
}  // namespace filter
inline constexpr const char* kEntryTerm = "XE";
inline constexpr const char* kDispatchTerm = "XR";

// Value slots. Several values of one slot are separated by kValueSeparator.
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

// prefix + value, shortened with a hash where it would pass Xapian's limit of 245 bytes.
std::string term(std::string_view prefix, std::string_view value);
// The term of a pair of neighbouring syllables.
std::string pair_term(std::string_view prefix, std::string_view first, std::string_view second);

// Weight of each part of an entry as within-document frequency, chosen by measurement.
inline constexpr Xapian::termcount kQuestionWdf = 2;
inline constexpr Xapian::termcount kAnswerWdf = 1;
inline constexpr Xapian::termcount kPassageWdf = 1;
inline constexpr Xapian::termcount kContextWdf = 1;

}  // namespace giaidap::schema
