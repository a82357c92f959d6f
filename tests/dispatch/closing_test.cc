#include "indexer/dispatch/closing.h"

#include <gmock/gmock.h>

#include "tests/dispatch/heads.h"

namespace giaidap {
namespace {

TEST(ReadClosing, RecipientsThenOfficeRankAndName) {
  const Closing closing = closing_of(
      "Đề nghị thực hiện./.\n\nNơi nhận:\n\n- Như trên;\n- Lưu: VT, CATX.\n\n**KT. TỔ TRƯỞNG\nTỔ PHÓ THƯỜNG "
      "TRỰC**\n\n\n\n**TRƯỞNG CÔNG AN THỊ XÃ\nThượng tá Trần Khắc Quang**\n\n**PHỤ LỤC TỔNG HỢP**\n");
  EXPECT_EQ(closing.signer.title, "KT. TỔ TRƯỞNG TỔ PHÓ THƯỜNG TRỰC TRƯỞNG CÔNG AN THỊ XÃ");
  EXPECT_EQ(closing.signer.rank, "Thượng tá");
  EXPECT_EQ(closing.signer.name, "Trần Khắc Quang");
  EXPECT_EQ(closing.recipients, "Nơi nhận:\n- Như trên;\n- Lưu: VT, CATX.");
  EXPECT_EQ(closing.begin, 1U);
  EXPECT_EQ(closing.end, 8U) << "the annex is not part of the close";
}

TEST(ReadClosing, ATextWithoutCloseHasNone) {
  const Closing closing = closing_of("Một đoạn văn.\n\nĐoạn nữa.\n");
  EXPECT_EQ(closing.begin, 2U);
  EXPECT_EQ(closing.end, 2U);
  EXPECT_TRUE(closing.signer.name.empty());
}

TEST(ReadClosing, NamesWrappedSignedMarksAndDegrees) {
  EXPECT_EQ(closing_of("Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\n**CHỦ TỊCH**\nLê Hải\nHòa\n").signer.name,
            "Lê Hải Hòa");
  const Closing closing =
      closing_of("Hết./.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nPhạm Minh Chính\n\nPHỤ LỤC\n");
  EXPECT_EQ(closing.signer.name, "Phạm Minh Chính");
  EXPECT_EQ(closing.signer.title, "TM. CHÍNH PHỦ THỦ TƯỚNG");
  const Closing degree = closing_of("Hết./.\n\nHIỆU TRƯỞNG\nPGS.TS. Lê Văn An\n");
  EXPECT_EQ(degree.signer.rank, "PGS.TS.");
  EXPECT_EQ(degree.signer.name, "Lê Văn An");
}

TEST(ReadClosing, AnElectronicStampMayStandAboveTheName) {
  const Closing closing = closing_of(
      "Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\nKT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\n\nKý bởi: Trần Đình "
      "Liệu\n\nCơ quan: BẢO HIỂM XÃ HỘI\nVIỆT NAM\n\nNgày ký: 20/07/2023 16:01:02\n\nTrần Đình Liệu\n");
  EXPECT_EQ(closing.signer.title, "KT. TỔNG GIÁM ĐỐC PHÓ TỔNG GIÁM ĐỐC");
  EXPECT_EQ(closing.signer.name, "Trần Đình Liệu");
}

TEST(ReadClosing, NamesInCapitalsAreNoOffices) {
  const Closing closing =
      closing_of("Hết./.\n\nNơi nhận:\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNGUYỄN THỊ MINH THÚY\n");
  EXPECT_EQ(closing.signer.title, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
  EXPECT_EQ(closing.signer.name, "NGUYỄN THỊ MINH THÚY");
}

TEST(ReadClosing, WithoutRecipientsASignatureEndsTheBody) {
  const Closing closing =
      closing_of("chịu trách nhiệm thi hành.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nPhạm Minh Chính\n");
  EXPECT_EQ(closing.begin, 1U);
  EXPECT_EQ(closing.signer.name, "Phạm Minh Chính");
}

TEST(ReadClosing, APageMayEndWithinTheSignature) {
  const Closing closing = closing_of(
      "Hết./.\n\nNơi nhận:\n- Văn phòng Tổng Bí thư;\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n- Kiểm toán nhà "
      "nước;\n\n- Lưu: "
      "VT.\n\nVũ Thị Mai\n");
  EXPECT_EQ(closing.signer.name, "Vũ Thị Mai");
  EXPECT_EQ(closing.recipients, "Nơi nhận:\n- Văn phòng Tổng Bí thư;\n- Kiểm toán nhà nước;\n- Lưu: VT.");
}

}  // namespace
}  // namespace giaidap
