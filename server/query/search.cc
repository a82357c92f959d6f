#include "server/query/search.h"

namespace giaidap {

DispatchBrief brief_of(const Dispatch& dispatch) {
  return {dispatch.id,   dispatch.number, dispatch.date,       dispatch.issuer,
          dispatch.kind, dispatch.title,  dispatch.signer.name};
}

std::string to_string(Closeness closeness) {
  switch (closeness) {
    case Closeness::Same:
      return "same";
    case Closeness::Near:
      return "near";
    case Closeness::Related:
      break;
  }
  return "related";
}

}  // namespace giaidap
