// Whatever the aliases and cycles, YAML becomes a tree within its limits; and that tree survives both writers.

#include "models/text/Json.h"
#include "models/text/Numbers.h"
#include "models/text/Yaml.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

std::size_t countNodes(const text::Value &value, int depth, int deepest)
{
    check(depth <= deepest);
    std::size_t count = 1;
    for (const text::Value &item : value.items())
        count += countNodes(item, depth + 1, deepest);
    for (const text::Value::Member &member : value.members())
        count += countNodes(member.value, depth + 1, deepest);
    return count;
}

bool sameNumber(const text::Value &left, const text::Value &right)
{
    const auto a = text::parseDouble(left.text());
    const auto b = text::parseDouble(right.text());
    return a && b && *a == *b;
}

/// Equal but for the spelling of numbers and the order of keys.
bool same(const text::Value &left, const text::Value &right)
{
    if (left.type() != right.type() || left.items().size() != right.items().size() || left.members().size() != right.members().size())
        return false;
    if (left.type() == text::Value::Type::Number)
        return sameNumber(left, right);
    for (std::size_t i = 0; i < left.items().size(); ++i) {
        if (!same(left.items()[i], right.items()[i]))
            return false;
    }
    for (const text::Value::Member &member : left.members()) {
        const text::Value *other = right.find(member.key);
        if (!other || !same(member.value, *other))
            return false;
    }
    return left.text() == right.text() && left.asBoolean() == right.asBoolean();
}

/// libyaml reads no simple key beyond 1024 characters, nor a control character outside of quotes, which no writer can help.
bool isReadable(const base::Error &error)
{
    return error.kind == base::ErrorKind::TooLarge;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    text::YamlLimits limits;
    limits.depth = 50;
    limits.nodes = 20'000;
    limits.textBytes = 1'000'000;
    std::vector<text::YamlWarning> warnings;
    const auto value = text::parseYaml(bytes, &warnings, limits);
    if (!value)
        return 0;
    const bool fromJson = value->line() == 0;
    check(fromJson || countNodes(*value, 0, limits.depth) <= limits.nodes);

    const std::string json = text::writeJson(*value);
    const auto again = text::parseJson(json);
    check(again.has_value() && (fromJson || *again == *value));

    const auto back = text::parseYaml(text::writeYaml(*value));
    check(back ? same(*value, *back) || fromJson : isReadable(back.error()));
    return 0;
}
