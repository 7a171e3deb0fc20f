#include "models/environment/SecretNames.h"

#include "models/environment/Expansion.h"

#include <algorithm>

namespace environment {

using text::Value;

SecretNames::SecretNames(const Value &container)
{
    for (const Value &from : container["envFrom"].items()) {
        if (from["secretRef"].isMap())
            m_prefixes.push_back(from["prefix"].text());
    }
    for (const Value &entry : container["env"].items()) {
        const bool may = mayHold(entry);
        m_entries[entry["name"].text()] = may;
    }
}

bool SecretNames::mayHold(std::string_view name) const
{
    if (const auto entry = m_entries.find(name); entry != m_entries.end())
        return entry->second;
    return std::ranges::any_of(m_prefixes, [&](const std::string &prefix) { return name.starts_with(prefix); });
}

bool SecretNames::mayHold(const Value &entry) const
{
    const Value &from = entry["valueFrom"];
    if (!entry["value"].text().empty() || !from.isMap())
        return std::ranges::any_of(referencesIn(entry["value"].text()), [&](const std::string &name) { return mayHold(name); });
    if (from["fieldRef"].isMap() || from["resourceFieldRef"].isMap())
        return false;
    // What an optional key does not set stays what it was before.
    if (from["configMapKeyRef"].isMap())
        return from["configMapKeyRef"]["optional"].asBoolean() && mayHold(entry["name"].text());
    return true;
}

} // namespace environment
