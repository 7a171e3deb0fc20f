#include "models/platform/ProcessFigures.h"

#include <fstream>
#include <sstream>
#include <string>

#include <time.h>
#include <unistd.h>

namespace platform {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

Milliseconds sinceBoot()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// Field 22 of /proc/self/stat, in clock ticks since boot; the name in field 2 may hold blanks and brackets.
Milliseconds startOfProcess()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int i = 3; i < 22; ++i)
        fields >> skipped;
    double ticks = 0;
    fields >> ticks;
    return Milliseconds(ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

} // namespace

Milliseconds processAge()
{
    static const Milliseconds start = startOfProcess();
    return sinceBoot() - start;
}

std::int64_t residentKibibytes()
{
    std::ifstream file("/proc/self/statm");
    std::int64_t total = 0, resident = 0;
    file >> total >> resident;
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace platform
