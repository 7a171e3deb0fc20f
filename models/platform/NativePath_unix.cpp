#include "models/platform/NativePath.h"

namespace platform {

std::filesystem::path nativePath(const std::string &path)
{
    return std::filesystem::path(path);
}

std::string utf8Path(const std::filesystem::path &path)
{
    return path.string();
}

char listSeparator()
{
    return ':';
}

bool isEnvironmentCaseSensitive()
{
    return true;
}

std::vector<std::string> programEndings(const std::vector<std::string> &)
{
    return {};
}

} // namespace platform
