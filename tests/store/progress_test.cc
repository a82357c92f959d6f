#include "indexer/progress.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace giaidap {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// A file in memory, and what was written to it.
class Written {
 public:
  Written() = default;
  ~Written() {
    std::fclose(file_);
    std::free(bytes_);  // as open_memstream() wants it
  }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  [[nodiscard]] std::FILE* file() const { return file_; }

  // Since it was last asked.
  std::string text() {
    std::fflush(file_);
    std::string all(bytes_, size_);
    std::string fresh = all.substr(seen_);
    seen_ = all.size();
    return fresh;
  }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0, seen_ = 0;
  std::FILE* file_ = ::open_memstream(&bytes_, &size_);
};

class ProgressTest : public testing::Test {
 protected:
  [[nodiscard]] Screen screen(bool is_terminal) {
    return {out_.file(), err_.file(), is_terminal, [this] { return now_; }};
  }
  void pass(milliseconds time) { now_ += time; }

  Written out_, err_;
  Screen::Clock::time_point now_;
};

TEST(Progress, TellsTimesInWords) {
  EXPECT_EQ(in_time(seconds{0}), "0 s");
  EXPECT_EQ(in_time(seconds{59}), "59 s");
  EXPECT_EQ(in_time(seconds{60}), "1 min");
  EXPECT_EQ(in_time(seconds{3599}), "59 min");
  EXPECT_EQ(in_time(seconds{7500}), "2 h 5 min");
}

TEST_F(ProgressTest, WritesALineAnewAtATerminal) {
  Progress progress(2, 1000, screen(true));
  progress.start("a.csv", 400);
  EXPECT_EQ(err_.text(), "[1/2] a.csv: 0 entries");
  pass(milliseconds{99});
  progress.entries(10, 0.1);
  EXPECT_EQ(err_.text(), "") << "ten times a second are enough";
  pass(milliseconds{1});
  progress.entries(20, 0.2);
  EXPECT_EQ(err_.text(), "\r\x1b[K[1/2] a.csv: 20 entries");
  progress.line("a.csv: 40 entries");
  EXPECT_EQ(err_.text(), "\r\x1b[K") << "before what stays";
  EXPECT_EQ(out_.text(), "a.csv: 40 entries\n");
  progress.warning("b.csv: cannot be read");
  EXPECT_EQ(err_.text(), "b.csv: cannot be read\n");
}

TEST_F(ProgressTest, TheEndOfAFileTakesItsLineAway) {
  Progress progress(1, 100, screen(true));
  progress.start("a.csv", 100);
  EXPECT_NE(err_.text(), "");
  progress.end(true);
  EXPECT_EQ(err_.text(), "\r\x1b[K");
  progress.end(true);
  EXPECT_EQ(err_.text(), "");
}

TEST_F(ProgressTest, EstimatesByTheBytesDoneSoFar) {
  Progress progress(4, 1000, screen(true));
  progress.start("a.csv", 400);
  pass(seconds{1});
  progress.entries(5, 0.5);
  EXPECT_EQ(err_.text(), "[1/4] a.csv: 0 entries\r\x1b[K[1/4] a.csv: 5 entries") << "too early";
  pass(seconds{9});
  progress.entries(50, 0.5);
  EXPECT_EQ(err_.text(), "\r\x1b[K[1/4] a.csv: 50 entries, 20 %, about 40 s left");
  progress.end(true);
  pass(seconds{10});
  err_.text();
  progress.start("b.csv", 100);
  EXPECT_EQ(err_.text(), "[2/4] b.csv: 0 entries, 40 %, about 30 s left");
  progress.end(false);
  err_.text();
  pass(milliseconds{100});
  progress.start("c.csv", 400);
  EXPECT_EQ(err_.text(), "[3/4] c.csv: 0 entries, 44 %, about 25 s left") << "b.csv is not in the way";
  progress.end(true);
  err_.text();
  pass(minutes{1});
  progress.start("d.csv", 100);
  progress.entries(1, 1);
  EXPECT_EQ(err_.text(), "[4/4] d.csv: 0 entries, 89 %, about 10 s left");
  pass(seconds{1});
  progress.entries(1, 1);
  EXPECT_EQ(err_.text(), "\r\x1b[K[4/4] d.csv: 1 entries, 100 %, about 0 s left");
}

TEST_F(ProgressTest, EstimatesNothingWithoutBytes) {
  Progress progress(1, 0, screen(true));
  pass(minutes{5});
  progress.start("a.csv");
  EXPECT_EQ(err_.text(), "[1/1] a.csv: 0 entries");
}

TEST_F(ProgressTest, WritesAWholeLineEachHalfMinuteWithoutATerminal) {
  Progress progress(3, 1000, screen(false));
  progress.start("a.csv", 1000);
  pass(milliseconds{29'999});
  progress.entries(100, 0.1);
  EXPECT_EQ(err_.text(), "") << "short runs say nothing";
  pass(milliseconds{1});
  progress.entries(100, 0.1);
  EXPECT_EQ(err_.text(), "[1/3] a.csv: 100 entries, 10 %, about 4 min left\n");
  pass(seconds{29});
  progress.entries(150, 0.15);
  EXPECT_EQ(err_.text(), "");
  pass(seconds{1});
  progress.entries(200, 0.2);
  EXPECT_EQ(err_.text(), "[1/3] a.csv: 200 entries, 20 %, about 4 min left\n");
  progress.end(true);
  progress.line("a.csv: 1000 entries");
  EXPECT_EQ(err_.text(), "") << "there is no line to take away";
  EXPECT_EQ(out_.text(), "a.csv: 1000 entries\n");
}

}  // namespace
}  // namespace giaidap
