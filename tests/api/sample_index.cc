#include "tests/api/sample_index.h"

#include <gtest/gtest.h>

#include "indexer/store/store.h"

namespace giaidap::test {
namespace {

Entry entry_of(const Dispatch& dispatch, EntryKind kind, const std::string& item) {
  Entry entry;
  entry.name = dispatch.id + '#' + item;
  entry.dispatch_id = dispatch.id;
  entry.kind = kind;
  entry.status = kind == EntryKind::Qa        ? EntryStatus::Answered
                 : kind == EntryKind::Passage ? EntryStatus::None
                                              : EntryStatus::Open;
  entry.item = item;
  entry.place = {dispatch.file, std::nullopt, 72};
  return entry;
}

void ask(Entry& entry, const std::string& question, const std::string& answer) {
  entry.question = question;
  entry.text = question;
  if (answer.empty()) return;
  entry.answer = answer;
  entry.text += "\n" + answer;
}

ReadDispatch answers() {
  ReadDispatch read;
  Dispatch& dispatch = read.dispatch;
  dispatch.id = "1165/TCTTKĐA";
  dispatch.number = dispatch.id;
  dispatch.date = "2023-08-25";
  dispatch.place = "Đông Hòa";
  dispatch.issuer = "Tổ công tác triển khai Đề án 06 thị xã Đông Hòa";
  dispatch.kind = "công văn";
  dispatch.title = "về việc tổng hợp, giải đáp khó khăn, vướng mắc trong thực hiện Đề án 06";
  dispatch.signer = {"TỔ TRƯỞNG", "Thượng tá", "Nguyễn Văn A"};
  dispatch.file = "000.txt";
  dispatch.outline = {{"I", "Về pháp lý"}, {"III", "Về dữ liệu"}};
  Entry newborn = entry_of(dispatch, EntryKind::Qa, "III.4");
  ask(newborn,
      "Nhiều trường hợp trẻ em đăng ký khai sinh do lỗi hệ thống nên ở trạng thái chờ cấp số, Giấy khai sinh "
      "không có số định danh, dẫn đến công tác phối hợp giữa lực lượng Công an và Tư pháp gặp nhiều khó khăn",
      "Việc chậm cấp số định danh thường xảy ra đối với một số trường hợp: Đăng ký khai sinh quá hạn; nghi "
      "ngờ "
      "trùng thông tin với công dân khác.\nĐối với một số trường hợp lỗi kỹ thuật cụ thể, Bộ Tư pháp đã có "
      "Văn "
      "bản số 3160/BTP-CNTT ngày 13/9/2021 gửi các địa phương hướng dẫn xử lý một số vướng mắc.");
  newborn.agencies = {"Bộ Tư pháp"};
  newborn.topic = "Về dữ liệu";
  newborn.heading = {"Phụ lục", "Về dữ liệu"};
  newborn.cites = {"3160/BTP-CNTT"};
  Entry insurance = entry_of(dispatch, EntryKind::Qa, "III.1");
  ask(insurance,
      "Dịch vụ công trực tuyến về tích hợp tính giảm trừ mức đóng trong gia hạn thẻ Bảo hiểm y tế theo hộ "
      "gia "
      "đình bị lỗi không tồn tại thông tin chủ hộ",
      "Các thông tin trong dân cư thay đổi thường xuyên do vậy trường hợp không tồn tại do hộ đã thay đổi "
      "chủ "
      "hộ hoặc khai không đúng số định danh cá nhân của chủ hộ.");
  insurance.agencies = {"Bộ Công an", "Bảo hiểm xã hội Việt Nam"};
  insurance.topic = "Về dữ liệu";
  read.entries = {insurance, newborn};
  return read;
}

ReadDispatch petitions() {
  ReadDispatch read;
  Dispatch& dispatch = read.dispatch;
  dispatch.id = "230/BC-TCTTKĐA";
  dispatch.number = dispatch.id;
  dispatch.date = "2024-02-06";
  dispatch.issuer = "Tổ công tác triển khai Đề án 06 của Chính phủ";
  dispatch.kind = "báo cáo";
  dispatch.file = "001.txt";
  Entry petition = entry_of(dispatch, EntryKind::Petition, "I.1");
  ask(petition,
      "Đề nghị Bộ Tư pháp sớm khắc phục tình trạng trẻ em có 02 số định danh cá nhân khi đăng ký khai sinh",
      "");
  petition.agencies = {"Bộ Tư pháp"};
  petition.petitioners = {"Bắc Ninh", "Phú Yên"};
  petition.cites = {"3160/BTP - CNTT"};
  Entry task = entry_of(dispatch, EntryKind::Task, "B.II.3");
  ask(task, "Hoàn thành số hóa dữ liệu hộ tịch", "");
  task.agencies = {"Bộ Tư pháp"};
  task.deadline = "Quý IV/2024";
  read.entries = {petition, task};
  return read;
}

ReadDispatch passages() {
  ReadDispatch read;
  Dispatch& dispatch = read.dispatch;
  dispatch.id = "002.txt~1";
  dispatch.title = "Báo cáo kết quả số hóa";
  dispatch.kind = "báo cáo";
  dispatch.file = "002.txt";
  for (int i = 1; i <= kPassages; ++i) {
    Entry passage = entry_of(dispatch, EntryKind::Passage, "II." + std::to_string(i));
    passage.text = "Kết quả số hóa hồ sơ đợt " + std::to_string(i) + " của các địa phương.";
    passage.heading = {"Kết quả"};
    read.entries.push_back(passage);
  }
  return read;
}

ReadDispatch hostile() {
  ReadDispatch read;
  Dispatch& dispatch = read.dispatch;
  dispatch.id = "666/<b>";
  dispatch.number = dispatch.id;
  dispatch.title = "</title><script>alert(1)</script>";
  dispatch.issuer = "<img src=x onerror=alert(1)>";
  dispatch.kind = "công văn";
  dispatch.date = "2022-01-01";
  dispatch.file = "<i>.txt";
  dispatch.outline = {{"I", "<u>đề mục</u>"}};
  Entry entry = entry_of(dispatch, EntryKind::Qa, "1?x=\"y\"&z");
  ask(entry, "<script>alert(1)</script> {{kịch bản}} độc hại",
      "</blockquote><script>alert(2)</script> trả lời");
  entry.agencies = {"<b>Cơ quan</b>"};
  entry.topic = "\"><script>alert(3)</script>";
  entry.cites = {"1/\"><script>"};
  read.entries = {entry};
  return read;
}

}  // namespace

void make_sample_index(const std::filesystem::path& dir) {
  auto store = Store::open(dir);
  ASSERT_TRUE(store.ok()) << store.error().message;
  int number = 0;
  for (const ReadDispatch& read : {answers(), petitions(), passages(), hostile()}) {
    const SourceState source{read.dispatch.file, std::to_string(++number)};
    const auto put = store.value().put(source, {read});
    ASSERT_TRUE(put.ok()) << put.error().message;
  }
  const auto committed = store.value().commit();
  ASSERT_TRUE(committed.ok()) << committed.error().message;
}

}  // namespace giaidap::test
