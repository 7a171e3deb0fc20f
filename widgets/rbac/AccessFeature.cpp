#include "widgets/rbac/AccessFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/ResourceType.h"
#include "models/rbac/Centre.h"
#include "models/rbac/ViewAs.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Shell.h"
#include "widgets/rbac/AccessPage.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/ComparePage.h"
#include "widgets/rbac/RisksPage.h"
#include "widgets/rbac/WhatIfPage.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace rbac {

namespace {

struct Shown
{
    std::string_view type;
    const char *kind;
};
/// What is about somebody's access.
constexpr std::array<Shown, 6> shownKinds{{{"serviceaccounts", "ServiceAccount"}, {"pods", "Pod"}, {"rolebindings.rbac.authorization.k8s.io", "RoleBinding"}, {"clusterrolebindings.rbac.authorization.k8s.io", "ClusterRoleBinding"},
                                       {"roles.rbac.authorization.k8s.io", "Role"}, {"clusterroles.rbac.authorization.k8s.io", "ClusterRole"}}};

/// An account is opened on its access, before the details; everything else on its details.
constexpr int FirstRank = 50;
constexpr int LaterRank = 150;

/// Null: it is about nobody's access.
const char *kindOf(std::string_view type)
{
    const auto found = std::ranges::find(shownKinds, type, &Shown::type);
    return found == shownKinds.end() ? nullptr : found->kind;
}

bool isShown(const kube::ResourceType &type) { return kindOf(type.qualifiedName()) != nullptr; }
/// Where a feature lets one see with other eyes.
void offerViewAs(const base::Registry &registry, base::ClusterView &view, AccessPane &pane)
{
    if (!registry.viewAs())
        return;
    pane.offerViewAs();
    QObject::connect(&pane, &AccessPane::viewAsRequested, &pane, [&registry, &view](const Identity &identity) { registry.viewAs()(view, viewedOf(identity)); });
}

/// Where another feature tells of the network.
void offerReach(const base::Registry &registry, AccessPane &pane)
{
    if (registry.page(QStringLiteral("reach")))
        pane.offerReach();
}

bool isAccount(const kube::ResourceType &type) { return type.qualifiedName() == "serviceaccounts"; }
bool isOther(const kube::ResourceType &type) { return isShown(type) && !isAccount(type); }

ObjectRef refOf(const base::Address &address)
{
    return {kindOf(address.place.toStdString()), address.namespaceName.toStdString(), address.name.toStdString()};
}

QString nameOf(const cluster::ConnectedCluster &cluster) { return QString::fromStdString(cluster.entry().context.context); }

/// What takes a text to the page of drafts of that cluster.
std::function<void(std::string)> leaveTo(std::shared_ptr<Handover> handover, const cluster::ConnectedCluster &cluster)
{
    return [handover = std::move(handover), &cluster](std::string yaml) { handover->leave(&cluster, std::move(yaml)); };
}

QString tooMany(const std::vector<base::Address> &rows)
{
    return rows.size() > Centre::Most ? QCoreApplication::translate("rbac", "At most %1 are shown in one graph").arg(Centre::Most) : QString();
}

QString notTwo(const std::vector<base::Address> &rows)
{
    return rows.size() == 2 ? QString() : QCoreApplication::translate("rbac", "Two ServiceAccounts have to be selected");
}

/// A page that has them all.
void showAccess(base::Registry &registry, base::ClusterView &view, const std::vector<base::Address> &rows)
{
    AccessPlace place;
    std::ranges::transform(rows, std::back_inserter(place.middle), refOf);
    registry.shell()->open(view.cluster(), {QStringLiteral("ask"), {}, {}, place.toPart()});
}

void addRiskPages(base::Registry &registry, const std::shared_ptr<rights::SharedRights> &known)
{
    const auto makeRisks = [known](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * { return new RisksPage(known->of(view->cluster()), *view, parent); };
    registry.addPage({QStringLiteral("risks"), true, makeRisks, {"rbac", QT_TRANSLATE_NOOP("rbac", "Risks of access in the cluster")}, {"rbac", QT_TRANSLATE_NOOP("rbac", "Risks")}});
    const auto makeCompare = [known](cluster::Clusters &clusters, base::ClusterView *view, QWidget *parent) -> base::Page * { return new ComparePage(known, clusters, *view, parent); };
    registry.addPage({QStringLiteral("access-compare"), true, makeCompare, {"rbac", QT_TRANSLATE_NOOP("rbac", "Compare the access of two identities")}, {"rbac", QT_TRANSLATE_NOOP("rbac", "Compare access")},
                      {QStringLiteral("of")}});
    registry.addRowAction({QStringLiteral("compare-access"), {"rbac", QT_TRANSLATE_NOOP("rbac", "Compare the access")}, isAccount,
                           [](base::ClusterView &, const std::vector<base::Address> &rows) { return notTwo(rows); },
                           [&registry](base::ClusterView &view, const std::vector<base::Address> &rows) { registry.shell()->open(view.cluster(), ComparePage::addressOf(refOf(rows[0]), refOf(rows[1]))); }});
}

} // namespace

void AccessFeature::addTo(base::Registry &registry)
{
    const auto title = [] { return QCoreApplication::translate("rbac", "Access"); };
    const auto make = [known = m_known, handover = m_handover, &registry](base::ClusterView &view, const kube::ResourceType &type, const base::Address &address) -> base::ObjectTab * {
        base::Address object = address;
        object.place = QString::fromStdString(type.qualifiedName());
        auto *tab = new AccessTab(known->of(view.cluster()), known->wordOf(view.cluster()), {refOf(object)});
        tab->pane().setClusterName(nameOf(view.cluster()));
        tab->setDrafting(known->viewerOf(view.cluster()), leaveTo(handover, view.cluster()));
        offerViewAs(registry, view, tab->pane());
        offerReach(registry, tab->pane());
        return tab;
    };
    registry.addObjectTab({QStringLiteral("access"), title, FirstRank, isAccount, make});
    registry.addObjectTab({QStringLiteral("access"), title, LaterRank, isOther, make});
    const auto makePage = [known = m_known, handover = m_handover, &registry](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
        auto *page = new AccessPage(known->of(view->cluster()), known->wordOf(view->cluster()), parent);
        page->tab().pane().setClusterName(nameOf(view->cluster()));
        page->tab().setDrafting(known->viewerOf(view->cluster()), leaveTo(handover, view->cluster()));
        offerViewAs(registry, *view, page->tab().pane());
        offerReach(registry, page->tab().pane());
        return page;
    };
    registry.addPage({QStringLiteral("ask"), true, makePage, {"rbac", QT_TRANSLATE_NOOP("rbac", "Access of users, groups or several accounts")}, {"rbac", QT_TRANSLATE_NOOP("rbac", "Access")},
                      {QStringLiteral("of"), QStringLiteral("ask")}});
    registry.addRowAction({QStringLiteral("show-access"), {"rbac", QT_TRANSLATE_NOOP("rbac", "Show the access")}, isShown,
                           [](base::ClusterView &, const std::vector<base::Address> &rows) { return tooMany(rows); },
                           [&registry](base::ClusterView &view, const std::vector<base::Address> &rows) { showAccess(registry, view, rows); }});
    addRiskPages(registry, m_known);
    const auto makeWhatIf = [known = m_known, handover = m_handover](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
        return new WhatIfPage(*view, known->of(view->cluster()), known->viewerOf(view->cluster()), handover, parent);
    };
    registry.addPage({QStringLiteral("what-if"), true, makeWhatIf, {"rbac", QT_TRANSLATE_NOOP("rbac", "What if: roles and bindings on a copy")}, {"rbac", QT_TRANSLATE_NOOP("rbac", "What if")},
                      {QStringLiteral("edit"), QStringLiteral("delete")}});
}

} // namespace rbac
