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
    auto *page = m_window->findChild<rbac::WhatIfPage *>();
    if (!page)
        return nullptr;
    (void)QTest::qWaitFor([&] { return page->pane().isVisible(); }, Patience);
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

} // namespace stories
