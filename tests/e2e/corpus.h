// The index of the real dispatches and a server over it, made at the first use.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/e2e/server.h"

namespace giaidap::e2e {

inline constexpr const char* kDispatches = "corpus/dispatches";

// Path of the index. CTest makes it once for all tests (tests/e2e/CMakeLists.txt) and names it in
// GIAIDAP_E2E_INDEX; a test program that is run by hand makes its own.
const std::string& corpus_index();

// What giaidap-index reported of it.
const nlohmann::json& corpus_report();

// One server for the whole test program.
const Server& corpus_server();

}  // namespace giaidap::e2e
