// What stands on pages of a PDF but is no part of the document.
#pragma once

#include <vector>

#include "indexer/reader/pdf_page.h"

namespace giaidap {

// Takes out page numbers, running heads and feet (what stands at the same edge of several pages, numbers
// apart), and the stamps that electronic signatures leave.
void remove_margins(std::vector<PdfPage>& pages);

}  // namespace giaidap
