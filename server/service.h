// What a running server answers from, made by its options; made anew while it runs.
#pragma once

#include <memory>
#include <string>

#include "indexer/base/result.h"
#include "server/api/app.h"
#include "server/options.h"

namespace giaidap {

// Belongs to one thread; what it makes does not.
class Service {
 public:
  // Opens and reads all that the options name, and has the index ready to be searched. What has not changed
  // since the last time is kept: counters, the desk's file, and the index with its tables where neither they
  // nor --db, nor the shards that it names, nor --answer-cache-mb differ. Errors name what cannot be used;
  // what was made before lives on.
  Result<std::shared_ptr<App>> make(const ServerOptions& options);

 private:
  Result<Unit> open_searchers(const ServerOptions& options);
  Result<Unit> open_desk(const ServerOptions& options);

  std::shared_ptr<Metrics> metrics_ = std::make_shared<Metrics>();
  std::shared_ptr<Pool<Searcher>> searchers_;
  std::shared_ptr<Pool<Searcher>> watchers_;
  std::shared_ptr<AnswerCache> answers_;  // of the same tables as the searchers
  std::string searchers_key_;             // of what they were made by
  std::shared_ptr<Desk> desk_;
  std::filesystem::path desk_file_;
};

}  // namespace giaidap
