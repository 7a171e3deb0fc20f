#include "models/base/Clock.h"

namespace base {

namespace {

class SystemClock final : public Clock
{
public:
    SystemTime now() const override { return std::chrono::system_clock::now(); }
    SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
};

} // namespace

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

} // namespace base
