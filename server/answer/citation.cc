#include "server/answer/citation.h"

#include <string_view>

namespace giaidap {
namespace {

// The first letter as a capital. Kinds of document begin with one of these letters or a plain one.
std::string capitalised(std::string text) {
  constexpr std::string_view kSmall = "đ";
  constexpr std::string_view kCapital = "Đ";
  if (text.compare(0, kSmall.size(), kSmall) == 0) return std::string(kCapital) + text.substr(kSmall.size());
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

// "2023-08-25" → "25/8/2023": days below ten keep their zero, as decree 30/2020/NĐ-CP asks; months lose it
// except January and February.
std::string written_date(const std::string& iso) {
  if (iso.size() != 10) return iso;
  const std::string year = iso.substr(0, 4);
  std::string month = iso.substr(5, 2);
  const std::string day = iso.substr(8, 2);
  if (month.front() == '0' && month > "02") month.erase(0, 1);
  return day + "/" + month + "/" + year;
}

std::string document_words(const DispatchBrief& dispatch) {
  std::string words = dispatch.kind ? capitalised(*dispatch.kind) : "";
  if (dispatch.number) words += (words.empty() ? "Văn bản số " : " số ") + *dispatch.number;
  if (words.empty()) return words;
  if (dispatch.date) words += " ngày " + written_date(*dispatch.date);
  if (dispatch.issuer) words += " của " + *dispatch.issuer;
  return words;
}

// Rows of tables stand in annexes, passages in the document itself.
bool in_annex(const Entry& entry) { return entry.kind != EntryKind::Passage; }

// As a reader finds it in the paper: passages without their running number, head and signature under no
// heading.
std::string printed_item(const Entry& entry) {
  if (entry.kind != EntryKind::Passage) return entry.item;
  const std::string path = entry.item.substr(0, entry.item.rfind('/'));
  return path == "0" ? "" : path;
}

}  // namespace

std::string citation(const SearchHit& hit) {
  const std::string document = document_words(hit.dispatch);
  if (document.empty()) return hit.entry.name;
  std::string line;
  const std::string item = printed_item(hit.entry);
  if (!item.empty()) line = "Mục " + item + ", ";
  if (!line.empty() && in_annex(hit.entry)) line += "Phụ lục kèm theo ";
  return line + document;
}

}  // namespace giaidap
