#include "models/platform/ProcessFigures.h"

#include <mach/mach.h>

namespace platform {

std::chrono::duration<double, std::milli> processAge()
{
    static const auto start = std::chrono::steady_clock::now();
    return std::chrono::steady_clock::now() - start;
}

std::int64_t residentKibibytes()
{
    mach_task_basic_info info{};
    mach_msg_type_number_t count = MACH_TASK_BASIC_INFO_COUNT;
    if (task_info(mach_task_self(), MACH_TASK_BASIC_INFO, reinterpret_cast<task_info_t>(&info), &count) != KERN_SUCCESS)
        return 0;
    return static_cast<std::int64_t>(info.resident_size / 1024);
}

} // namespace platform
