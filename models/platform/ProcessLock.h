#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <string>

namespace platform {

/// Keeps other programs, and other holders in this one, away from something as long as it lives. The file stays, only the hold on it
/// counts: the system lets go of it when the program ends, however it ends.
class ProcessLock
{
public:
    ProcessLock(ProcessLock &&other) noexcept;
    ProcessLock &operator=(ProcessLock &&other) noexcept;
    ~ProcessLock();

    /// Conflict when somebody holds it. The file has mode 0600; its folder exists.
    static base::Result<ProcessLock> tryLock(const std::string &path);
    /// Waits for as long as somebody holds it: never on the GUI thread.
    static base::Result<ProcessLock> lock(const std::string &path);

private:
    explicit ProcessLock(std::intptr_t file) : m_file(file) { }
    void release();

    std::intptr_t m_file;       ///< -1: holds nothing
};

} // namespace platform
