// Who issued a dispatch, where the letterhead does not say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/dispatch/closing.h"
#include "indexer/dispatch/header.h"
#include "indexer/reader/block.h"
#include "indexer/text/agencies.h"

namespace giaidap {

// In this order: the letterhead, the issuer's part of the number, the agency that speaks in the last sentence
// of the body ("Văn phòng Chính phủ thông báo để ..."). A working group that exists at every level is
// completed by the signer's level and the place: "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa".
std::optional<std::string> issuer_of(const Header& header, const Closing& closing,
                                     const std::vector<Block>& blocks, const Agencies& agencies);

}  // namespace giaidap
