#include "models/kinds/Links.h"

#include "models/kinds/Kind.h"

#include <algorithm>
#include <cctype>

namespace kinds {
namespace {

constexpr LinkRule rules[] = {
    {"Pod", "ServiceAccount", LinkForm::NameInNamespace, "serviceaccounts"},
    {"Pod", "Node", LinkForm::Name, "nodes"},
    {"Pod", "Nominated Node", LinkForm::Name, "nodes"},
    {"PersistentVolume", "Claim", LinkForm::NamespaceAndName, "persistentvolumeclaims"},
    {"PersistentVolume", "StorageClass", LinkForm::Name, "storageclasses.storage.k8s.io"},
    {"PersistentVolumeClaim", "Volume", LinkForm::Name, "persistentvolumes"},
    {"PersistentVolumeClaim", "StorageClass", LinkForm::Name, "storageclasses.storage.k8s.io"},
    {"VolumeAttachment", "PV", LinkForm::Name, "persistentvolumes"},
    {"VolumeAttachment", "Node", LinkForm::Name, "nodes"},
    {"Ingress", "Class", LinkForm::Name, "ingressclasses.networking.k8s.io"},
    {"RoleBinding", "Role", LinkForm::KindAndName, {}},
    {"ClusterRoleBinding", "Role", LinkForm::KindAndName, {}},
    {"HorizontalPodAutoscaler", "Reference", LinkForm::KindAndName, {}},
    {"Event", "Object", LinkForm::KindAndName, {}},
};

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

std::string qualifiedResource(const Kind &kind)
{
    const std::size_t slash = kind.apiVersion.find('/');
    return std::string(kind.resource) + (slash == kind.apiVersion.npos ? "" : "." + std::string(kind.apiVersion.substr(0, slash)));
}

std::optional<ObjectLink> linkByKind(std::string_view namespaceName, std::string_view kindName, std::string_view name)
{
    const auto kinds = builtinKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind *kind) { return equalsIgnoringCase(kind->kind, kindName); });
    if (found == kinds.end())
        return std::nullopt;
    return ObjectLink{qualifiedResource(**found), (*found)->namespaced ? std::string(namespaceName) : std::string(), std::string(name)};
}

} // namespace

const LinkRule *findLinkRule(std::string_view apiVersion, std::string_view kind, std::string_view column)
{
    const auto *rule = std::find_if(std::begin(rules), std::end(rules), [&](const LinkRule &each) { return each.kind == kind && each.column == column; });
    return rule != std::end(rules) && findKind(apiVersion, kind) ? rule : nullptr;
}

std::optional<ObjectLink> linkOf(const LinkRule &rule, std::string_view namespaceName, std::string_view cell)
{
    if (cell.empty() || cell.starts_with('<'))
        return std::nullopt;
    const std::string resource(rule.resource);
    if (rule.form == LinkForm::Name)
        return ObjectLink{resource, {}, std::string(cell)};
    if (rule.form == LinkForm::NameInNamespace)
        return ObjectLink{resource, std::string(namespaceName), std::string(cell)};
    const std::size_t slash = cell.find('/');
    if (slash == 0 || slash >= cell.size() - 1)
        return std::nullopt;
    const std::string_view before = cell.substr(0, slash), after = cell.substr(slash + 1);
    if (rule.form == LinkForm::NamespaceAndName)
        return ObjectLink{resource, std::string(before), std::string(after)};
    return linkByKind(namespaceName, before, after);
}

} // namespace kinds
