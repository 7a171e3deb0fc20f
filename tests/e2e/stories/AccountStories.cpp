#include "tests/e2e/stories/AccountStories.h"

#include "models/kube/JwtClaims.h"
#include "models/kube/KubeConfigLoader.h"
#include "widgets/account/AccountTab.h"
#include "widgets/account/TokenDialog.h"
#include "widgets/account/TokenResult.h"
#include "widgets/detail/SummaryView.h"
#include "widgets/reach/ReachCard.h"
#include "widgets/reach/ReachPage.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace stories {

namespace {

constexpr const char *keeper =
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: keeper, namespace: default}}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: keeper, namespace: default}, rules: [{verbs: [list], apiGroups: [''], resources: [configmaps]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: keeper, namespace: default}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: keeper}, subjects: [{kind: ServiceAccount, name: keeper, namespace: default}]}";

constexpr const char *mayRead =
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reach-read, namespace: default}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: default, namespace: default}]}";
constexpr const char *shut = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: reach-shut, namespace: default}, spec: {podSelector: {}, policyTypes: [Ingress]}}";

/// What the real kubectl is to the server with that kubeconfig.
QByteArray kubectlWith(const QString &kubeconfig, const QStringList &words)
{
    return RealCluster::run(variable("KUBECTL"), QStringList{QStringLiteral("--kubeconfig"), kubeconfig} + words);
}

} // namespace

void AccountStories::click(const QString &name)
{
    QAbstractButton *button = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((button = buttonNamed(name)) && button->isEnabled(), Patience);
    QTest::mouseClick(button, Qt::LeftButton);
}

void AccountStories::aTokenMadeInTheWindowIsThatAccount()
{
    m_first.apply(keeper);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("serviceaccounts/default/keeper#account")));
    account::AccountTab *tab = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((tab = m_window->findChild<account::AccountTab *>()) && tab->isSettled(), Patience);
    click(QStringLiteral("Create a token…"));
    account::TokenDialog *dialog = m_window->findChild<account::TokenDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->power().contains(QStringLiteral("list configmaps")), Patience);
    click(QStringLiteral("Make a token with which all this can be done"));
    click(QStringLiteral("Create the token"));
    QTRY_VERIFY2_WITH_TIMEOUT(dialog->result(), qPrintable(dialog->state()), Patience);

    const QString path = m_folder.path() + QStringLiteral("/config-keeper");
    dialog->result()->saveAs(path);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->result()->saveState().startsWith(QStringLiteral("✓")), Patience);
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QJsonObject user = QJsonDocument::fromJson(kubectlWith(path, {QStringLiteral("auth"), QStringLiteral("whoami"), QStringLiteral("-o"), QStringLiteral("json")})).object()[QStringLiteral("status")].toObject()[QStringLiteral("userInfo")].toObject();
    QCOMPARE(user[QStringLiteral("username")].toString(), QStringLiteral("system:serviceaccount:default:keeper"));
    QCOMPARE(kubectlWith(path, {QStringLiteral("auth"), QStringLiteral("can-i"), QStringLiteral("list"), QStringLiteral("configmaps")}).trimmed(), QByteArray("yes"));

    const auto config = kube::loadKubeConfigFile(path.toStdString(), kube::KubeFiles::system());
    QVERIFY(config.has_value());
    const auto claims = kube::readJwt(config->users.front().token.reveal());
    QVERIFY(claims.has_value());
    QCOMPARE(claims->subject, std::string("system:serviceaccount:default:keeper"));
    QCOMPARE(claims->namespaceName + '/' + claims->serviceAccount, std::string("default/keeper"));
    QCOMPARE(claims->expiresAt->seconds - claims->issuedAt->seconds, std::int64_t(3600));
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<account::TokenDialog *>(), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/keeper"), QStringLiteral("role/keeper"), QStringLiteral("rolebinding/keeper")});
}

/// A binding changes the one card, a policy the other; neither changes both. Nobody runs these pods, so their addresses are given by hand.
void AccountStories::twoPodsAreToldByWhatBindingsAndPoliciesSay()
{
    m_first.apply(pod("reacher") + pod("reached"));
    for (const auto &[name, address] : {std::pair("pod/reacher", "10.9.0.1"), std::pair("pod/reached", "10.9.0.2")})
        m_first.kubectl({QStringLiteral("patch"), QString::fromLatin1(name), QStringLiteral("--subresource=status"), QStringLiteral("--type=merge"), QStringLiteral("-p"),
                         QStringLiteral("{\"status\":{\"phase\":\"Running\",\"podIP\":\"%1\",\"podIPs\":[{\"ip\":\"%1\"}]}}").arg(QString::fromLatin1(address))});
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("reach#pair:default/reacher..default/reached")));
    reach::ReachPage *page = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((page = m_window->findChild<reach::ReachPage *>()) && page->isSettled() && page->pane().apiCard().isVisible(), Patience);
    const auto api = [page] { return page->pane().apiCard().card().verdict; };
    const auto network = [page] { return page->pane().networkCard().card(); };
    QVERIFY2(api().endsWith(QStringLiteral("No. Nothing allows it.")), qPrintable(api()));
    const QString before = network().verdict;
    QVERIFY2(before.endsWith(QStringLiteral("Yes. Nothing stops it.")), qPrintable(before));
    m_first.apply(mayRead);
    QTRY_VERIFY_WITH_TIMEOUT(api().endsWith(QStringLiteral("Yes.")), Patience);
    QCOMPARE(network().verdict, before);
    const QStringList question = page->command().split(u' ');
    const auto serverAgrees = [&] { return QProcess::execute(variable("KUBECTL"), QStringList{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin"))} + question.mid(1)) == 0; };
    QTRY_VERIFY_WITH_TIMEOUT(serverAgrees(), Patience);     // asked as the page says it
    m_first.apply(shut);
    QTRY_VERIFY_WITH_TIMEOUT(network().reasons.contains(QStringLiteral("default/reach-shut")), Patience);
    QCOMPARE(network().meaning, base::Meaning::Warning);        // nothing is seen here that enforces it
    QVERIFY(api().endsWith(QStringLiteral("Yes.")));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding/reach-read"), QStringLiteral("networkpolicy/reach-shut"), QStringLiteral("pod/reacher"), QStringLiteral("pod/reached")});
}

} // namespace stories
