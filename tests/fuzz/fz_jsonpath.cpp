// Any template ends soon on any value, with a text or an error that says something.

#include "models/text/Json.h"
#include "models/text/JsonPath.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const text::Value sample = text::parseJson(
        R"({"kind":"List","items":[{"metadata":{"name":"a","labels":{"x.y/z":"1"}},"n":3,"l":[1,2.5,true,null]},{"metadata":{"name":"b"}}]})").value();
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    (void)text::relaxedJsonPath(text);
    const auto path = text::JsonPath::parse(text);
    if (!path) {
        if (path.error().message.empty())
            std::abort();
        return 0;
    }
    text::JsonPath::Limits limits;
    limits.outputBytes = 1'000'000;
    limits.steps = 100'000;
    const auto first = path->print(sample, limits);
    const auto second = path->print(sample, limits);
    if (first.has_value() != second.has_value() || (first && *first != *second) || (!first && first.error().message.empty()))
        std::abort();
    return 0;
}
