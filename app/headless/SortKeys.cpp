#include "app/headless/SortKeys.h"

#include "models/text/Quantity.h"

#include <algorithm>
#include <cstdlib>

namespace headless {

namespace {

bool isLessText(const std::string &a, const std::string &b)
{
    const auto first = text::Quantity::parse(a);
    const auto second = text::Quantity::parse(b);
    if (first && second)
        return *first < *second;
    return a < b;
}

} // namespace

bool isLess(const text::Value &a, const text::Value &b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() && !b.isNull();
    if (a.type() == text::Value::Type::Number && b.type() == text::Value::Type::Number)
        return std::strtold(a.text().c_str(), nullptr) < std::strtold(b.text().c_str(), nullptr);
    if (a.isString() && b.isString())
        return isLessText(a.text(), b.text());
    if (a.isList() && b.isList()) {
        for (std::size_t i = 0; i < std::min(a.items().size(), b.items().size()); ++i) {
            if (!isLess(a.items()[i], b.items()[i]))
                return false;
        }
        return true;
    }
    return false;
}

} // namespace headless
