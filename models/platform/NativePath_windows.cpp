#include "models/platform/NativePath.h"

#include "models/platform/ChildProcess.h"
#include "models/platform/WindowsNames.h"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

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

std::string realPath(const std::string &path)
{
    const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const HANDLE file = ::CreateFileW(nativePath(path).c_str(), 0, share, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return path;
    std::wstring real(::GetFinalPathNameByHandleW(file, nullptr, 0, 0), L'\0');
    real.resize(::GetFinalPathNameByHandleW(file, real.data(), DWORD(real.size()), 0));
    ::CloseHandle(file);
    return real.empty() ? path : utf8Path(real);
}

char separatorOf(std::string_view folder)
{
    return folder.find('\\') == std::string_view::npos ? '/' : '\\';
}

bool isAbsolutePath(std::string_view path)
{
    return windowsnames::isAbsolute(path);
}

/// A path without a drive is below the folder however it begins, as Go joins them.
std::string pathFrom(const std::string &folder, std::string_view path)
{
    if (isAbsolutePath(path))
        return std::string(path);
    while (path.starts_with('/') || path.starts_with('\\'))
        path.remove_prefix(1);
    return folder + separatorOf(folder) + std::string(path);
}

std::string folderOf(const std::string &path)
{
    const auto slash = path.find_last_of("/\\");
    return slash == std::string::npos ? "." : path.substr(0, slash == 0 || path[slash - 1] == ':' ? slash + 1 : slash);
}

bool isPlace(std::string_view program)
{
    return program.find_first_of(":/\\") != std::string_view::npos;
}

std::string foreignPath(std::string_view path, std::string_view namedBy)
{
    return windowsnames::foreignPath(path, namedBy);
}

char listSeparator()
{
    return ';';
}

std::vector<std::string> listEntries(std::string_view list)
{
    return windowsnames::listEntries(list);
}

bool isEnvironmentCaseSensitive()
{
    return false;
}

std::vector<std::string> programEndings(const std::vector<std::string> &environment)
{
    return windowsnames::programEndings(environmentValue(environment, "PATHEXT"));
}

std::string programAt(const std::string &path)
{
    if (isExecutable(path))
        return path;
    for (const std::string &ending : programEndings(currentEnvironment())) {
        if (isExecutable(path + ending))
            return path + ending;
    }
    return path;
}

HomeFolders homeFolders(const std::vector<std::string> &environment)
{
    return windowsnames::homeFolders(environment);
}

std::string loginShell(const std::vector<std::string> &)
{
    return {};
}

std::FILE *openToRead(const std::string &path)
{
    const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const HANDLE handle = ::CreateFileW(nativePath(path).c_str(), GENERIC_READ, share, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const int code = std::error_code(int(::GetLastError()), std::system_category()).default_error_condition().value();
        const DWORD attributes = ::GetFileAttributesW(nativePath(path).c_str());
        errno = attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) ? EISDIR : code;
        return nullptr;
    }
    const int file = ::_open_osfhandle(reinterpret_cast<std::intptr_t>(handle), _O_RDONLY | _O_BINARY | _O_NOINHERIT);
    if (file < 0)
        ::CloseHandle(handle);
    return file < 0 ? nullptr : ::_fdopen(file, "rb");
}

std::string systemMessage(int code)
{
    wchar_t *text = nullptr;
    const DWORD flags = FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
    const DWORD length = ::FormatMessageW(flags, nullptr, DWORD(code), 0, reinterpret_cast<wchar_t *>(&text), 0, nullptr);
    const std::u8string words = std::filesystem::path(std::wstring(text ? text : L"", length)).u8string();
    ::LocalFree(text);
    const auto end = words.find_last_not_of(u8".\r\n ");
    if (end == std::u8string::npos)
        return "error " + std::to_string(code);
    return std::string(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end + 1));
}

} // namespace platform
