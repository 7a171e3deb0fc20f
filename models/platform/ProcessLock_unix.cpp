#include "models/platform/ProcessLock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace platform {

namespace {

base::Result<int> openLocked(const std::string &path, int how)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return base::makeError(base::ErrorKind::Io, "open " + path + ": " + std::strerror(errno));
    int result = 0;
    do
        result = ::flock(file, how);
    while (result != 0 && errno == EINTR);
    if (result == 0)
        return file;
    const int error = errno;
    ::close(file);
    if (error == EWOULDBLOCK)
        return base::makeError(base::ErrorKind::Conflict, "another program holds " + path);
    return base::makeError(base::ErrorKind::Io, "lock " + path + ": " + std::strerror(error));
}

} // namespace

base::Result<ProcessLock> ProcessLock::tryLock(const std::string &path)
{
    return openLocked(path, LOCK_EX | LOCK_NB).transform([](int file) { return ProcessLock(file); });
}

base::Result<ProcessLock> ProcessLock::lock(const std::string &path)
{
    return openLocked(path, LOCK_EX).transform([](int file) { return ProcessLock(file); });
}

/// Let go by word, not by closing alone: a child that is just being started has the same file open until it becomes its program.
void ProcessLock::release()
{
    if (m_file < 0)
        return;
    ::flock(static_cast<int>(m_file), LOCK_UN);
    ::close(static_cast<int>(m_file));
}

} // namespace platform
