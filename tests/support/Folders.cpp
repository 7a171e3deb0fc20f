#include "tests/support/Folders.h"

namespace folders {

std::string source(const std::string &inside) { return SOURCE_FOLDER "/" + inside; }

std::string build(const std::string &inside) { return BUILD_FOLDER "/" + inside; }

} // namespace folders
