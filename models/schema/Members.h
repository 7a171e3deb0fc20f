#pragma once

#include "models/text/JsonWalker.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schema {

/// Calls take(name, value) for each member of a JSON object, the value as it is spelled, until it returns false. False when the text is no object, or
/// none to its end.
template<typename Take>
bool forEachMember(text::JsonWalker &walker, std::string_view json, Take &&take)
{
    using Walk = text::JsonWalker::Step;
    if (!walker.start(json) || !walker.take('{'))
        return false;
    std::string name;
    for (bool first = true;;) {
        const Walk step = walker.step('}', first);
        if (step != Walk::Next)
            return step == Walk::End;
        std::string_view spelling, value;
        bool isEscaped = false;
        if (!walker.takeString(spelling, isEscaped) || !walker.take(':') || !walker.takeRaw(value))
            return false;
        name.clear();
        if (!isEscaped)
            name = spelling;
        else if (!text::appendUnescaped(name, spelling))
            return false;
        if (!take(std::as_const(name), value))
            return true;
    }
}

/// The first member of that name, as it is spelled; empty where there is none.
inline std::string_view memberOf(text::JsonWalker &walker, std::string_view json, std::string_view wanted)
{
    std::string_view found;
    forEachMember(walker, json, [&](const std::string &name, std::string_view value) {
        if (name == wanted)
            found = value;
        return name != wanted;
    });
    return found;
}

/// The items of a JSON list, as they are spelled; no more than a reference is ever made of.
inline std::vector<std::string_view> itemsOf(text::JsonWalker &walker, std::string_view json)
{
    constexpr std::size_t most = 64;
    std::vector<std::string_view> items;
    std::string_view item;
    if (json.empty() || !walker.start(json) || !walker.take('['))
        return items;
    for (bool first = true; items.size() < most && walker.step(']', first) == text::JsonWalker::Step::Next && walker.takeRaw(item);)
        items.push_back(item);
    return items;
}

} // namespace schema
