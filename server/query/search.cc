#include "server/query/search.h"

namespace giaidap {

DispatchBrief brief_of(const Dispatch& dispatch) {
  return {dispatch.id,   dispatch.number, dispatch.date,       dispatch.issuer,
          dispatch.kind, dispatch.title,  dispatch.signer.name};
}

}  // namespace giaidap
