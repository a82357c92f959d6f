#include "indexer/reader/contained.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/temporary_folder.h"

namespace giaidap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class ContainedTest : public InTemporaryFolder {
 protected:
  // Work that tells its process and then never ends.
  std::function<std::string()> endless() {
    return [this]() -> std::string {
      write("begun.part", std::to_string(::getpid()));
      fs::rename(folder_ / "begun.part", folder_ / "begun");
      for (;;) ::pause();
    };
  }

  // The process of endless(), once it is at work.
  pid_t endless_process() {
    EXPECT_TRUE(comes_true([this] { return fs::exists(folder_ / "begun"); }));
    pid_t process = 0;
    std::ifstream(folder_ / "begun") >> process;
    return process;
  }

  static bool comes_true(const std::function<bool()>& condition) {
    for (int i = 0; i < 1000; ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

  // Gone, or dead and not yet waited for by whoever has to.
  static bool is_gone(pid_t process) {
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string number, name, state;
    return !(stat >> number >> name >> state) || state == "Z";
  }
};

TEST_F(ContainedTest, ResultsComeBackAndFailuresAreErrors) {
  const Result<std::string> large = run_contained([] { return std::string(1U << 20U, 'x'); }, {});
  ASSERT_TRUE(large.ok());
  EXPECT_EQ(large.value().size(), 1U << 20U);
  EXPECT_FALSE(run_contained([]() -> std::string { throw std::runtime_error("x"); }, {}).ok());
  EXPECT_FALSE(run_contained([]() -> std::string { std::_Exit(1); }, {}).ok()) << "a crash costs one file";
}

TEST_F(ContainedTest, WhatComputesWithoutEndIsEndedByTheSystem) {
  ContainedLimits limits;
  limits.time = std::chrono::seconds(1);
  EXPECT_EQ(run_contained(
                [] {
                  rlimit processor{};
                  ::getrlimit(RLIMIT_CPU, &processor);
                  return std::to_string(processor.rlim_cur);
                },
                limits)
                .value(),
            "1");
  const Result<std::string> busy = run_contained(
      []() -> std::string {
        for (volatile bool forever = true; forever;) {
        }
        return "";
      },
      limits);
  ASSERT_FALSE(busy.ok());
  EXPECT_EQ(busy.error().code, ErrorCode::TooLarge);
}

TEST_F(ContainedTest, WhatWaitsWithoutEndIsEnded) {
  ContainedLimits limits;
  limits.time = std::chrono::seconds(1);
  Contained waiting = Contained::start(endless(), limits).value();
  const pid_t process = endless_process();
  const Result<std::string> never = waiting.result();
  ASSERT_FALSE(never.ok());
  EXPECT_EQ(never.error().code, ErrorCode::TooLarge);
  EXPECT_TRUE(is_gone(process));
}

TEST_F(ContainedTest, TwoAreAtWorkAtOnce) {
  const auto waiting_for = [this](const char* mine, const char* other) {
    return [=, this]() -> std::string {
      write(mine, "");
      return comes_true([&] { return fs::exists(folder_ / other); }) ? mine : "alone";
    };
  };
  Contained first = Contained::start(waiting_for("first", "second"), {}).value();
  Contained second = Contained::start(waiting_for("second", "first"), {}).value();
  EXPECT_EQ(first.result().value(), "first");
  EXPECT_EQ(second.result().value(), "second");
}

TEST_F(ContainedTest, AResultLargerThanAPipeWaitsUntilItIsAskedFor) {
  Contained waiting = Contained::start([] { return std::string(1U << 20U, 'x'); }, {}).value();
  EXPECT_EQ(run_contained([] { return std::string("y"); }, {}).value(), "y");
  Contained moved = std::move(waiting);
  EXPECT_EQ(moved.result().value().size(), 1U << 20U);
}

// A lock that goes with the open file, as an index has it, is held until the last process has closed it.
TEST_F(ContainedTest, AChildHoldsNoOpenFileOfItsParent) {
  const fs::path locked = write("lock", "");
  const int file = ::open(locked.c_str(), O_RDWR);
  ASSERT_GE(file, 0);
  std::string open_files = run_contained(
                               [] {
                                 std::string paths;
                                 for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
                                   std::error_code gone;
                                   paths += fs::read_symlink(entry, gone).string() + "\n";
                                 }
                                 return paths;
                               },
                               {})
                               .value();
  ::close(file);
  EXPECT_THAT(open_files, HasSubstr("pipe:"));
  EXPECT_THAT(open_files, Not(HasSubstr(locked.string())));
}

TEST_F(ContainedTest, AChildThatNobodyAsksEnds) {
  pid_t process = 0;
  {
    const Contained forgotten = Contained::start(endless(), {}).value();
    process = endless_process();
    EXPECT_FALSE(is_gone(process));
  }
  EXPECT_TRUE(is_gone(process));
}

TEST_F(ContainedTest, AChildEndsWithItsParent) {
  const pid_t parent = ::fork();
  if (parent == 0) {
    const Result<Contained> orphan = Contained::start(endless(), {});
    endless_process();
    ::kill(::getpid(), SIGKILL);
  }
  const pid_t process = endless_process();
  ASSERT_GT(process, 0);
  ::waitpid(parent, nullptr, 0);
  EXPECT_TRUE(comes_true([&] { return is_gone(process); }));
}

}  // namespace
}  // namespace giaidap
