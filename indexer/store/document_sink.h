// Where the documents of one source go: into the index itself, or into shards that become one.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>

#include "indexer/store/free_ids.h"

namespace giaidap {

// Makes one document. Called once, perhaps later and by another thread: it owns all that it needs.
using DocumentMaker = std::function<Xapian::Document()>;

class DocumentSink {
 public:
  DocumentSink() = default;
  DocumentSink(const DocumentSink&) = delete;
  DocumentSink& operator=(const DocumentSink&) = delete;
  virtual ~DocumentSink() = default;

  // Documents keep their order. `bytes` is about what the maker holds, and about what the source has of the
  // document. Lets Xapian's exceptions through, also those of documents that were added before.
  virtual void add(DocumentMaker make, std::size_t bytes) = 0;

  // Called once for each source, before its first document, when what it held before has been removed.
  virtual void begin() {}
};

// Straight into a database, which must outlive the sink. Documents get ids that others have left, as far as
// they are known, then new ones: within a source they ascend.
class DirectSink : public DocumentSink {
 public:
  explicit DirectSink(Xapian::WritableDatabase& database) : database_(database) {}
  void begin() override {
    if (free_.empty()) free_ = FreeIds(database_);
  }
  void add(DocumentMaker make, std::size_t /*bytes*/) override {
    if (const auto id = free_.take()) {
      database_.replace_document(*id, make());
    } else {
      database_.add_document(make());
    }
  }
  // After any failure: removed documents may be back at their ids.
  void forget_free_ids() { free_ = {}; }

 private:
  Xapian::WritableDatabase& database_;
  FreeIds free_;
};

}  // namespace giaidap
