#pragma once

#include "models/base/Executor.h"
#include "models/platform/FileCalls.h"

namespace platform {

/// Holds NAME.lock beside a file, as kubectl does while it writes a kubeconfig; removes it when it is destroyed.
/// A lock that somebody else made is never removed, however old it is.
class FileLock
{
public:
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

    /// Conflict when somebody holds it. The lock file has mode 0, as kubectl's.
    static base::Result<FileLock> tryLock(const std::string &path, FileCalls &calls = FileCalls::system());

    /// Tries again every 100 ms until it succeeds or the time is over; then the error is Timeout and names the lock file.
    /// Called back on the executor, not before this returns.
    static base::Job lock(base::Executor &executor, std::string path, std::chrono::milliseconds limit,
                          std::function<void(base::Result<FileLock>)> done, FileCalls &calls = FileCalls::system());

private:
    FileLock(FileCalls &calls, std::string lockPath) : m_calls(&calls), m_lockPath(std::move(lockPath)) { }
    void release();

    FileCalls *m_calls;
    std::string m_lockPath;   ///< empty: holds nothing
};

} // namespace platform
