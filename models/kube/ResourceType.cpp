#include "models/kube/ResourceType.h"

#include <algorithm>

namespace kube {

bool ResourceType::can(std::string_view verb) const
{
    return std::ranges::find(verbs, verb) != verbs.end();
}

std::string percentEncode(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    static constexpr std::string_view unreserved = "-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (alphanumeric || unreserved.find(c) != unreserved.npos)
            out += c;
        else
            (out += '%') += {digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string collectionPath(const ResourceType &type, std::string_view namespaceName)
{
    std::string path = type.group.empty() ? "/api/" : "/apis/" + type.group + '/';
    path += type.version;
    if (type.namespaced && !namespaceName.empty())
        path += "/namespaces/" + percentEncode(namespaceName);
    return path += '/' + type.resource;
}

std::string objectPath(const ResourceType &type, std::string_view namespaceName, std::string_view name)
{
    return collectionPath(type, namespaceName) + '/' + percentEncode(name);
}

} // namespace kube
