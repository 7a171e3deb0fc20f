#include "widgets/viewas/ViewAsFeature.h"

#include "models/kube/ResourceType.h"
#include "models/rbac/ViewAs.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Shell.h"
#include "widgets/viewas/ViewAsDialog.h"
#include "widgets/viewas/ViewedBar.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace viewas {

namespace {

using base::Command;
using cluster::EntryId;
using cluster::SessionId;

QString words(const char *text) { return QCoreApplication::translate("viewas", text); }

/// The namespaces that were looked at stay those.
void begin(base::Shell &shell, const EntryId &entry, const kube::Impersonation &who)
{
    const bool isOfIt = shell.view() && EntryId::of(shell.view()->cluster().entry()) == entry;
    const QStringList shown = isOfIt ? shell.view()->namespaces() : QStringList();
    if (cluster::ConnectedCluster *viewed = shell.clusters().viewAs(entry, who)) {
        shell.bringToFront(*viewed);
        if (shell.view() && &shell.view()->cluster() == viewed)
            shell.view()->setNamespaces(shown);
        return;
    }
    shell.tell(words(QT_TRANSLATE_NOOP("viewas", "This context cannot be connected to")));
}

/// One's own view first: there is always something to see.
void stop(base::Shell &shell, const SessionId &session)
{
    if (cluster::ConnectedCluster *own = shell.clusters().connectTo(session.entry))
        shell.bringToFront(*own);
    shell.clusters().disconnectFrom(session);
}

void ask(base::Shell &shell, rights::SharedRights &known)
{
    const EntryId entry = EntryId::of(shell.view()->cluster().entry());
    cluster::ConnectedCluster *own = shell.clusters().connectTo(entry);
    if (!own)
        return shell.tell(words(QT_TRANSLATE_NOOP("viewas", "This context cannot be connected to")));
    auto *dialog = new ViewAsDialog(base::sessionName(shell.clusters(), *own), known.of(*own), &shell.widget());
    QObject::connect(dialog, &ViewAsDialog::chosen, &shell.widget(), [&shell, entry](const kube::Impersonation &who) { begin(shell, entry, who); });
    // With the cluster goes what it asks.
    QObject::connect(&shell.clusters(), &cluster::Clusters::disconnecting, dialog, [dialog, own](const cluster::ConnectedCluster *gone) {
        if (gone == own)
            delete dialog;
    });
    dialog->open();
}

QString noCluster(const base::Registry &registry)
{
    return registry.shell()->view() ? QString() : words(QT_TRANSLATE_NOOP("viewas", "No cluster is shown"));
}

bool isViewed(const base::Registry &registry)
{
    return registry.shell()->view() && !registry.shell()->view()->cluster().viewedAs().isEmpty();
}

void addCommands(base::Registry &registry, const std::shared_ptr<rights::SharedRights> &known)
{
    Command command = Command::make(QStringLiteral("view-as"), {"viewas", QT_TRANSLATE_NOOP("viewas", "View as…")}, {}, [&registry, known] { ask(*registry.shell(), *known); },
                                    [&registry] { return noCluster(registry); });
    command.barTitle = [] { return words("View as…"); };
    command.barRank = 1;
    registry.addCommand(std::move(command));
    registry.addCommand(Command::make(QStringLiteral("stop-viewing-as"), {"viewas", QT_TRANSLATE_NOOP("viewas", "Stop viewing as")}, {},
                                      [&registry] { stop(*registry.shell(), SessionId::of(registry.shell()->view()->cluster())); },
                                      [&registry] { return isViewed(registry) ? QString() : words(QT_TRANSLATE_NOOP("viewas", "You look with your own eyes")); }));
}

void addRowAction(base::Registry &registry)
{
    const auto isAccount = [](const kube::ResourceType &type) { return type.qualifiedName() == "serviceaccounts"; };
    const auto whyNot = [](base::ClusterView &, const std::vector<base::Address> &rows) { return rows.size() == 1 ? QString() : words(QT_TRANSLATE_NOOP("viewas", "One at a time")); };
    const auto run = [&registry](base::ClusterView &view, const std::vector<base::Address> &rows) {
        registry.viewAs()(view, rbac::viewedOf({"ServiceAccount", rows.front().namespaceName.toStdString(), rows.front().name.toStdString()}));
    };
    registry.addRowAction({QStringLiteral("view-as-account"), {"viewas", QT_TRANSLATE_NOOP("viewas", "View as")}, isAccount, whyNot, run});
}

/// Nothing where no page shows what such an identity may do.
std::optional<base::Address> accessOf(const base::Registry &registry, const kube::Impersonation &who)
{
    const rbac::ObjectRef ref = rbac::refOf(who);
    if (ref.kind == "ServiceAccount")
        return base::Address{QStringLiteral("serviceaccounts"), QString::fromStdString(ref.namespaceName), QString::fromStdString(ref.name), QStringLiteral("access")};
    if (!registry.page(QStringLiteral("ask")))
        return std::nullopt;
    const QByteArray encoded = QUrl::toPercentEncoding(QString::fromStdString(ref.text()), "/:");
    return base::Address{QStringLiteral("ask"), {}, {}, QStringLiteral("of:") + QString::fromLatin1(encoded)};
}

/// Queued where the bar itself goes with what is done.
QWidget *makeBar(base::Registry &registry, rights::SharedRights &known, base::ClusterView &view, QWidget *parent)
{
    base::Shell &shell = *registry.shell();
    const SessionId session = SessionId::of(view.cluster());
    auto *bar = new ViewedBar(new ViewedSession(shell.clusters(), view.cluster(), known), parent);
    QObject::connect(bar, &ViewedBar::stopRequested, &shell.widget(), [&shell, session] { stop(shell, session); }, Qt::QueuedConnection);
    if (const auto address = accessOf(registry, session.viewedAs)) {
        bar->offerAccess();
        QObject::connect(bar, &ViewedBar::accessRequested, &shell.widget(), [&shell, session, address = *address] {
            if (cluster::ConnectedCluster *own = shell.clusters().connectTo(session.entry))
                shell.open(*own, address);
        });
    }
    if (registry.page(QStringLiteral("ask"))) {
        bar->offerWhyNot();
        QObject::connect(bar, &ViewedBar::whyNotRequested, &shell.widget(), [&shell, session](const base::Address &address) {
            if (cluster::ConnectedCluster *own = shell.clusters().connectTo(session.entry))
                shell.open(*own, address);
        });
    }
    return bar;
}

void addRemedy(base::Registry &registry)
{
    const auto fits = [](const cluster::ConnectedCluster &cluster) {
        return !cluster.viewedAs().isEmpty() && !cluster.isComputed() && cluster.health().error && rbac::refusesImpersonation(*cluster.health().error);
    };
    const auto run = [&registry](cluster::Clusters &, cluster::ConnectedCluster &cluster) {
        for (ViewedBar *bar : registry.shell()->widget().findChildren<ViewedBar *>()) {
            if (&bar->session().cluster() == &cluster)
                bar->session().compute();
        }
    };
    registry.addRemedy({[] { return words(QT_TRANSLATE_NOOP("viewas", "Computed view")); }, fits, run});
}

} // namespace

void ViewAsFeature::addTo(base::Registry &registry)
{
    registry.setViewAs([&registry](base::ClusterView &view, const kube::Impersonation &who) { begin(*registry.shell(), EntryId::of(view.cluster().entry()), who); });
    registry.setViewedBar([&registry, known = m_known](base::ClusterView &view, QWidget *parent) { return makeBar(registry, *known, view, parent); });
    addCommands(registry, m_known);
    addRowAction(registry);
    addRemedy(registry);
}

} // namespace viewas
