#include "models/platform/FileCalls.h"

#include "models/platform/NativePath.h"
#include "models/platform/WindowsNames.h"

#include <cerrno>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>
#include <windows.h>

namespace platform {

namespace {

base::Error errorOf(const std::string &what, const std::error_code &code)
{
    const bool missing = code == std::errc::no_such_file_or_directory;
    const bool exists = code == std::errc::file_exists;
    const auto kind = missing ? base::ErrorKind::NotFound : exists ? base::ErrorKind::Conflict : base::ErrorKind::Io;
    const bool isSystems = code.category() == std::system_category();
    return base::makeError(kind, what + ": " + (isSystems ? systemMessage(code.value()) : code.message()));
}

/// Windows would write to a device, or to a file of another name, without a word.
base::Result<void> checkName(const std::string &what, const std::string &path)
{
    const std::string problem = windowsnames::nameProblem(path);
    return problem.empty() ? base::Result<void>() : base::Result<void>(base::makeError(base::ErrorKind::Io, what + " " + path + ": " + problem));
}

base::Error lastCallError(const std::string &what)
{
    return errorOf(what, std::error_code(errno, std::generic_category()));
}

base::Error lastSystemError(const std::string &what)
{
    return errorOf(what, std::error_code(int(::GetLastError()), std::system_category()));
}

struct HandleCloser
{
    void operator()(HANDLE handle) const { ::CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, HandleCloser>;

Handle openForReading(const std::string &path, DWORD access)
{
    const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const HANDLE handle = ::CreateFileW(nativePath(path).c_str(), access, share, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS,
                                        nullptr);
    return Handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle);
}

constexpr int mostAttempts = 20;
constexpr DWORD pauseMilliseconds = 25;

/// Virus scanners and indexers open what was just written.
bool isHeldForAMoment(DWORD error)
{
    return error == ERROR_SHARING_VIOLATION || error == ERROR_ACCESS_DENIED || error == ERROR_UNABLE_TO_REMOVE_REPLACED;
}

DWORD outcomeOf(BOOL done)
{
    return done ? ERROR_SUCCESS : ::GetLastError();
}

/// Puts the source in the target's place and lets it take over the target's access rights; a target that is not there is no fault.
DWORD replaced(const std::filesystem::path &source, const std::filesystem::path &target)
{
    if (::ReplaceFileW(target.c_str(), source.c_str(), nullptr, REPLACEFILE_IGNORE_MERGE_ERRORS, nullptr, nullptr))
        return ERROR_SUCCESS;
    const DWORD code = ::GetLastError();
    // At the second the old file is gone already: only the new one can be in its place.
    if (code != ERROR_FILE_NOT_FOUND && code != ERROR_UNABLE_TO_MOVE_REPLACEMENT)
        return code;
    return outcomeOf(::MoveFileExW(source.c_str(), target.c_str(), MOVEFILE_WRITE_THROUGH));
}

/// Tries for half a second what somebody may prevent for a moment.
template<typename Call>
base::Result<void> patiently(const std::string &what, const Call &call)
{
    DWORD code = call();
    for (int attempt = 1; attempt < mostAttempts && isHeldForAMoment(code); ++attempt) {
        ::Sleep(pauseMilliseconds);
        code = call();
    }
    if (code == ERROR_SUCCESS)
        return {};
    return errorOf(what, std::error_code(int(code), std::system_category()));
}

std::uint64_t joined(DWORD high, DWORD low)
{
    return std::uint64_t(high) << 32 | low;
}

} // namespace

base::Result<FileState> FileCalls::state(const std::string &path)
{
    const Handle file = openForReading(path, FILE_READ_ATTRIBUTES);
    BY_HANDLE_FILE_INFORMATION info{};
    if (!file || !::GetFileInformationByHandle(file.get(), &info))
        return lastSystemError("stat " + path);
    FileState state;
    state.regular = !(info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) && ::GetFileType(file.get()) == FILE_TYPE_DISK;
    state.size = joined(info.nFileSizeHigh, info.nFileSizeLow);
    state.modifiedNanoseconds = std::int64_t(joined(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime) * 100);
    state.number = joined(info.nFileIndexHigh, info.nFileIndexLow);
    state.mode = 0600;
    return state;
}

base::Result<std::string> FileCalls::followLinks(const std::string &path)
{
    const DWORD attributes = ::GetFileAttributesW(nativePath(path).c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || !(attributes & FILE_ATTRIBUTE_REPARSE_POINT))
        return path;
    const Handle file = openForReading(path, FILE_READ_ATTRIBUTES);
    std::wstring target(file ? ::GetFinalPathNameByHandleW(file.get(), nullptr, 0, FILE_NAME_NORMALIZED) : 0, L'\0');
    if (target.empty())
        return lastSystemError("readlink " + path);
    target.resize(::GetFinalPathNameByHandleW(file.get(), target.data(), DWORD(target.size()), FILE_NAME_NORMALIZED));
    return utf8Path(target);
}

base::Result<std::string> FileCalls::read(const std::string &path, std::uint64_t limit)
{
    auto found = FileCalls::state(path);    // one look, whoever counts them
    if (!found)
        return std::move(found).error();
    if (!found->regular)
        return base::makeError(base::ErrorKind::Io, "read " + path + ": not a regular file");
    const Handle file = openForReading(path, GENERIC_READ);
    if (!file)
        return lastSystemError("open " + path);
    std::string bytes;
    char chunk[16384];
    for (;;) {
        DWORD count = 0;
        if (!::ReadFile(file.get(), chunk, sizeof chunk, &count, nullptr))
            return lastSystemError("read " + path);
        if (count == 0)
            return bytes;
        bytes.append(chunk, count);
        if (bytes.size() > limit)
            return base::makeError(base::ErrorKind::TooLarge, "read " + path + ": more than " + std::to_string(limit) + " bytes");
    }
}

base::Result<int> FileCalls::create(const std::string &path, unsigned)
{
    if (auto good = checkName("open", path); !good)
        return good.error();
    int file = -1;
    // Who may read it follows from the folder, which in a profile belongs to the person alone.
    const int failed = ::_wsopen_s(&file, nativePath(path).c_str(), _O_WRONLY | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT,
                                   _SH_DENYNO, _S_IREAD | _S_IWRITE);
    if (failed != 0)
        return errorOf("open " + path, std::error_code(failed, std::generic_category()));
    return file;
}

base::Result<std::size_t> FileCalls::write(int file, std::string_view bytes)
{
    constexpr std::size_t most = 1024 * 1024;
    const int count = ::_write(file, bytes.data(), unsigned(bytes.size() < most ? bytes.size() : most));
    if (count < 0)
        return lastCallError("write");
    return std::size_t(count);
}

base::Result<void> FileCalls::setAttributes(int, const FileState &)
{
    // rename() lets the new file take over the old one's attributes and access rights.
    return {};
}

base::Result<void> FileCalls::sync(int file)
{
    if (::_commit(file) != 0)
        return lastCallError("fsync");
    return {};
}

base::Result<void> FileCalls::close(int file)
{
    if (::_close(file) != 0)
        return lastCallError("close");
    return {};
}

base::Result<void> FileCalls::rename(const std::string &from, const std::string &to)
{
    if (auto good = checkName("rename to", to); !good)
        return good;
    return patiently("rename " + from + " " + to, [source = nativePath(from), target = nativePath(to)] { return replaced(source, target); });
}

base::Result<void> FileCalls::renameToNew(const std::string &from, const std::string &to)
{
    if (auto good = checkName("rename to", to); !good)
        return good;
    return patiently("rename " + from + " " + to, [source = nativePath(from), target = nativePath(to)] {
        return outcomeOf(::MoveFileExW(source.c_str(), target.c_str(), MOVEFILE_WRITE_THROUGH));
    });
}

base::Result<void> FileCalls::syncFolder(const std::string &)
{
    return {};
}

base::Result<void> FileCalls::remove(const std::string &path)
{
    return patiently("unlink " + path, [native = nativePath(path)] { return outcomeOf(::DeleteFileW(native.c_str())); });
}

base::Result<void> FileCalls::makeFolders(const std::string &path)
{
    const DWORD attributes = ::GetFileAttributesW(nativePath(path).c_str());
    if (attributes != INVALID_FILE_ATTRIBUTES)
        return attributes & FILE_ATTRIBUTE_DIRECTORY ? base::Result<void>() : base::Result<void>(errorOf("mkdir " + path, std::make_error_code(std::errc::not_a_directory)));
    const auto end = path.find_last_of("/\\");
    if (end != std::string::npos && end > 0 && path[end - 1] != ':') {
        if (auto made = makeFolders(path.substr(0, end)); !made)
            return made;
    }
    if (::CreateDirectoryW(nativePath(path).c_str(), nullptr) || ::GetLastError() == ERROR_ALREADY_EXISTS)
        return {};
    return lastSystemError("mkdir " + path);
}

FileCalls &FileCalls::system()
{
    static FileCalls calls;
    return calls;
}

} // namespace platform
