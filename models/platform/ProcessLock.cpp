#include "models/platform/ProcessLock.h"

#include <utility>

namespace platform {

ProcessLock::ProcessLock(ProcessLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) { }

ProcessLock &ProcessLock::operator=(ProcessLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_file = std::exchange(other.m_file, -1);
    }
    return *this;
}

ProcessLock::~ProcessLock()
{
    release();
}

} // namespace platform
