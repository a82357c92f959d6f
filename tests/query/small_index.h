// A small index in a temporary folder, made of real rows of the dispatches.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/entry.h"
#include "indexer/store/store.h"
#include "server/query/index.h"

namespace giaidap::testing {

inline Entry qa(std::string name, std::string agency, std::string question, std::string answer) {
  Entry entry;
  entry.name = std::move(name);
  entry.item = entry.name.substr(entry.name.find('#') + 1);
  entry.kind = EntryKind::Qa;
  entry.status = EntryStatus::Answered;
  entry.agencies = {std::move(agency)};
  entry.text = question + "\n" + answer;
  entry.question = std::move(question);
  entry.answer = std::move(answer);
  return entry;
}

inline Entry petition(std::string name, std::string agency, std::string petitioner, std::string question) {
  Entry entry;
  entry.name = std::move(name);
  entry.item = entry.name.substr(entry.name.find('#') + 1);
  entry.kind = EntryKind::Petition;
  entry.status = EntryStatus::Open;
  entry.agencies = {std::move(agency)};
  entry.petitioners = {std::move(petitioner)};
  entry.text = question;
  entry.question = std::move(question);
  return entry;
}

inline Entry passage(std::string name, std::string heading, std::string text) {
  Entry entry;
  entry.name = std::move(name);
  entry.item = entry.name.substr(entry.name.find('#') + 1);
  entry.heading = {std::move(heading)};
  entry.text = std::move(text);
  return entry;
}

inline ReadDispatch dispatch(std::string number, std::string date, std::string kind,
                             std::vector<Entry> entries) {
  ReadDispatch read;
  read.dispatch.id = number;
  read.dispatch.number = std::move(number);
  read.dispatch.date = std::move(date);
  read.dispatch.kind = std::move(kind);
  read.dispatch.file = "file.txt";
  for (Entry& entry : entries) {
    entry.dispatch_id = read.dispatch.id;
    read.entries.push_back(std::move(entry));
  }
  return read;
}

class SmallIndex {
 public:
  SmallIndex() {
    static std::atomic<int> count{0};
    folder_ = std::filesystem::temp_directory_path() /
              ("giaidap-query-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::remove_all(folder_);
  }
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;
  ~SmallIndex() { std::filesystem::remove_all(folder_); }

  // What the file held before is replaced.
  void put(const std::string& file, const std::vector<ReadDispatch>& dispatches) const {
    Result<Store> store = Store::open(folder_);
    ASSERT_TRUE(store.ok()) << store.error().message;
    std::string hash = file;
    for (const ReadDispatch& read : dispatches) hash += std::to_string(read.entries.size());
    const auto stored = store.value().put({file, hash}, dispatches);
    ASSERT_TRUE(stored.ok()) << stored.error().message;
    const auto committed = store.value().commit();
    ASSERT_TRUE(committed.ok()) << committed.error().message;
  }

  [[nodiscard]] Searcher searcher() const {
    Result<std::shared_ptr<IndexHandle>> handle = open_index(folder_, "corpus/vocabulary");
    EXPECT_TRUE(handle.ok()) << handle.error().message << " " << handle.error().place;
    return Searcher(handle.value());
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

// Rows of 1165/TCTTKĐA and 3193/VPCP-KSTT and a passage of 230/BC-TCTTKĐA, shortened.
inline std::vector<ReadDispatch> real_rows() {
  Entry newborn =
      qa("1165/TCTTKĐA#V.14", "Bộ Tư pháp",
         "Việc cấp thẻ BHYT cho trẻ em dưới 6 tuổi: danh sách trẻ chuyển về chung một mã hộ gia đình",
         "Đề nghị địa phương cập nhật số định danh cá nhân của người giám hộ. Trường hợp đăng ký khai "
         "sinh có yếu tố nước ngoài thì thực hiện theo Thông tư số 04/2020/TT-BTP.");
  newborn.topic = "Dữ liệu";
  Entry security =
      qa("1165/TCTTKĐA#V.30", "Bộ Thông tin và Truyền thông",
         "UBND chưa đủ điều kiện bảo đảm an toàn thông tin cho hệ thống thông tin",
         "Bộ Thông tin và Truyền thông đã có Công văn số 1552/BTTTT-THH ngày 26/4/2022 hướng dẫn kết "
         "nối, chia sẻ dữ liệu; hỗ trợ tạm thời bằng mã nguồn mở trong 06 tháng.");
  security.cites = {"1552/BTTTT-THH"};
  security.topic = "Hạ tầng";
  Entry licence = petition("3193/VPCP-KSTT#IV.1", "Bộ Tư pháp", "UBND thành phố Hà Nội",
                           "Nghiên cứu cấp Phiếu lý lịch tư pháp trên ứng dụng VNeID cho công dân");
  licence.topic = "Pháp lý";
  Entry report =
      passage("230/BC-TCTTKĐA#II.3", "Về dịch vụ công trực tuyến",
              "Ngày 18/01/2024, Bộ Tư pháp đã hoàn thành xây dựng tài liệu hướng dẫn thủ tục hành chính "
              "liên thông. Cả nước tiếp nhận 551.502 hồ sơ liên thông khai sinh.");
  return {dispatch("1165/TCTTKĐA", "2023-08-25", "công văn", {newborn, security}),
          dispatch("3193/VPCP-KSTT", "2024-05-10", "công văn", {licence}),
          dispatch("230/BC-TCTTKĐA", "2024-01-31", "báo cáo", {report})};
}

// The same among many others that say little, as one entry of four is no find.
inline std::vector<ReadDispatch> real_rows_among_others() {
  std::vector<ReadDispatch> dispatches = real_rows();
  std::vector<Entry> others;
  for (int i = 0; i < 100; ++i) {
    others.push_back(passage("2/BC#" + std::to_string(i), "Kết quả",
                             "Các bộ, ngành, địa phương tiếp tục triển khai nhiệm vụ được giao."));
  }
  dispatches.push_back(dispatch("2/BC", "2024-01-01", "báo cáo", others));
  return dispatches;
}

inline SearchRequest asking(std::string q) {
  SearchRequest request;
  request.q = std::move(q);
  return request;
}

inline std::vector<std::string> names(const SearchResponse& response) {
  std::vector<std::string> found;
  for (const SearchHit& hit : response.hits) found.push_back(hit.entry.name);
  return found;
}

}  // namespace giaidap::testing
