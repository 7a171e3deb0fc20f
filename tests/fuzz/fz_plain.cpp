// What the sanitizer lets through has no control, direction or invisible characters, and goes through it unchanged.

#include "models/text/Plain.h"
#include "models/text/Utf8.h"

#include <cstdint>
#include <cstdlib>

static bool isForbidden(char32_t c)
{
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || direction || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view raw(reinterpret_cast<const char *>(data), size);
    const std::string safe = text::plain(raw);
    for (std::size_t at = 0; at < safe.size();) {
        const text::CodePoint point = text::codePointAt(safe, at);
        if (!point.valid || isForbidden(point.value))
            std::abort();
        at += point.size;
    }
    if (text::plain(safe) != safe || text::escapeTerminal(raw).find('\x1B') != std::string::npos)
        std::abort();
    return 0;
}
