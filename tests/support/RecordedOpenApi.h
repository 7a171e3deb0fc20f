#pragma once

#include "tests/support/Folders.h"

#include <fstream>
#include <sstream>
#include <string>

namespace support {

/// What a real server answered: "index" for its list of documents, "api.v1" for one of them.
inline std::string recordedOpenApi(const std::string &name)
{
    std::ifstream file(folders::source("tests/data/openapi/") + name + ".json");
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace support
