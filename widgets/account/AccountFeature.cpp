#include "widgets/account/AccountFeature.h"

#include "models/cluster/Clusters.h"
#include "widgets/account/AccountTab.h"
#include "widgets/account/AggregationTab.h"
#include "widgets/account/TokenDialog.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Shell.h"
#include "widgets/detail/ClusterSurroundings.h"

#include <QDir>

namespace account {

namespace {

/// Between the access of an account and the details that all objects have.
constexpr int AccountRank = 60;
constexpr int AggregationRank = 160;

using Known = std::shared_ptr<rights::SharedRights>;

QString said(const char *english) { return QCoreApplication::translate("account", english); }

bool isAccount(const kube::ResourceType &type) { return type.qualifiedName() == "serviceaccounts"; }
bool isClusterRole(const kube::ResourceType &type) { return type.qualifiedName() == "clusterroles.rbac.authorization.k8s.io"; }

TokenDialog::Services servicesOf(cluster::ConnectedCluster &cluster, base::Registry &registry)
{
    cluster::Clusters &clusters = registry.shell()->clusters();
    const std::string folder = clusters.sources().places.folder();
    return {[&cluster]() -> kube::Api & { return cluster.api(); },
            [&cluster] { return tokenRefusal(cluster); },
            [&cluster] { return cluster.settings(); },
            QString::fromStdString(cluster.entry().context.context),
            folder.empty() ? QDir::homePath().toStdString() + "/.kube" : folder,
            [&clusters](const std::string &path) { clusters.add(path); }};
}

/// One for a cluster that is disconnected meanwhile closes.
void openDialog(cluster::ConnectedCluster &cluster, const Known &known, base::Registry &registry, const rbac::ServiceAccountRef &account)
{
    auto *dialog = new TokenDialog(servicesOf(cluster, registry), known->of(cluster), account, &registry.shell()->widget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(&registry.shell()->clusters(), &cluster::Clusters::disconnecting, dialog, [dialog, &cluster](const cluster::ConnectedCluster *gone) {
        if (gone == &cluster)
            delete dialog;
    });
    QObject::connect(dialog, &TokenDialog::noticed, dialog, [&registry](const QString &text) { registry.shell()->tell(text); });
    QObject::connect(dialog, &TokenDialog::openRequested, &registry.shell()->widget(), [&cluster, &registry](const base::Address &address) { registry.shell()->open(cluster, address); });
    dialog->show();
}

rbac::ServiceAccountRef accountOf(const base::Address &address) { return {address.namespaceName.toStdString(), address.name.toStdString()}; }

void addTokenAction(base::Registry &registry, const Known &known)
{
    const auto whyNot = [](base::ClusterView &view, const std::vector<base::Address> &rows) {
        return rows.size() == 1 ? tokenRefusal(view.cluster()) : said(QT_TRANSLATE_NOOP("account", "One account has to be selected"));
    };
    const auto run = [known, &registry](base::ClusterView &view, const std::vector<base::Address> &rows) { openDialog(view.cluster(), known, registry, accountOf(rows.front())); };
    registry.addRowAction({QStringLiteral("create-token"), {"account", QT_TRANSLATE_NOOP("account", "Create a token…")}, isAccount, whyNot, run});
}

} // namespace

void AccountFeature::addTo(base::Registry &registry)
{
    const auto makeAccount = [known = m_known, &registry](base::ClusterView &view, const kube::ResourceType &, const base::Address &address) -> base::ObjectTab * {
        cluster::ConnectedCluster &cluster = view.cluster();
        const rbac::ServiceAccountRef account = accountOf(address);
        auto *tab = new AccountTab(cluster, known->of(cluster), account);
        QObject::connect(tab, &AccountTab::tokenRequested, tab, [&cluster, known, &registry, account] { openDialog(cluster, known, registry, account); });
        return tab;
    };
    const auto makeAggregation = [known = m_known](base::ClusterView &view, const kube::ResourceType &, const base::Address &address) -> base::ObjectTab * {
        return new AggregationTab(known->of(view.cluster()), detail::surroundingsOf(view.cluster()), {"ClusterRole", {}, address.name.toStdString()});
    };
    registry.addObjectTab({QStringLiteral("account"), [] { return said(QT_TRANSLATE_NOOP("account", "Account")); }, AccountRank, isAccount, makeAccount});
    registry.addObjectTab({QStringLiteral("aggregation"), [] { return said(QT_TRANSLATE_NOOP("account", "Aggregation")); }, AggregationRank, isClusterRole, makeAggregation});
    addTokenAction(registry, m_known);
}

} // namespace account
