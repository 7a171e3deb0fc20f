// A duration that was read prints as one that reads the same; ages are short.

#include "models/text/Duration.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(data), size);
    if (const auto duration = text::parseDuration(all)) {
        const auto again = text::parseDuration(text::formatDuration(*duration));
        if (!again || *again != *duration)
            std::abort();
    }
    const auto timeout = text::parseTimeout(all);
    if (!timeout && timeout.error().message.empty())
        std::abort();
    std::int64_t count = 0;
    if (size > 0)
        std::memcpy(&count, data, size < sizeof count ? size : sizeof count);
    const std::chrono::milliseconds age(count);
    if (text::humanDuration(age).size() > 9 || text::shortHumanDuration(age).size() > 9)
        std::abort();
    const std::chrono::nanoseconds nanoseconds(count);
    const auto same = text::parseDuration(text::formatDuration(nanoseconds));
    if (!same || *same != nanoseconds)
        std::abort();
    return 0;
}
