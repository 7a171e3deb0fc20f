#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/ObjectReader.h"
#include "models/text/Yaml.h"

#include <QTest>

#include <string>
#include <string_view>

namespace samples {

/// The objects of a YAML text; a text that cannot be read fails the test.
inline rbac::Inputs inputs(std::string_view yaml)
{
    rbac::Inputs out;
    const auto documents = text::parseYamlDocuments(yaml);
    if (!documents)
        qFatal("%s", documents.error().message.c_str());
    for (const text::Value &document : *documents) {
        if (!document.isNull() && !rbac::addObject(document, out))
            qFatal("not an object of access: %s", document["kind"].text().c_str());
    }
    return out;
}

/// "verb group/resource/subresource name@namespace" or "verb /url".
///   "get /pods/log web@a", "list apps/deployments @a", "get /version"
inline rbac::Request request(std::string_view words)
{
    const auto space = words.find(' ');
    rbac::Request out;
    out.verb = words.substr(0, space);
    std::string_view rest = words.substr(space + 1);
    const auto second = rest.find(' ');
    if (second == rest.npos) {
        out.url = rest;
        return out;
    }
    std::string_view resource = rest.substr(0, second);
    const auto group = resource.find('/');
    out.apiGroup = resource.substr(0, group);
    resource.remove_prefix(group + 1);
    const auto sub = resource.find('/');
    out.resource = resource.substr(0, sub);
    if (sub != resource.npos)
        out.subresource = resource.substr(sub + 1);
    const std::string_view place = rest.substr(second + 1);
    const auto at = place.find('@');
    out.name = place.substr(0, at);
    out.namespaceName = place.substr(at + 1);
    return out;
}

/// place "ns/name", or "/name" for a ClusterRole; rules in YAML, each in braces.
inline std::string role(std::string_view kind, std::string_view place, std::string_view rules)
{
    const std::string name(place.substr(place.find('/') + 1));
    const std::string namespaceName(place.substr(0, place.find('/')));
    return "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: " + std::string(kind) + "\nmetadata: {name: '" + name + "'"
        + (namespaceName.empty() ? "" : ", namespace: '" + namespaceName + "'") + "}\nrules: [" + std::string(rules) + "]\n";
}

/// place "ns/name", or "/name" for a ClusterRoleBinding; roleRef "Role/name"; subjects in YAML.
inline std::string binding(std::string_view place, std::string_view roleRef, std::string_view subjects)
{
    const std::string name(place.substr(place.find('/') + 1));
    const std::string namespaceName(place.substr(0, place.find('/')));
    const std::string kind = namespaceName.empty() ? "ClusterRoleBinding" : "RoleBinding";
    const std::string roleKind(roleRef.substr(0, roleRef.find('/')));
    const std::string roleName(roleRef.substr(roleRef.find('/') + 1));
    return "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: " + kind + "\nmetadata: {name: '" + name + "'" + (namespaceName.empty() ? "" : ", namespace: '" + namespaceName + "'")
        + "}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: " + roleKind + ", name: '" + roleName + "'}\nsubjects: [" + std::string(subjects) + "]\n";
}

inline std::string user(std::string_view name)
{
    return "{kind: User, apiGroup: rbac.authorization.k8s.io, name: '" + std::string(name) + "'}";
}

inline std::string group(std::string_view name)
{
    return "{kind: Group, apiGroup: rbac.authorization.k8s.io, name: '" + std::string(name) + "'}";
}

inline std::string account(std::string_view namespaceName, std::string_view name)
{
    return "{kind: ServiceAccount, namespace: '" + std::string(namespaceName) + "', name: '" + std::string(name) + "'}";
}

} // namespace samples
