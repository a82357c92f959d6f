#include "server/api/linked_text.h"

#include <set>

#include "indexer/text/numbers.h"
#include "server/api/urls.h"
#include "server/query/excerpt.h"

namespace giaidap {

std::string linked_text(std::string_view text, const std::vector<std::string>& cites) {
  std::set<std::string> keys;
  for (const std::string& cited : cites) keys.insert(number_key(cited));
  std::string html;
  std::size_t done = 0;
  for (const DocumentNumber& number : find_document_numbers(text)) {
    if (keys.count(number.key) == 0) continue;
    html += escape_html(text.substr(done, number.byte_begin - done));
    const std::string_view written = text.substr(number.byte_begin, number.byte_end - number.byte_begin);
    html += "<a href=\"" + dispatch_url(number.text) + "\">" + escape_html(written) + "</a>";
    done = number.byte_end;
  }
  return html + escape_html(text.substr(done));
}

}  // namespace giaidap
