#include "widgets/rbac/AccessFeature.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/rbac/AccessTab.h"

#include <QCoreApplication>

namespace rbac {

namespace {

/// Before the details, so that an account is opened on it.
constexpr int Rank = 50;

} // namespace

void AccessFeature::addTo(base::Registry &registry)
{
    registry.addObjectTab({QStringLiteral("access"), [] { return QCoreApplication::translate("rbac", "Access"); }, Rank,
                           [](const kube::ResourceType &type) { return type.qualifiedName() == "serviceaccounts"; },
                           [known = m_known](base::ClusterView &view, const kube::ResourceType &, const base::Address &address) -> base::ObjectTab * {
                               const ServiceAccountRef account{address.namespaceName.toStdString(), address.name.toStdString()};
                               return new AccessTab(known->of(view.cluster()), {Identity::ofServiceAccount(account), account.namespaceName});
                           }});
}

} // namespace rbac
