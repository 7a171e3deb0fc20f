#include "models/demo/Patch.h"

#include "models/demo/Edit.h"

#include <algorithm>
#include <charconv>

namespace demo {

using text::Value;

namespace {

void merge(Value &target, const Value &patch, bool byName);

bool isNamedList(const Value &list)
{
    const auto &items = list.items();
    return list.isList() && !items.empty()
        && std::all_of(items.begin(), items.end(), [](const Value &item) { return item["name"].isString(); });
}

void mergeNamed(Value &target, const Value &patch)
{
    for (const Value &item : patch.items()) {
        if (item["$patch"].text() == "delete")
            std::erase_if(target.items(), [&](const Value &entry) { return entry["name"].text() == item["name"].text(); });
        else
            merge(entry(target, "name", item["name"].text()), item, true);
    }
}

void merge(Value &target, const Value &patch, bool byName)
{
    if (byName && isNamedList(patch) && (isNamedList(target) || target.items().empty()))
        return mergeNamed(target, patch);
    if (!patch.isMap()) {
        target = patch;
        return;
    }
    for (const auto &part : patch.members()) {
        if (byName && part.key.starts_with("$"))
            continue;
        if (part.value.isNull())
            erase(target, part.key);
        else
            merge(member(target, part.key), part.value, byName);
    }
    if (!target.isMap())
        target = Value::map();
}

base::Error patchError(const std::string &what)
{
    return base::makeError(base::ErrorKind::Invalid, "the server rejected our request due to an error in our request: " + what);
}

std::vector<std::string> pointerParts(std::string_view pointer)
{
    std::vector<std::string> parts;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        std::string part(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(part.size());
        for (const auto &[from, to] : {std::pair("~1", "/"), std::pair("~0", "~")}) {
            for (std::size_t place = 0; (place = part.find(from, place)) != part.npos; ++place)
                part.replace(place, 2, to);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::optional<std::size_t> indexIn(const Value &list, const std::string &text)
{
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), index);
    return problem == std::errc() && end == text.data() + text.size() && index < list.items().size() ? std::optional(index)
                                                                                                     : std::nullopt;
}

Value *child(Value &parent, const std::string &key)
{
    if (parent.isList()) {
        const auto index = indexIn(parent, key);
        return index ? &parent.items()[*index] : nullptr;
    }
    return parent.find(key) ? &member(parent, key) : nullptr;
}

Value *follow(Value &root, const std::vector<std::string> &parts, std::size_t count)
{
    Value *current = &root;
    for (std::size_t i = 0; current && i < count; ++i)
        current = child(*current, parts[i]);
    return current;
}

bool insert(Value &parent, const std::string &key, const Value &value)
{
    if (parent.isMap()) {
        parent.set(key, value);
        return true;
    }
    if (!parent.isList())
        return false;
    const auto index = key == "-" || key == std::to_string(parent.items().size()) ? std::optional(parent.items().size())
                                                                                  : indexIn(parent, key);
    if (index)
        parent.items().insert(parent.items().begin() + std::ptrdiff_t(*index), value);
    return index.has_value();
}

bool takeAway(Value &parent, const std::string &key)
{
    if (!child(parent, key))
        return false;
    if (parent.isList())
        parent.items().erase(parent.items().begin() + std::ptrdiff_t(*indexIn(parent, key)));
    else
        erase(parent, key);
    return true;
}

bool perform(Value &target, const Value &operation)
{
    const std::string &what = operation["op"].text();
    const auto parts = pointerParts(operation["path"].text()), source = pointerParts(operation["from"].text());
    Value *parent = parts.empty() ? nullptr : follow(target, parts, parts.size() - 1);
    if (!parent)
        return false;
    if (what == "test")
        return child(*parent, parts.back()) && *child(*parent, parts.back()) == operation["value"];
    if (what == "add")
        return insert(*parent, parts.back(), operation["value"]);
    if (what == "replace" && child(*parent, parts.back())) {
        *child(*parent, parts.back()) = operation["value"];
        return true;
    }
    if (what == "remove")
        return takeAway(*parent, parts.back());
    Value *from = source.empty() ? nullptr : follow(target, source, source.size());
    if (!from || (what != "copy" && what != "move"))
        return false;
    const Value value = *from;
    if (what == "move")
        takeAway(*follow(target, source, source.size() - 1), source.back());
    parent = follow(target, parts, parts.size() - 1);
    return parent && insert(*parent, parts.back(), value);
}

} // namespace

void mergePatch(Value &target, const Value &patch) { merge(target, patch, false); }

void namedMergePatch(Value &target, const Value &patch) { merge(target, patch, true); }

base::Result<void> jsonPatch(Value &target, const Value &operations)
{
    if (!operations.isList())
        return patchError("a JSON patch is a list");
    Value result = target;
    for (const Value &operation : operations.items()) {
        if (!perform(result, operation))
            return patchError(operation["op"].text() + " operation does not apply: " + operation["path"].text());
    }
    target = std::move(result);
    return {};
}

} // namespace demo
