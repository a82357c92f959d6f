#include "tests/e2e/editions.h"

#include <nlohmann/json.hpp>

namespace giaidap::e2e {

std::string rows(int edition, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += nlohmann::json{{"id", "rows#" + std::to_string(i)},
                            {"question", "Vướng mắc thứ " + std::to_string(i) + " về số định danh cá nhân"},
                            {"answer", "Trả lời của ấn bản" + std::to_string(edition) + " theo quy định"},
                            {"agency", "Bộ Công an"}}
                 .dump() +
             "\n";
  }
  return lines;
}

}  // namespace giaidap::e2e
