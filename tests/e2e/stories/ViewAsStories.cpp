#include "tests/e2e/stories/ViewAsStories.h"

#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/table/TablePage.h"

#include <QAbstractButton>
#include <QProcess>

#include <algorithm>

namespace stories {

namespace {

/// An account that lists pods in one namespace; and a reader of everything about access who may not impersonate.
constexpr const char *watcher =
    "{apiVersion: v1, kind: Namespace, metadata: {name: watched}}\n---\n"
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: watched}}\n---\n"
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: watcher, namespace: watched}}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: watcher, namespace: watched}, rules: [{verbs: [get, list, watch], apiGroups: [''], resources: [pods]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: watcher, namespace: watched}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: watcher}, subjects: [{kind: ServiceAccount, name: watcher, namespace: watched}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: story-reader}, rules: [{verbs: [get, list, watch], apiGroups: ['*'], resources: ['*']}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: story-reader}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: story-reader}, subjects: [{kind: ServiceAccount, name: nobody, namespace: default}]}\n---\n";

const kube::Impersonation watcherUser{"system:serviceaccount:watched:watcher", {}, {}, {}};
const QString account = QStringLiteral("ServiceAccount watched/watcher");

} // namespace

bool ViewAsStories::may(const QString &user, const QStringList &words) const
{
    const QStringList question{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin")), QStringLiteral("-n"), QStringLiteral("watched"), QStringLiteral("auth"),
                               QStringLiteral("can-i"), QStringLiteral("--quiet"), QStringLiteral("--as=") + user};
    return QProcess::execute(variable("KUBECTL"), question + words) == 0;
}

viewas::ViewedBar *ViewAsStories::bar() const
{
    for (auto *each : m_window->findChildren<viewas::ViewedBar *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

void ViewAsStories::viewFromAccess(cluster::ConnectedCluster *own)
{
    m_window->showCluster(own, *base::Address::parse(QStringLiteral("serviceaccounts/watched/watcher#access")));
    const auto button = [this] { return buttonNamed(QStringLiteral("See the cluster with the eyes of what is in the middle")); };
    QTRY_VERIFY_WITH_TIMEOUT(button(), Patience);
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bar(), Patience);
}

QString ViewAsStories::secretsNotice(cluster::ConnectedCluster *viewed)
{
    m_window->open(base::Address{QStringLiteral("secrets"), {}, {}, {}});
    table::TablePage *secrets = tableOf(viewed, QStringLiteral("secrets"));
    QString said;
    (void)QTest::qWaitFor([&] {
        for (auto *notice : secrets->findChildren<base::StateNotice *>()) {
            if (notice->isVisible() && !notice->accessibleName().startsWith(QStringLiteral("Asking")))
                said = notice->accessibleName() + u'\n' + notice->accessibleDescription();
        }
        return !said.isEmpty();
    }, Patience);
    return said;
}

void ViewAsStories::anAccountSeesThePodsOfItsNamespaceAndNoSecrets()
{
    m_first.apply(QByteArray(watcher) + pod("seen", "watched"));
    QTRY_VERIFY_WITH_TIMEOUT(may(QString::fromStdString(watcherUser.user), {QStringLiteral("list"), QStringLiteral("pods")}), Patience);
    cluster::ConnectedCluster *own = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(own));
    QTRY_VERIFY_WITH_TIMEOUT(names(tableOf(own)).contains(QStringLiteral("alpha")) && names(tableOf(own)).contains(QStringLiteral("seen")), Patience);
    const QStringList ownPods = names(tableOf(own));

    viewFromAccess(own);
    cluster::ConnectedCluster *viewed = m_window->shownCluster();
    QVERIFY(viewed && viewed != own && viewed->viewedAs() == watcherUser);
    QVERIFY(bar()->text().startsWith(QStringLiteral("Viewing as ") + account + QStringLiteral(" — everything below is what it sees")));
    QVERIFY(m_window->windowTitle().contains(account));
    QTRY_COMPARE_WITH_TIMEOUT(names(tableOf(viewed)), QStringList{QStringLiteral("seen")}, Patience);
    QCOMPARE(names(tableOf(own)), ownPods);
    const QString secrets = secretsNotice(viewed);
    QVERIFY2(secrets.startsWith(account + QStringLiteral(" may not list Secrets here")), qPrintable(secrets));
    QVERIFY2(secrets.contains(QStringLiteral("User \"system:serviceaccount:watched:watcher\" cannot list resource \"secrets\" in API group \"\"")), qPrintable(secrets));

    m_first.apply(pod("later", "watched"));
    QTRY_COMPARE_WITH_TIMEOUT(names(tableOf(viewed)), (QStringList{QStringLiteral("later"), QStringLiteral("seen")}), Patience); // it lives
    QAbstractButton *stop = nullptr;
    for (auto *each : bar()->findChildren<QAbstractButton *>())
        stop = each->text() == QStringLiteral("Stop viewing as") ? each : stop;
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->connected().size(), std::size_t(1), Patience);
    QCOMPARE(m_window->shownCluster(), own);
    QVERIFY(!bar() && own->viewedAs().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(names(tableOf(own)).contains(QStringLiteral("alpha")) && names(tableOf(own)).contains(QStringLiteral("later")), Patience);
}

void ViewAsStories::whoMayNotImpersonateSeesWhatIsComputed()
{
    m_first.apply(QByteArray(watcher) + pod("seen", "watched"));
    QTRY_VERIFY_WITH_TIMEOUT(may(QStringLiteral("system:serviceaccount:default:nobody"), {QStringLiteral("list"), QStringLiteral("secrets")}), Patience);
    cluster::ConnectedCluster *own = connectTo(QStringLiteral("nobody"));
    QVERIFY(tableOf(own));
    viewFromAccess(own);
    cluster::ConnectedCluster *viewed = m_window->shownCluster();
    QTRY_VERIFY_WITH_TIMEOUT(bar() && bar()->session().state() == viewas::ViewedSession::State::Refused, Patience);
    const QString refused = bar()->text();
    QVERIFY2(refused.startsWith(QStringLiteral("You may not view as ") + account) && refused.contains(QStringLiteral("User \"system:serviceaccount:default:nobody\" cannot impersonate")), qPrintable(refused));
    QVERIFY2(refused.contains(QStringLiteral("refuses this one: impersonate-on:serviceaccount:get /api is missing.")), qPrintable(refused));
    QVERIFY2(refused.contains(QStringLiteral("impersonate serviceaccounts watcher in namespace watched")), qPrintable(refused));

    bar()->session().compute();
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(bar()->session().state()), static_cast<int>(viewas::ViewedSession::State::Computed), Patience);
    QVERIFY(bar()->text().contains(QStringLiteral("computed, not confirmed by the server")));
    QTRY_VERIFY_WITH_TIMEOUT(tableOf(viewed) && names(tableOf(viewed)).contains(QStringLiteral("seen")), Patience);
    QVERIFY(!names(tableOf(viewed)).contains(QStringLiteral("alpha")));
    const QString secrets = secretsNotice(viewed);
    QVERIFY2(secrets.startsWith(account + QStringLiteral(" may not list Secrets here")) && secrets.contains(QStringLiteral("(computed, not confirmed by the server)")), qPrintable(secrets));

    // What is granted now is seen without asking for it.
    m_first.apply("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: watcher-too, namespace: default}, "
                  "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: watcher, namespace: watched}]}");
    QTRY_VERIFY_WITH_TIMEOUT(names(tableOf(viewed)).contains(QStringLiteral("alpha")), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("clusterrolebinding/story-reader"), QStringLiteral("rolebinding/watcher-too"), QStringLiteral("-n"), QStringLiteral("default")});
}

} // namespace stories
