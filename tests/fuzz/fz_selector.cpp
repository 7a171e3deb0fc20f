// What a selector prints reads back, matches the same, and prints the same from then on.

#include "models/text/Selector.h"

#include <cstdint>
#include <cstdlib>

template<typename Selector>
static void check(std::string_view text)
{
    const auto selector = Selector::parse(text);
    if (!selector) {
        if (selector.error().message.empty())
            std::abort();
        return;
    }
    const auto again = Selector::parse(selector->toString());
    if (!again)
        std::abort();
    const auto third = Selector::parse(again->toString());
    if (!third || third->toString() != again->toString())
        std::abort();
    const text::SelectorLookup sets[] = {
        [](std::string_view) { return std::nullopt; },
        [](std::string_view key) { return std::optional(key); },
        [](std::string_view) { return std::optional<std::string_view>("7"); },
    };
    for (const text::SelectorLookup &set : sets) {
        if (selector->matches(set) != again->matches(set))
            std::abort();
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    check<text::LabelSelector>(text);
    check<text::FieldSelector>(text);
    return 0;
}
