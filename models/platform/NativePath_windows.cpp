#include "models/platform/NativePath.h"

#include "models/platform/ChildProcess.h"
#include "models/platform/WindowsNames.h"

namespace platform {

std::filesystem::path nativePath(const std::string &path)
{
    const std::string native = windowsnames::withoutLimit(path);
    return std::filesystem::path(std::u8string(native.begin(), native.end()));
}

std::string utf8Path(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    std::string plain = windowsnames::plain(std::string(text.begin(), text.end()));
    for (char &letter : plain)
        letter = letter == '\\' ? '/' : letter;
    return plain;
}

char listSeparator()
{
    return ';';
}

bool isEnvironmentCaseSensitive()
{
    return false;
}

std::vector<std::string> programEndings(const std::vector<std::string> &environment)
{
    return windowsnames::programEndings(environmentValue(environment, "PATHEXT"));
}

} // namespace platform
