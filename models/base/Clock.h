#pragma once

#include <chrono>

namespace base {

using SystemTime = std::chrono::system_clock::time_point;
using SteadyTime = std::chrono::steady_clock::time_point;

/// Where time comes from, so that a test can move it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual SystemTime now() const = 0;
    virtual SteadyTime steady() const = 0;

    /// The clocks of the machine. Lives as long as the program; any thread.
    static const Clock &system();
};

} // namespace base
