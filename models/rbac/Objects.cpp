#include "models/rbac/Objects.h"

#include <algorithm>
#include <array>

namespace rbac {

namespace {

constexpr std::string_view serviceAccountPrefix = "system:serviceaccount:";

/// Kinds whose references have no namespace; a name behind them may hold slashes.
constexpr std::array<std::string_view, 7> clusterKinds = {"User", "Group", "ClusterRole", "ClusterRoleBinding", "Namespace", "Node", "PersistentVolume"};

bool holds(const ObjectSelector::Expression &expression, const Labels &labels)
{
    const auto found = labels.find(expression.key);
    const bool isThere = found != labels.end();
    const auto listed = [&] { return std::ranges::find(expression.values, found->second) != expression.values.end(); };
    if (expression.operation == "In")
        return isThere && listed();
    if (expression.operation == "NotIn")
        return !isThere || !listed();
    if (expression.operation == "Exists")
        return isThere;
    return expression.operation == "DoesNotExist" && !isThere;
}

} // namespace

std::string ObjectRef::text() const
{
    return namespaceName.empty() ? kind + '/' + name : kind + '/' + namespaceName + '/' + name;
}

std::optional<ObjectRef> ObjectRef::parse(std::string_view text)
{
    const auto first = text.find('/');
    if (first == 0 || first == text.npos)
        return std::nullopt;
    const std::string_view kind = text.substr(0, first);
    const std::string_view rest = text.substr(first + 1);
    const auto second = rest.find('/');
    const bool isWhole = second == rest.npos || std::ranges::find(clusterKinds, kind) != clusterKinds.end();
    if (isWhole)
        return rest.empty() ? std::nullopt : std::optional(ObjectRef{std::string(kind), {}, std::string(rest)});
    return ObjectRef{std::string(kind), std::string(rest.substr(0, second)), std::string(rest.substr(second + 1))};
}

std::string ServiceAccountRef::userName() const
{
    std::string out(serviceAccountPrefix);
    out += namespaceName;
    out += ':';
    return out += name;
}

std::optional<ServiceAccountRef> ServiceAccountRef::fromUserName(std::string_view userName)
{
    if (!userName.starts_with(serviceAccountPrefix))
        return std::nullopt;
    userName.remove_prefix(serviceAccountPrefix.size());
    const auto colon = userName.find(':');
    const bool isPair = colon != userName.npos && colon > 0 && colon + 1 < userName.size() && userName.find(':', colon + 1) == userName.npos;
    if (!isPair)
        return std::nullopt;
    return ServiceAccountRef{std::string(userName.substr(0, colon)), std::string(userName.substr(colon + 1))};
}

bool isDefault(const Labels &labels)
{
    return labels.contains("kubernetes.io/bootstrapping");
}

bool ObjectSelector::matches(const Labels &labels) const
{
    const auto hasLabel = [&](const auto &wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    };
    return std::ranges::all_of(matchLabels, hasLabel)
        && std::ranges::all_of(matchExpressions, [&](const Expression &expression) { return holds(expression, labels); });
}

std::optional<ObjectRef> Binding::target() const
{
    if (roleRef.kind == "ClusterRole")
        return ObjectRef{"ClusterRole", {}, roleRef.name};
    if (roleRef.kind == "Role" && !isClusterBinding())
        return ObjectRef{"Role", ref.namespaceName, roleRef.name};
    return std::nullopt;
}

ObjectRef subjectRef(const Subject &subject, const Binding &binding)
{
    if (subject.kind != "ServiceAccount")
        return {subject.kind, {}, subject.name};
    return {subject.kind, subject.namespaceName.empty() ? binding.ref.namespaceName : subject.namespaceName, subject.name};
}

} // namespace rbac
