// JSON that is read is written and read again as the same tree, with every number spelled as before.

#include "models/text/Json.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// Every whole number of the tree stands in the text it came from, digit for digit.
void checkNumbers(const text::Value &value, std::string_view bytes)
{
    if (value.type() == text::Value::Type::Number)
        check(bytes.find(value.text()) != std::string_view::npos);
    for (const text::Value &item : value.items())
        checkNumbers(item, bytes);
    for (const text::Value::Member &member : value.members())
        checkNumbers(member.value, bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto value = text::parseJson(bytes);
    if (!value) {
        check(value.error().message.starts_with("JSON, byte "));
        return 0;
    }
    if (size < 4096)
        checkNumbers(*value, bytes);
    for (const text::JsonStyle style : {text::JsonStyle::Compact, text::JsonStyle::Indented}) {
        const auto back = text::parseJson(text::writeJson(*value, style));
        check(back && *back == *value);
    }
    return 0;
}
