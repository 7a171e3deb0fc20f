#include "models/settings/Document.h"

#include "models/text/Json.h"

#include <algorithm>
#include <set>

namespace settings {

namespace {

text::Value *memberOf(text::Value &map, std::string_view key)
{
    const auto found = std::ranges::find(map.members(), key, &text::Value::Member::key);
    return found == map.members().end() ? nullptr : &found->value;
}

/// Of a repeated key the last one counts, and is the one that stays.
void dropRepeated(text::Value &map)
{
    std::set<std::string> seen;
    text::Value::Map kept;
    for (auto member = map.members().rbegin(); member != map.members().rend(); ++member) {
        if (seen.insert(member->key).second)
            kept.push_back(std::move(*member));
    }
    std::ranges::reverse(kept);
    map.members() = std::move(kept);
}

} // namespace

base::Result<Document> Document::parse(std::string_view bytes)
{
    if (bytes.empty())
        return Document();
    if (bytes.size() > MostBytes)
        return base::makeError(base::ErrorKind::TooLarge, "the file is larger than 1 MiB");
    auto root = text::parseJson(bytes);
    if (!root)
        return std::move(root).error();
    if (!root->isMap())
        return base::makeError(base::ErrorKind::BadInput, "a JSON object was expected");
    Document document;
    document.m_root = std::move(*root);
    dropRepeated(document.m_root);
    for (auto &section : document.m_root.members()) {
        if (section.value.isMap())
            dropRepeated(section.value);
    }
    return document;
}

std::string Document::write() const
{
    return text::writeJson(m_root, text::JsonStyle::Indented) + '\n';
}

const text::Value &Document::value(std::string_view section, std::string_view key) const
{
    return m_root[section][key];
}

void Document::set(std::string_view section, std::string_view key, text::Value value)
{
    text::Value *keys = memberOf(m_root, section);
    if (value.isNull()) {
        if (!keys || !keys->isMap())
            return;
        std::erase_if(keys->members(), [&](const text::Value::Member &member) { return member.key == key; });
        if (keys->members().empty())
            std::erase_if(m_root.members(), [&](const text::Value::Member &member) { return member.key == section; });
        return;
    }
    if (!keys) {
        m_root.set(std::string(section), text::Value::map());
        keys = memberOf(m_root, section);
    }
    if (!keys->isMap())
        *keys = text::Value::map();
    keys->set(std::string(key), std::move(value));
}

std::vector<std::string> Document::keys(std::string_view section) const
{
    std::vector<std::string> keys;
    for (const auto &member : m_root[section].members())
        keys.push_back(member.key);
    return keys;
}

} // namespace settings
