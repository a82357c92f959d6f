// An entry with every field set, for tests of how entries are written and read.
#pragma once

#include "indexer/base/entry.h"

namespace giaidap {

inline Entry full_entry() {
  Entry entry;
  entry.name = "230/BC-TCTTKĐA#B.II.3";
  entry.dispatch_id = "230/BC-TCTTKĐA";
  entry.kind = EntryKind::Task;
  entry.status = EntryStatus::Open;
  entry.item = "B.II.3";
  entry.heading = {"Nhiệm vụ tháng 02/2024", "Về \"dịch vụ công\"\\"};
  entry.title = "Điều 1";
  entry.topic = "Dịch vụ công";
  entry.agencies = {"Bộ Công an", "Bộ Tư pháp"};
  entry.petitioners = {"UBND tỉnh Bắc Ninh"};
  entry.question = "Nghiên cứu, đề xuất\nphương án";
  entry.answer = "";
  entry.text = "Nghiên cứu, đề xuất\nphương án\tQuý I";
  entry.deadline = "Tháng 02/2024";
  entry.basis = "Nghị quyết số 175/NQ-CP";
  entry.cites = {"175/NQ-CP"};
  entry.place = {"002.txt", 5, 389};
  return entry;
}

}  // namespace giaidap
