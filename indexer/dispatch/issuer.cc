#include "indexer/dispatch/issuer.h"

#include <array>
#include <utility>

#include "indexer/text/normalize.h"

namespace giaidap {
namespace {

constexpr std::string_view kWorkingGroup = "working group";
constexpr std::size_t kClosingBlocks = 3;  // how far before the close its last sentence may begin

std::optional<std::string> signature_issuer(const std::string& number, const Agencies& agencies) {
  const std::size_t slash = number.rfind('/');
  return slash == std::string::npos ? std::nullopt : agencies.issuer_of(number.substr(slash + 1));
}

// The agency that the last paragraph of the body begins with.
std::optional<std::string> speaker(const Closing& closing, const std::vector<Block>& blocks,
                                   const Agencies& agencies) {
  for (std::size_t back = 1; back <= kClosingBlocks && back <= closing.begin; ++back) {
    const Block& block = blocks[closing.begin - back];
    const std::vector<AgencyMention> mentions = agencies.mentions(block.text);
    if (!mentions.empty() && mentions.front().byte_begin == 0) return mentions.front().name;
  }
  return std::nullopt;
}

// The level of the signer's office: "CHỦ TỊCH UBND TỈNH" → "tỉnh". Central offices have none.
std::string level_of(const std::string& title) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLevels{
      {{"thi xa", "thị xã"},
       {"thanh pho", "thành phố"},
       {"huyen", "huyện"},
       {"quan", "quận"},
       {"phuong", "phường"},
       {"tinh", "tỉnh"},
       {"xa", "xã"}}};
  const std::string words = ' ' + fold(title) + ' ';
  for (const auto& [word, level] : kLevels) {
    if (words.find(' ' + std::string(word) + ' ') != std::string::npos) return std::string(level);
  }
  return {};
}

std::string with_level(const std::string& group, const Header& header, const Closing& closing,
                       const Agencies& agencies) {
  if (group.find(" của ") != std::string::npos || closing.signer.title.empty()) return group;
  const std::string level = level_of(closing.signer.title);
  const std::string full =
      level.empty() ? group + " của Chính phủ" : group + ' ' + level + ' ' + header.place.value_or("");
  return level.empty() ? agencies.canonical(full).value_or(full) : squeeze(full);
}

}  // namespace

std::optional<std::string> issuer_of(const Header& header, const Closing& closing,
                                     const std::vector<Block>& blocks, const Agencies& agencies) {
  std::optional<std::string> issuer = header.letterhead;
  if (!issuer && header.number) issuer = signature_issuer(*header.number, agencies);
  if (!issuer) issuer = speaker(closing, blocks, agencies);
  if (!issuer) return std::nullopt;
  const Agency* agency = agencies.find(*issuer);
  return agency != nullptr && agency->kind == kWorkingGroup ? with_level(*issuer, header, closing, agencies)
                                                            : *issuer;
}

}  // namespace giaidap
