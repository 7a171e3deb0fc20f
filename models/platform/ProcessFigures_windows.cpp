#include "models/platform/ProcessFigures.h"

#include <windows.h>

#include <psapi.h>

namespace platform {

std::chrono::duration<double, std::milli> processAge()
{
    static const auto start = std::chrono::steady_clock::now();
    return std::chrono::steady_clock::now() - start;
}

std::int64_t residentKibibytes()
{
    PROCESS_MEMORY_COUNTERS counters{};
    if (!GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters))
        return 0;
    return static_cast<std::int64_t>(counters.WorkingSetSize / 1024);
}

} // namespace platform
