#include "widgets/reach/ReachFeature.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Shell.h"
#include "widgets/reach/ReachPage.h"

#include <QCoreApplication>

namespace reach {

namespace {

/// After the access of whom a pod runs as.
constexpr int Rank = 170;

QString said(const char *english) { return QCoreApplication::translate("reach", english); }

bool isPod(const kube::ResourceType &type) { return type.qualifiedName() == "pods"; }

rbac::ObjectRef podOf(const base::Address &address) { return {"Pod", address.namespaceName.toStdString(), address.name.toStdString()}; }

} // namespace

void ReachFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("reach"), true,
                      [known = m_known](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * { return new ReachPage(*view, {known->of(view->cluster()), known->wordOf(view->cluster())}, parent); },
                      {"reach", QT_TRANSLATE_NOOP("reach", "Reach of two pods: the API and the network")}, {"", ""}, {QStringLiteral("pair")}});
    registry.addObjectTab({QStringLiteral("reach"), [] { return said(QT_TRANSLATE_NOOP("reach", "Reach")); }, Rank, isPod,
                           [known = m_known](base::ClusterView &view, const kube::ResourceType &, const base::Address &address) -> base::ObjectTab * {
                               return new ReachTab(view.cluster(), {known->of(view.cluster()), known->wordOf(view.cluster())}, podOf(address));
                           }});
    const auto whyNot = [](base::ClusterView &, const std::vector<base::Address> &rows) { return rows.size() == 2 ? QString() : said(QT_TRANSLATE_NOOP("reach", "Two pods have to be selected")); };
    const auto run = [&registry](base::ClusterView &view, const std::vector<base::Address> &rows) { registry.shell()->open(view.cluster(), ReachPage::addressFor(podOf(rows[0]), podOf(rows[1]))); };
    registry.addRowAction({QStringLiteral("reach-of-two"), {"reach", QT_TRANSLATE_NOOP("reach", "Reach of the two pods")}, isPod, whyNot, run});
}

} // namespace reach
