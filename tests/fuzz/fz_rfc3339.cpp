// A time that was read prints as one that reads the same.

#include "models/text/Time.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto time = text::parseTime(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!time)
        return 0;
    if (time->nanoseconds < 0 || time->nanoseconds > 999'999'999)
        std::abort();
    time->toSystemTime();
    constexpr std::int64_t firstSecond = -62'167'219'200;   // of the year 0, before which a year has a minus
    constexpr std::int64_t lastSecond = 253'402'300'799;
    if (time->seconds < firstSecond || time->seconds > lastSecond)
        return 0;
    const auto again = text::parseTime(text::formatTime(*time));
    const auto micro = text::parseTime(text::formatMicroTime(*time));
    if (!again || again->seconds != time->seconds || !micro || micro->nanoseconds != time->nanoseconds / 1000 * 1000)
        std::abort();
    return 0;
}
