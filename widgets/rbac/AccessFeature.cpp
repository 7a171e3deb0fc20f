#include "widgets/rbac/AccessFeature.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/rbac/AccessTab.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace rbac {

namespace {

struct Shown
{
    std::string_view type;
    const char *kind;
};
/// What is about somebody's access, besides accounts themselves.
constexpr std::array<Shown, 5> others{{{"pods", "Pod"}, {"rolebindings.rbac.authorization.k8s.io", "RoleBinding"}, {"clusterrolebindings.rbac.authorization.k8s.io", "ClusterRoleBinding"},
                                       {"roles.rbac.authorization.k8s.io", "Role"}, {"clusterroles.rbac.authorization.k8s.io", "ClusterRole"}}};

/// An account is opened on its access, before the details; everything else on its details.
constexpr int FirstRank = 50;
constexpr int LaterRank = 150;

const char *kindOf(const kube::ResourceType &type)
{
    const auto found = std::ranges::find(others, type.qualifiedName(), &Shown::type);
    return found == others.end() ? nullptr : found->kind;
}

bool isAccount(const kube::ResourceType &type) { return type.qualifiedName() == "serviceaccounts"; }

} // namespace

void AccessFeature::addTo(base::Registry &registry)
{
    const auto title = [] { return QCoreApplication::translate("rbac", "Access"); };
    const auto make = [known = m_known](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
        const char *kind = isAccount(type) ? "ServiceAccount" : kindOf(type);
        return new AccessTab(known->of(view.cluster()), known->wordOf(view.cluster()), {kind, address.namespaceName.toStdString(), address.name.toStdString()});
    };
    registry.addObjectTab({QStringLiteral("access"), title, FirstRank, isAccount, make});
    registry.addObjectTab({QStringLiteral("access"), title, LaterRank, [](const kube::ResourceType &type) { return kindOf(type) != nullptr; }, make});
}

} // namespace rbac
