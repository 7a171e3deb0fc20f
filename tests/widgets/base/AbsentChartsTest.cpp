#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/kube/ResourceType.h"
#include "widgets/base/AbsentCharts.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Page.h"
#include "widgets/base/StateNotice.h"

#include <QPushButton>
#include <QTest>

#include <memory>

using namespace base;

/// A build without Qt Charts opens what a build with it opens, and says what is missing.
class AbsentChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsPageSaysThatThereAreNoChartsAndLeadsToNumbers()
    {
        EventLoopExecutor executor;
        cluster::Clusters clusters({}, {}, executor);
        Registry registry;
        AbsentCharts().addTo(registry);
        const PageEntry *entry = registry.page(QStringLiteral("metrics"));
        QVERIFY(entry && !entry->title.translated().isEmpty() && !entry->sidebar.translated().isEmpty());
        QWidget window;
        Page *page = entry->make(clusters, nullptr, &window);
        QCOMPARE(page->address().toString(), QStringLiteral("metrics"));
        QCOMPARE(page->title(), QStringLiteral("Metrics"));
        QVERIFY(page->command().contains(QStringLiteral("kubectl top pods")));
        expectNotice(*page);
        QCOMPARE(placesBehind(*page), (QStringList{QStringLiteral("nodes"), QStringLiteral("pods"), QStringLiteral("promql")}));
    }

    void theTabLeadsToTheTableOfItsKind()
    {
        EventLoopExecutor executor;
        cluster::Network network{{}};
        settings::Settings settings(executor);
        cluster::ConnectedCluster cluster(network, executor, {});
        ClusterView view(cluster, settings);
        Registry registry;
        AbsentCharts().addTo(registry);
        const ObjectTabEntry &entry = registry.objectTabs().front();
        const auto tabOf = [&](const Address &object) { return std::unique_ptr<ObjectTab>(entry.make(view, {}, object)); };
        const auto node = tabOf({QStringLiteral("nodes"), {}, QStringLiteral("worker-1"), {}});
        expectNotice(*node);
        QCOMPARE(placesBehind(*node).front(), QStringLiteral("nodes"));
        QCOMPARE(node->command(), QStringLiteral("kubectl top node worker-1"));
        const auto pod = tabOf({QStringLiteral("pods"), QStringLiteral("shop"), QStringLiteral("web 0"), {}});
        QCOMPARE(placesBehind(*pod).front(), QStringLiteral("pods"));
        QCOMPARE(pod->command(), QStringLiteral("kubectl top pod 'web 0' -n shop --containers"));
        const auto claim = tabOf({QStringLiteral("persistentvolumeclaims"), QStringLiteral("shop"), QStringLiteral("data"), {}});
        expectNotice(*claim);
        QVERIFY(claim->command().isEmpty());
    }

    void theTabIsThereForWhatWouldHaveCharts()
    {
        Registry registry;
        AbsentCharts().addTo(registry);
        const auto tabsOf = [&registry](const char *group, const char *resource) { return registry.objectTabs({group, "v1", resource, {}, {}, true, {}, {}, {}, {}}).size(); };
        QCOMPARE(tabsOf("", "pods"), std::size_t(1));
        QCOMPARE(tabsOf("apps", "deployments"), std::size_t(1));
        QCOMPARE(tabsOf("", "configmaps"), std::size_t(0));
    }

private:
    static void expectNotice(const QWidget &place)
    {
        const auto *notice = place.findChild<StateNotice *>();
        QVERIFY(notice);
        QCOMPARE(notice->accessibleName(), QStringLiteral("This build has no charts"));
        QVERIFY(notice->accessibleDescription().contains(QStringLiteral("Qt Charts")));
        QVERIFY(notice->accessibleDescription().contains(QStringLiteral("wheelhouse top pods")));
    }
    /// What its buttons open, in their order.
    template<typename Place>
    static QStringList placesBehind(Place &place)
    {
        QStringList places;
        const auto connection = QObject::connect(&place, &Place::openRequested, &place, [&places](const Address &address) { places << address.toString(); });
        for (auto *button : place.template findChildren<QPushButton *>())
            button->click();
        QObject::disconnect(connection);
        return places;
    }
};

QTEST_MAIN(AbsentChartsTest)
#include "AbsentChartsTest.moc"
