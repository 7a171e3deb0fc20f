#pragma once

#include "models/base/Clock.h"

#include <atomic>
#include <cstdint>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>

/// The wall clock of this machine as a test sets it: every part of the program asks here, because the program's own function is
/// found before the C library's. Include it in one file of a program only.
namespace fault {

inline std::atomic<std::int64_t> wallClockAhead{0};     ///< seconds

/// The time as it really is, for servers that do not live on this machine.
class RealClock final : public base::Clock
{
public:
    base::SystemTime now() const override { return base::SystemTime(std::chrono::duration_cast<base::SystemTime::duration>(read(CLOCK_REALTIME))); }
    base::SteadyTime steady() const override { return base::SteadyTime(std::chrono::duration_cast<base::SteadyTime::duration>(read(CLOCK_MONOTONIC))); }

private:
    static std::chrono::nanoseconds read(clockid_t clock)
    {
        timespec time{};
        syscall(SYS_clock_gettime, clock, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }
};

} // namespace fault

extern "C" __attribute__((visibility("default"))) int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    const int result = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
    if (result == 0 && clock == CLOCK_REALTIME)
        time->tv_sec += fault::wallClockAhead.load();
    return result;
}
