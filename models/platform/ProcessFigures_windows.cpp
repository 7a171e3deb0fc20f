#include "models/platform/ProcessFigures.h"

#include <windows.h>

#include <psapi.h>

namespace platform {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Of the system's clock, which counts tenths of microseconds.
Milliseconds timeOf(const FILETIME &time)
{
    return Milliseconds(double((std::uint64_t(time.dwHighDateTime) << 32 | time.dwLowDateTime)) / 10'000);
}

/// As the clock of the system tells it now; later the clock may be set.
Milliseconds ageNow()
{
    FILETIME start{}, unused{}, now{};
    ::GetSystemTimePreciseAsFileTime(&now);
    if (!::GetProcessTimes(::GetCurrentProcess(), &start, &unused, &unused, &unused))
        return {};
    return timeOf(now) - timeOf(start);
}

} // namespace

Milliseconds processAge()
{
    static const auto atFirstCall = std::chrono::steady_clock::now();
    static const Milliseconds ageAtFirstCall = ageNow();
    return ageAtFirstCall + (std::chrono::steady_clock::now() - atFirstCall);
}

std::int64_t residentKibibytes()
{
    PROCESS_MEMORY_COUNTERS counters{};
    if (!GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters))
        return 0;
    return static_cast<std::int64_t>(counters.WorkingSetSize / 1024);
}

} // namespace platform
