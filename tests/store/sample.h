// A small dispatch with real rows.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/base/entry.h"
#include "tests/temporary_folder.h"

namespace giaidap {

inline Dispatch sample_dispatch(const std::string& number = "1165/TCTTKĐA") {
  Dispatch dispatch;
  dispatch.id = number;
  dispatch.number = number;
  dispatch.date = "2023-08-25";
  dispatch.kind = "công văn";
  dispatch.issuer = "Tổ công tác triển khai Đề án 06";
  dispatch.title = "Giải đáp khó khăn, vướng mắc của các địa phương";
  dispatch.file = "000.txt";
  dispatch.outline = {{"III", "Dữ liệu"}};
  return dispatch;
}

inline Entry sample_entry(const std::string& item = "III.4", const std::string& dispatch = "1165/TCTTKĐA") {
  Entry entry;
  entry.name = dispatch + "#" + item;
  entry.dispatch_id = dispatch;
  entry.kind = EntryKind::Qa;
  entry.status = EntryStatus::Answered;
  entry.item = item;
  entry.heading = {"Dữ liệu"};
  entry.topic = "Dữ liệu";
  entry.agencies = {"Bộ Tư pháp", "Bộ Công an"};
  entry.petitioners = {"UBND tỉnh Bắc Ninh"};
  entry.question = "Cấp số định danh cho trẻ.";
  entry.answer = "Bộ Công an cấp số định danh.";
  entry.text = *entry.question + "\n" + *entry.answer;
  entry.cites = {"03160/BTP-CNTT"};
  entry.place = {"000.txt", std::nullopt, 72};
  return entry;
}

inline ReadDispatch sample_reading(const std::vector<std::string>& items,
                                   const std::string& number = "1165/TCTTKĐA") {
  ReadDispatch read{sample_dispatch(number), {}};
  for (const std::string& item : items) read.entries.push_back(sample_entry(item, number));
  return read;
}

// Terms of a document with their within-document frequencies, of those that begin with the prefix.
inline std::vector<std::string> terms_with(const Xapian::Document& document, const std::string& prefix) {
  std::vector<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).rfind(prefix, 0) == 0) terms.push_back(*term + ":" + std::to_string(term.get_wdf()));
  }
  return terms;
}

}  // namespace giaidap
