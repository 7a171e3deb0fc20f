#include "tests/e2e/stories/RiskStories.h"

#include "models/kube/Api.h"
#include "widgets/base/PlainTable.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/ComparePage.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RisksPage.h"

#include <algorithm>
#include <map>

namespace stories {

namespace {

constexpr const char *maker =
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: maker, namespace: default}}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: kube-system}, rules: [{verbs: [create], apiGroups: [''], resources: [pods]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: maker, namespace: kube-system}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker}, subjects: [{kind: ServiceAccount, name: maker, namespace: default}]}";

std::string bindingNamed(const std::string &name)
{
    return R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":")" + name + R"(","namespace":"default"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},)"
        + R"("subjects":[{"kind":"ServiceAccount","name":"maker","namespace":"default"}]})";
}

/// The row of that risk of the account; -1: it is not found.
int rowOf(const rbac::RisksPage &page, std::string_view id)
{
    for (int row = 0; row < page.model().rowCount(); ++row)
        if (const rbac::Risk &risk = page.model().risk(row); risk.id == id && risk.subject.text() == "ServiceAccount/default/maker")
            return row;
    return -1;
}

bool isDrawn(rbac::AccessPane &pane, const std::string &reference) { return pane.picture() && !pane.picture()->boxesOf({reference}).empty(); }

std::map<std::string, QRect> placesIn(rbac::AccessPane &pane)
{
    std::map<std::string, QRect> out;
    for (const graph::Scene::Node &node : pane.graph().scene()->nodes())
        if (!node.box.matrix)
            out.emplace(node.box.id, pane.graph().rectOf({pane.graph().scene()->find(node.box.id)}));
    return out;
}

} // namespace

rbac::RisksPage *RiskStories::risksOf(cluster::ConnectedCluster *cluster)
{
    m_window->showCluster(cluster, *base::Address::parse(QStringLiteral("risks")));
    rbac::RisksPage *page = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        for (auto *each : m_window->findChildren<rbac::RisksPage *>())
            page = each->isVisible() ? each : page;
        return page && page->isSettled();
    }, Patience);
    return isThere ? page : nullptr;
}

rbac::AccessPane *RiskStories::accessOf(cluster::ConnectedCluster *cluster, const QString &account)
{
    m_window->showCluster(cluster, *base::Address::parse(QStringLiteral("serviceaccounts/default/%1#access").arg(account)));
    rbac::AccessPane *pane = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        for (auto *each : m_window->findChildren<rbac::AccessPane *>())
            pane = each->isVisible() ? each : pane;
        return pane && isDrawn(*pane, "RoleBinding/kube-system/maker");
    }, Patience);
    return isThere ? pane : nullptr;
}

void RiskStories::aBindingThatMakesPodsInKubeSystemIsFoundDrawnAndCut()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::RisksPage *page = risksOf(one);
    QVERIFY(page);
    QCOMPARE(rowOf(*page, "R24"), -1);
    m_first.apply(maker);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(*page, "R24") >= 0, Patience);
    const rbac::Risk risk = page->model().risk(rowOf(*page, "R24"));
    QCOMPARE(risk.namespaceName, std::string("kube-system"));
    QCOMPARE(risk.severity, rbac::Severity::Critical);
    page->table().selectRow(rowOf(*page, "R24"));
    QTRY_VERIFY_WITH_TIMEOUT(page->pane().graph().scene()->find("RoleBinding/kube-system/maker") >= 0 && page->pane().graph().scene()->find("rule") >= 0, Patience);
    QCOMPARE(page->pane().commands(), QStringLiteral("kubectl --context one delete rolebinding maker -n kube-system"));
    QVERIFY(page->pane().cut().contains(QStringLiteral("Without RoleBinding kube-system/maker")));
    QTRY_VERIFY_WITH_TIMEOUT(page->pane().isComplete(), Patience);
    QVERIFY(page->pane().ways().size() > 1);       // a node, at least

    m_first.kubectl(page->pane().commands().split(u' ').mid(3));        // the context is of the window's kubeconfigs
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(*page, "R24"), -1, Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/maker")});
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("role/maker"), QStringLiteral("-n"), QStringLiteral("kube-system")});
}

void RiskStories::oneIdentityIsComparedInTwoClusters()
{
    m_first.apply(maker);
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    QVERIFY(tableOf(two));
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("access-compare#of:first=ServiceAccount/default/maker&second=ServiceAccount/default/maker&with=two")));
    rbac::ComparePage *page = nullptr;
    const auto onlyHere = [&](rbac::Side side) {
        page = m_window->findChild<rbac::ComparePage *>();
        return page && page->list() && std::ranges::any_of(page->list()->all->rights, [&](const rbac::ComparedRight &each) { return each.side == side && each.right.verb == "create" && each.right.namespaceName == "kube-system"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(onlyHere(rbac::Side::OnlyFirst), Patience);
    page->swap();
    QTRY_VERIFY_WITH_TIMEOUT(onlyHere(rbac::Side::OnlySecond), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding/maker"), QStringLiteral("role/maker"), QStringLiteral("-n"), QStringLiteral("kube-system")});
    QTRY_VERIFY_WITH_TIMEOUT(!onlyHere(rbac::Side::OnlySecond), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/maker")});
}

/// Each with longer words than the one before. How soon is printed; a slow machine fails nothing.
void RiskStories::aNewBindingIsSoonInTheOpenGraphAndNothingElseMoves()
{
    m_first.apply(maker);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::AccessPane *pane = accessOf(one, QStringLiteral("maker"));
    QVERIFY(pane);
    QTRY_VERIFY_WITH_TIMEOUT(!(pane->graph().camera() == graph::Camera()), Patience);
    QList<qint64> times;
    QStringList made;
    for (int i = 0; i < 5; ++i) {
        const std::string name = "late-" + std::string(std::size_t(4 * i), 'r') + std::to_string(i), reference = "RoleBinding/default/" + name;
        made << QStringLiteral("rolebinding/") + QString::fromStdString(name);
        const auto before = placesIn(*pane);
        kube::ApiRequest request;
        request.method = http::Method::Post;
        request.path = "/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings";
        request.contentType = "application/json";
        request.body = bindingNamed(name);
        QElapsedTimer since;
        since.start();
        const base::Job job = one->api().fetch(request, [](base::Result<kube::ApiAnswer>) { });
        while (!isDrawn(*pane, reference) && !since.hasExpired(Patience))
            QCoreApplication::processEvents();
        times << since.elapsed();
        QVERIFY(isDrawn(*pane, reference));
        const auto after = placesIn(*pane);
        for (const auto &[box, place] : before)
            QVERIFY2(after.contains(box) && after.at(box) == place, box.c_str());
    }
    std::ranges::sort(times);
    qInfo("a new binding is in the graph %lld ms after it was asked for (slowest %lld ms)", static_cast<long long>(times[2]), static_cast<long long>(times.back()));
    m_first.kubectl(QStringList{QStringLiteral("delete"), QStringLiteral("serviceaccount/maker")} + made);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding/maker"), QStringLiteral("role/maker"), QStringLiteral("-n"), QStringLiteral("kube-system")});
}

} // namespace stories
