// Where an entry stands, in one line as Vietnamese offices write it.
#pragma once

#include <string>

#include "server/query/search.h"

namespace giaidap {

// "Mục III.4, Phụ lục kèm theo Công văn số 1165/TCTTKĐA ngày 25/8/2023 của Tổ công tác triển khai Đề án 06
// thị xã Đông Hòa". Parts that are unknown are left out; without any of them the entry's name stands.
std::string citation(const SearchHit& hit);

}  // namespace giaidap
