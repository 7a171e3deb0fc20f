#include "tests/e2e/stories/WhatIfStories.h"

#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"
#include "widgets/rbac/WhatIfPage.h"
#include "widgets/rbac/WhatIfPane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QScopeGuard>

#include <algorithm>

namespace stories {

namespace {

constexpr const char *setting = "{apiVersion: v1, kind: Namespace, metadata: {name: billing}}\n---\n"
                                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: asker, namespace: default}}\n---\n"
                                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: worker, namespace: default}}";

constexpr const char *draft = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: worker\n  namespace: billing\nrules:\n"
                              "- apiGroups: ['']\n  resources: [pods, pods/log]\n  verbs: [get, list]\n- apiGroups: [apps]\n  resources: [deployments]\n  resourceNames: [web]\n  verbs: [patch]\n"
                              "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: worker\n  namespace: billing\n"
                              "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: worker}\nsubjects:\n- {kind: ServiceAccount, name: worker, namespace: default}\n";

/// Who drafts may read what rights are made of, and write accounts and roles of its namespace; RULE is what differs.
constexpr const char *writer = R"({apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: drafter-reads}, rules: [
  {apiGroups: [rbac.authorization.k8s.io], resources: ['*'], verbs: [get, list, watch]},
  {apiGroups: [''], resources: [pods, serviceaccounts, namespaces, resourcequotas], verbs: [get, list, watch]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: drafter-reads}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: drafter-reads},
  subjects: [{kind: ServiceAccount, name: nobody, namespace: default}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: drafter, namespace: default}, rules: [
  {apiGroups: [''], resources: [serviceaccounts], verbs: [create, patch]}, {apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [create, patch]}RULE]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: drafter, namespace: default}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: drafter},
  subjects: [{kind: ServiceAccount, name: nobody, namespace: default}]}
)";

constexpr const char *together = "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: together, namespace: default}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: together},"
                                 " subjects: [{kind: ServiceAccount, name: together, namespace: default}]}\n---\n"
                                 "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: together, namespace: default}, rules: [{apiGroups: [''], resources: [WHAT], verbs: [get]}]}\n---\n"
                                 "{apiVersion: v1, kind: ServiceAccount, metadata: {name: together, namespace: default}}\n";

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

} // namespace

rbac::AccessPane *WhatIfStories::accessOf(const char *account, cluster::ConnectedCluster *cluster)
{
    m_window->showCluster(cluster, *base::Address::parse(QStringLiteral("serviceaccounts/default/%1#access").arg(QLatin1String(account))));
    rbac::AccessPane *pane = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *each : m_window->findChildren<rbac::AccessPane *>())
            pane = each->isVisible() && each->picture() ? each : pane;
        return pane != nullptr;
    }, Patience);
    return pane;
}

rbac::WhatIfPage *WhatIfStories::whatIf(cluster::ConnectedCluster *cluster, const QByteArray &yaml)
{
    m_window->showCluster(cluster, {QStringLiteral("what-if"), {}, {}, {}});
    rbac::WhatIfPage *page = nullptr;
    if (!QTest::qWaitFor([&] { return (page = m_window->findChild<rbac::WhatIfPage *>()) && page->pane().isVisible(); }, Patience))
        return nullptr;
    page->pane().drafts().addText(yaml.toStdString());
    (void)QTest::qWaitFor([&] { return page->isSettled() && page->pane().effect().rights().rowCount() > 0; }, Patience);
    return page;
}

bool WhatIfStories::may(const QString &account, const QStringList &words) const
{
    const QStringList question{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin")), QStringLiteral("auth"), QStringLiteral("can-i"), QStringLiteral("--quiet"),
                               QStringLiteral("--as=system:serviceaccount:default:") + account};
    return QProcess::execute(variable("KUBECTL"), question + words) == 0;
}

bool WhatIfStories::may(const rbac::RightChange &change) const
{
    const rbac::Right &right = change.right;
    QString resource = QString::fromStdString(right.apiGroup.empty() ? right.resource : right.resource + '.' + right.apiGroup);
    if (!right.names.empty())
        resource += u'/' + QString::fromStdString(right.names.front());
    QStringList words{QString::fromStdString(right.verb), resource, QStringLiteral("-n"), QString::fromStdString(right.namespaceName)};
    if (!right.subresource.empty())
        words << QStringLiteral("--subresource=") + QString::fromStdString(right.subresource);
    return may(QString::fromStdString(change.identity.name), words);
}

/// An account of one namespace asks for what is in another one.
void WhatIfStories::aRefusedReadIsMendedByTheYamlThatIsOffered()
{
    const QStringList listPods{QStringLiteral("list"), QStringLiteral("pods"), QStringLiteral("-n"), QStringLiteral("billing")};
    m_first.apply(setting);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::AccessPane *pane = accessOf("asker", one);
    QVERIFY(pane);
    QVERIFY(!may(QStringLiteral("asker"), listPods));
    pane->askBar().ask(QStringLiteral("can list pods in billing"));
    rbac::AnswerView &answer = pane->answerView();
    QTRY_VERIFY_WITH_TIMEOUT(answer.verdict().endsWith(QStringLiteral("No. Nothing allows it.")), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(answer.mayApply(), QStringLiteral("✓ You may apply it"), Patience);
    const QString yaml = answer.yaml();
    QVERIFY(yaml.contains(QStringLiteral("namespace: billing")));

    buttonNamed(QStringLiteral("Show who would gain what by this, and change it"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<rbac::WhatIfPage *>(), Patience);
    auto *page = m_window->findChild<rbac::WhatIfPage *>();
    rbac::EffectPane &effect = page->pane().effect();
    QTRY_VERIFY_WITH_TIMEOUT(page->isSettled() && effect.rights().rowCount() == 1, Patience);
    QCOMPARE(effect.rights().change(0).identity.text(), std::string("ServiceAccount/default/asker"));
    QCOMPARE(QByteArray::fromStdString(effect.rights().change(0).right.verb), QByteArray("list"));
    QVERIFY(!may(effect.rights().change(0)));

    m_first.apply(effect.output().toUtf8());
    QTRY_VERIFY_WITH_TIMEOUT(may(QStringLiteral("asker"), listPods), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(effect.output().isEmpty(), Patience);      // everything is so already
    pane = accessOf("asker", one);
    QVERIFY(pane);
    QTRY_VERIFY_WITH_TIMEOUT(answer.verdict().endsWith(QStringLiteral("Yes.")), Patience);
    QAbstractButton *verify = buttonNamed(QStringLiteral("Ask the server whether it says the same"));
    QVERIFY(verify);
    verify->click();
    QTRY_VERIFY_WITH_TIMEOUT(says(answer, QStringLiteral("✓ The server says the same")), Patience);
    // Pods change the picture and nothing that the server said.
    m_first.apply("{apiVersion: v1, kind: Pod, metadata: {name: asking, namespace: default}, spec: {serviceAccountName: asker, containers: [{name: main, image: busybox}]}}");
    QTRY_VERIFY_WITH_TIMEOUT(!pane->picture()->boxesOf({"Pod/default/asking"}).empty(), Patience);
    QVERIFY(says(answer, QStringLiteral("✓ The server says the same")));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("pod/asking"), QStringLiteral("--wait=false")});
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("roles,rolebindings"), QStringLiteral("--all"), QStringLiteral("-n"), QStringLiteral("billing")});
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/asker"), QStringLiteral("serviceaccount/worker"), QStringLiteral("--wait=false")});
}

/// What is told to be gained is refused before and allowed after kubectl applied the page's YAML; then its end is drafted.
void WhatIfStories::aDraftGivesWhatIsSaidBefore()
{
    const QByteArray mine = QByteArray(draft).replace("billing", "default");
    m_first.apply(setting);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::WhatIfPage *page = whatIf(one, mine);
    QVERIFY(page);
    rbac::EffectPane &effect = page->pane().effect();
    QTRY_COMPARE_WITH_TIMEOUT(effect.rights().rowCount(), 5, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(effect.verdict(), QStringLiteral("✓ You may apply it"), Patience);
    std::vector<rbac::RightChange> gained;
    for (int row = 0; row < effect.rights().rowCount(); ++row)
        gained.push_back(effect.rights().change(row));
    for (const rbac::RightChange &change : gained)
        QVERIFY2(!may(change), change.right.verb.c_str());
    m_first.apply(effect.output().toUtf8());
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(gained, [this](const rbac::RightChange &change) { return may(change); }), Patience);
    QVERIFY(!may(QStringLiteral("worker"), {QStringLiteral("delete"), QStringLiteral("pods"), QStringLiteral("-n"), QStringLiteral("default")}));
    QTRY_COMPARE_WITH_TIMEOUT(effect.rights().rowCount(), 0, Patience);

    page->pane().drafts().remove({"RoleBinding", "default", "worker"});
    QTRY_COMPARE_WITH_TIMEOUT(effect.rights().rowCount(), 5, Patience);
    QVERIFY(!effect.rights().isGained(0));
    effect.showCommands(true);
    QVERIFY(effect.output().contains(QStringLiteral("delete rolebinding worker -n default")));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding/worker"), QStringLiteral("role/worker"), QStringLiteral("-n"), QStringLiteral("default")});
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(gained, [this](const rbac::RightChange &change) { return may(change); }), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/asker"), QStringLiteral("serviceaccount/worker"), QStringLiteral("--wait=false")});
}

/// The server refuses what the page says would be refused.
void WhatIfStories::whoMayNotApplyItIsToldBefore()
{
    const QByteArray file = m_folder.filePath(QStringLiteral("draft.yaml")).toUtf8();
    const QByteArray mine = QByteArray(draft).replace("billing", "default");
    writeFile(QString::fromUtf8(file), mine);
    cluster::ConnectedCluster *nobody = connectTo(QStringLiteral("nobody"));
    m_window->showCluster(nobody, {QStringLiteral("what-if"), {}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<rbac::WhatIfPage *>() && m_window->findChild<rbac::WhatIfPage *>()->pane().isVisible(), Patience);
    auto *page = m_window->findChild<rbac::WhatIfPage *>();
    page->pane().drafts().addText(mine.toStdString());
    // Who may read no bindings does not know what their groups give them.
    QTRY_VERIFY_WITH_TIMEOUT(page->pane().effect().verdict().contains(QStringLiteral("Not known whether you may apply it")), Patience);
    QProcess kubectl;
    kubectl.start(variable("KUBECTL"), {QStringLiteral("--kubeconfig"), m_kubeconfigs + QStringLiteral("/nobody"), QStringLiteral("create"), QStringLiteral("--dry-run=server"), QStringLiteral("-f"), QString::fromUtf8(file)});
    QVERIFY(kubectl.waitForFinished(Patience));
    QVERIFY(kubectl.exitCode() != 0 && kubectl.readAllStandardError().contains("forbidden"));
}

void WhatIfStories::ofEachDraftItIsSaidWhetherKubectlIsLet_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QStringList>("verdicts");      // of the binding, the role, the account
    const QString yes = QStringLiteral("✓ Yes"), no = QStringLiteral("✕ No");
    const QByteArray bindings = ", {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create, patch]}";
    QTest::newRow("the role is covered, and may be bound as soon as it is there") << bindings << QByteArray("pods") << QStringList{yes, yes, yes};
    QTest::newRow("no binding may be written") << QByteArray() << QByteArray("pods") << QStringList{no, yes, yes};
    QTest::newRow("what the role gives is not held") << bindings << QByteArray("secrets") << QStringList{no, no, yes};
    QTest::newRow("bind alone makes no role") << bindings + ", {apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [together], verbs: [bind]}" << QByteArray("secrets") << QStringList{yes, no, yes};
    QTest::newRow("escalate alone binds none") << bindings + ", {apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate]}" << QByteArray("secrets") << QStringList{no, yes, yes};
}

/// What is said of each of three objects that are drafted together is what the real server does when kubectl applies them.
void WhatIfStories::ofEachDraftItIsSaidWhetherKubectlIsLet()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, given);
    QFETCH(QStringList, verdicts);
    const QStringList objects{QStringLiteral("rolebinding/together"), QStringLiteral("role/together"), QStringLiteral("serviceaccount/together")};
    const auto clear = qScopeGuard([&] {
        m_first.kubectl(QStringList{QStringLiteral("delete"), QStringLiteral("--ignore-not-found"), QStringLiteral("--wait=false"), QStringLiteral("rolebinding/drafter"), QStringLiteral("role/drafter"),
                                    QStringLiteral("clusterrolebinding/drafter-reads"), QStringLiteral("clusterrole/drafter-reads")} + objects);
    });
    m_first.apply(QByteArray(writer).replace("RULE", rule));
    QTRY_VERIFY_WITH_TIMEOUT(may(QStringLiteral("nobody"), {QStringLiteral("list"), QStringLiteral("clusterrolebindings")}), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(may(QStringLiteral("nobody"), {QStringLiteral("create"), QStringLiteral("roles")}), Patience);
    cluster::ConnectedCluster *nobody = connectTo(QStringLiteral("nobody"));
    rbac::WhatIfPage *page = whatIf(nobody, QByteArray(together).replace("WHAT", given));
    QVERIFY(page);
    const auto told = [&] {
        QStringList out;
        for (int row = 0; row < page->pane().drafts().model().count(); ++row)
            out << page->pane().drafts().model().index(row, rbac::DraftsModel::MayApply).data().toString();
        return out;
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(), verdicts, Patience);

    const QString file = m_folder.filePath(QStringLiteral("together.yaml"));
    writeFile(file, page->pane().effect().output().toUtf8());
    QProcess kubectl;
    kubectl.setProcessChannelMode(QProcess::MergedChannels);
    kubectl.start(variable("KUBECTL"), {QStringLiteral("--kubeconfig"), m_kubeconfigs + QStringLiteral("/nobody"), QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY(kubectl.waitForFinished(Patience));
    const QByteArray output = kubectl.readAll();
    QVERIFY2((kubectl.exitCode() == 0) == !verdicts.contains(QStringLiteral("✕ No")), output.constData());
    for (qsizetype i = 0; i < objects.size(); ++i) {
        const QStringList get{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin")), QStringLiteral("get"), objects[i]};
        QVERIFY2((QProcess::execute(variable("KUBECTL"), get) == 0) == verdicts[i].endsWith(QStringLiteral("Yes")), (objects[i].toUtf8() + '\n' + output).constData());
    }
}

} // namespace stories
