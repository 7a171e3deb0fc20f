#include "models/demo/Edit.h"

#include <algorithm>

namespace demo {

using text::Value;

Value &member(Value &map, std::string_view key)
{
    if (!map.isMap())
        map = Value::map();
    auto &members = map.members();
    for (auto found = members.rbegin(); found != members.rend(); ++found) {
        if (found->key == key)
            return found->value;
    }
    members.push_back({std::string(key), Value::null()});
    return members.back().value;
}

Value &at(Value &value, std::initializer_list<std::string_view> path)
{
    Value *current = &value;
    for (const std::string_view key : path)
        current = &member(*current, key);
    return *current;
}

const Value &in(const Value &value, std::initializer_list<std::string_view> path)
{
    const Value *current = &value;
    for (const std::string_view key : path)
        current = &(*current)[key];
    return *current;
}

void erase(Value &map, std::string_view key)
{
    std::erase_if(map.members(), [key](const Value::Member &entry) { return entry.key == key; });
}

Value &entry(Value &list, std::string_view key, std::string_view name)
{
    if (!list.isList())
        list = Value::list();
    auto &items = list.items();
    const auto found = std::find_if(items.begin(), items.end(), [&](const Value &item) { return item[key].text() == name; });
    if (found != items.end())
        return *found;
    items.push_back(object({{key, str(name)}}));
    return items.back();
}

Value object(Members members)
{
    Value::Map map;
    for (const auto &[key, value] : members)
        map.push_back({std::string(key), value});
    return Value::map(std::move(map));
}

} // namespace demo
