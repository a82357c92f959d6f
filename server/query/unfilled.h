// Vectors whose elements are not set to 0 before they are filled: of a list of half a megabyte that costs as
// much as to read it.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace giaidap {

template <typename T>
struct UnfilledAllocator : std::allocator<T> {
  template <typename Other>
  // NOLINTBEGIN(readability-identifier-naming): allocators have it by these names
  struct rebind {
    using other = UnfilledAllocator<Other>;
  };
  // NOLINTEND(readability-identifier-naming)
  template <typename Element, typename... Arguments>
  void construct(Element* place, Arguments&&... arguments) {
    if constexpr (sizeof...(Arguments) == 0)
      ::new (static_cast<void*>(place)) Element;
    else
      std::construct_at(place, std::forward<Arguments>(arguments)...);
  }
};

template <typename T>
using UnfilledVector = std::vector<T, UnfilledAllocator<T>>;

}  // namespace giaidap
