#include "models/platform/ProcessLock.h"

#include "models/platform/NativePath.h"

#include <windows.h>

namespace platform {

namespace {

base::Error lastError(const std::string &what)
{
    return base::makeError(base::ErrorKind::Io, what + ": " + systemMessage(static_cast<int>(GetLastError())));
}

base::Result<std::intptr_t> openLocked(const std::string &path, DWORD how)
{
    const HANDLE file = CreateFileW(nativePath(path).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return lastError("open " + path);
    OVERLAPPED place{};
    if (LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | how, 0, 1, 0, &place))
        return reinterpret_cast<std::intptr_t>(file);
    const bool isHeld = GetLastError() == ERROR_LOCK_VIOLATION;
    const base::Error error = isHeld ? base::makeError(base::ErrorKind::Conflict, "another program holds " + path) : lastError("lock " + path);
    CloseHandle(file);
    return error;
}

} // namespace

base::Result<ProcessLock> ProcessLock::tryLock(const std::string &path)
{
    return openLocked(path, LOCKFILE_FAIL_IMMEDIATELY).transform([](std::intptr_t file) { return ProcessLock(file); });
}

base::Result<ProcessLock> ProcessLock::lock(const std::string &path)
{
    return openLocked(path, 0).transform([](std::intptr_t file) { return ProcessLock(file); });
}

void ProcessLock::release()
{
    if (m_file != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_file));
}

} // namespace platform
