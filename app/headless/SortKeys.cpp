#include "app/headless/SortKeys.h"

#include "models/text/GoQuote.h"
#include "models/text/JsonPath.h"
#include "models/text/Quantity.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace headless {

using base::ErrorKind;
using text::Value;

namespace {

bool isLessText(const std::string &a, const std::string &b)
{
    const auto first = text::Quantity::parse(a);
    const auto second = text::Quantity::parse(b);
    if (first && second)
        return *first < *second;
    return a < b;
}

/// Go's sort.Sort inserts one by one up to this length.
constexpr std::size_t kubectlShortList = 12;

/// Go's name for a type that has no order; null for the others.
const char *unsortableType(const Value &key)
{
    switch (key.type()) {
    case Value::Type::Boolean: return "bool";
    case Value::Type::List: return "[]interface {}";
    case Value::Type::Map: return "map[string]interface {}";
    default: return nullptr;
    }
}

} // namespace

bool isLess(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() && !b.isNull();
    if (a.type() == Value::Type::Number && b.type() == Value::Type::Number)
        return std::strtold(a.text().c_str(), nullptr) < std::strtold(b.text().c_str(), nullptr);
    if (a.isString() && b.isString())
        return isLessText(a.text(), b.text());
    return a.type() < b.type();
}

base::Result<std::vector<std::size_t>> sortedOrder(std::span<const Value> keys, std::string_view path)
{
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const std::string shown = text::relaxedJsonPath(path).value_or(std::string(path));
    if (!keys.empty() && std::ranges::all_of(keys, &Value::isNull))
        return base::makeError(ErrorKind::BadInput, "couldn't find any field with path " + text::goQuoted(shown) + " in the list of objects");
    if (keys.size() > 1) {
        for (const Value &key : keys) {
            if (const char *type = unsortableType(key))
                return base::makeError(ErrorKind::BadInput, "Field " + shown + " is an unsortable type: " + type);
        }
    }
    const auto isBefore = [&](std::size_t a, std::size_t b) { return isLess(keys[a], keys[b]); };
    std::ranges::stable_sort(order, isBefore);
    // In short lists kubectl's sort turns those without the field around, since it takes each of them for less than the others.
    if (order.size() <= kubectlShortList)
        std::reverse(order.begin(), std::ranges::find_if(order, [&](std::size_t index) { return !keys[index].isNull(); }));
    return order;
}

} // namespace headless
