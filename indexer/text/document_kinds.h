// Kinds of documents as words before a number ("Công văn số 761") and as parts of one ("06/QĐ-TTg").
// The same table as corpus/vocabulary/document_kinds.tsv, built in because find_document_numbers() must work
// without files; a test keeps both equal.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace giaidap {

// What a number without a signature needs after the kind to be a citation; see the table's head.
enum class Cited { Bare, WithNumberWord, Name };

struct DocumentKind {
  std::string_view name;          // "quyết định"
  std::string_view abbreviation;  // as in numbers, "QĐ"; may be empty
  Cited cited;
  std::string_view english;  // its words in English, ";" between them; may be empty
};

inline constexpr std::array<DocumentKind, 40> kDocumentKinds = {{
    {"nghị định", "NĐ", Cited::Bare, "decree"},
    {"quyết định", "QĐ", Cited::Bare, "decision"},
    {"nghị quyết", "NQ", Cited::Bare, "resolution"},
    {"chỉ thị", "CT", Cited::Bare, "directive"},
    {"thông tư", "TT", Cited::Bare, "circular"},
    {"thông tư liên tịch", "TTLT", Cited::Bare, "joint circular"},
    {"nghị quyết liên tịch", "NQLT", Cited::Bare, ""},
    {"công văn", "CV", Cited::Bare, "official letter;official dispatch;dispatch"},
    {"công điện", "CĐ", Cited::Bare, "telegram"},
    {"pháp lệnh", "PL", Cited::Bare, "ordinance"},
    {"luật", "L", Cited::WithNumberWord, "law"},
    {"bộ luật", "", Cited::WithNumberWord, "code"},
    {"văn bản", "VB", Cited::WithNumberWord, "document"},
    {"thông báo", "TB", Cited::WithNumberWord, "notice;notification"},
    {"kế hoạch", "KH", Cited::WithNumberWord, "plan"},
    {"báo cáo", "BC", Cited::WithNumberWord, "report"},
    {"tờ trình", "TTr", Cited::WithNumberWord, "submission"},
    {"quy chế", "QC", Cited::WithNumberWord, "regulation"},
    {"quy chế phối hợp", "QCPH", Cited::WithNumberWord, ""},
    {"quy định", "QyĐ", Cited::WithNumberWord, ""},
    {"quy trình", "QT", Cited::WithNumberWord, "procedure"},
    {"hướng dẫn", "HD", Cited::WithNumberWord, "guidance;guideline"},
    {"kết luận", "KL", Cited::WithNumberWord, "conclusion"},
    {"chương trình", "CTr", Cited::WithNumberWord, ""},
    {"phương án", "PA", Cited::WithNumberWord, ""},
    {"biên bản", "BB", Cited::WithNumberWord, ""},
    {"hợp đồng", "HĐ", Cited::WithNumberWord, ""},
    {"bản ghi nhớ", "BGN", Cited::WithNumberWord, ""},
    {"bản thỏa thuận", "BTT", Cited::WithNumberWord, ""},
    {"thông cáo", "TC", Cited::WithNumberWord, ""},
    {"giấy mời", "GM", Cited::WithNumberWord, ""},
    {"giấy giới thiệu", "GGT", Cited::WithNumberWord, ""},
    {"giấy ủy quyền", "GUQ", Cited::WithNumberWord, ""},
    {"phiếu gửi", "PG", Cited::WithNumberWord, ""},
    {"phiếu chuyển", "PC", Cited::WithNumberWord, ""},
    {"đề án", "ĐA", Cited::Name, "project;scheme"},
    {"dự án", "DA", Cited::Name, ""},
    {"mẫu", "", Cited::Name, "form"},
    {"biểu", "", Cited::Name, ""},
    {"phụ lục", "", Cited::Name, "annex;appendix"},
}};

// True for an abbreviation of a kind, by its folded form: "qd".
bool is_kind_abbreviation(std::string_view folded);

// How the kind of a folded name or abbreviation ("quyet dinh", "qd", "decision") is cited; nullopt for any
// other word.
std::optional<Cited> cited_of_kind(std::string_view folded);

inline constexpr std::size_t kLongestKindWords = 4;  // "thông tư liên tịch"

}  // namespace giaidap
