#include "widgets/downward/DownwardFeature.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/downward/DownwardTab.h"

#include <QCoreApplication>

namespace downward {

namespace {

/// After what a pod reaches.
constexpr int Rank = 180;

QString said(const char *english) { return QCoreApplication::translate("downward", english); }

} // namespace

void DownwardFeature::addTo(base::Registry &registry)
{
    const auto title = [] { return said(QT_TRANSLATE_NOOP("downward", "Downward API")); };
    const auto fits = [](const kube::ResourceType &type) { return type.qualifiedName() == "pods"; };
    const auto make = [](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
        return new DownwardTab(view.cluster(), {type, address.namespaceName.toStdString(), address.name.toStdString()});
    };
    registry.addObjectTab({QStringLiteral("downward"), title, Rank, fits, make});
}

} // namespace downward
