// Nothing of its own: the library that has the headers which most tests include compiled once
// (CMakeLists.txt).
