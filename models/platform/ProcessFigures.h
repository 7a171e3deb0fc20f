#pragma once

#include <chrono>
#include <cstdint>

namespace platform {

/// How long this process runs, its loading included; from the first call on where the system does not tell when it began.
std::chrono::duration<double, std::milli> processAge();

/// Memory of this process that is in RAM, in KiB; 0 where the system does not tell.
std::int64_t residentKibibytes();

} // namespace platform
