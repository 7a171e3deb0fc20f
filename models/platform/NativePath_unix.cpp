#include "models/platform/NativePath.h"

#include "models/platform/ChildProcess.h"

#include <algorithm>
#include <system_error>

namespace platform {

std::filesystem::path nativePath(const std::string &path)
{
    return std::filesystem::path(path);
}

std::string utf8Path(const std::filesystem::path &path)
{
    return path.string();
}

std::string realPath(const std::string &path)
{
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    return error ? path : real.string();
}

char separatorOf(std::string_view)
{
    return '/';
}

bool isAbsolutePath(std::string_view path)
{
    return path.starts_with('/');
}

std::string pathFrom(const std::string &folder, std::string_view path)
{
    return isAbsolutePath(path) ? std::string(path) : folder + '/' + std::string(path);
}

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash == 0 ? 1 : slash);
}

bool isPlace(std::string_view program)
{
    return program.find('/') != std::string_view::npos;
}

std::string foreignPath(std::string_view, std::string_view)
{
    return {};
}

char listSeparator()
{
    return ':';
}

std::vector<std::string> listEntries(std::string_view list)
{
    std::vector<std::string> entries;
    while (!list.empty()) {
        const auto end = std::min(list.find(listSeparator()), list.size());
        if (end > 0)
            entries.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return entries;
}

bool isEnvironmentCaseSensitive()
{
    return true;
}

std::vector<std::string> programEndings(const std::vector<std::string> &)
{
    return {};
}

std::string programAt(const std::string &path)
{
    return path;
}

HomeFolders homeFolders(const std::vector<std::string> &environment)
{
    const std::string home = environmentValue(environment, "HOME");
    if (home.empty())
        return {};
    return {{}, {utf8Path(nativePath(home).lexically_normal())}};
}

std::string loginShell(const std::vector<std::string> &environment)
{
    return environmentValue(environment, "SHELL");
}

std::FILE *openToRead(const std::string &path)
{
    return std::fopen(path.c_str(), "rbe");
}

std::string systemMessage(int code)
{
    return std::generic_category().message(code);
}

} // namespace platform
