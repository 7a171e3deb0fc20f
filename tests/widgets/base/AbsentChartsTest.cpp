#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/kube/ResourceType.h"
#include "widgets/base/AbsentCharts.h"
#include "widgets/base/Page.h"
#include "widgets/base/StateNotice.h"

#include <QTest>

using namespace base;

/// A build without Qt Charts opens what a build with it opens, and says what is missing.
class AbsentChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsPagesSayThatThereAreNoCharts()
    {
        EventLoopExecutor executor;
        cluster::Clusters clusters({}, {}, executor);
        Registry registry;
        AbsentCharts().addTo(registry);
        for (const char *name : {"metrics", "promql"}) {
            const PageEntry *entry = registry.page(QString::fromLatin1(name));
            QVERIFY2(entry, name);
            QWidget window;
            const Page *page = entry->make(clusters, nullptr, &window);
            QCOMPARE(page->address().toString(), QString::fromLatin1(name));
            QVERIFY(!page->title().isEmpty());
            const auto *notice = page->findChild<StateNotice *>();
            QVERIFY(notice);
            QCOMPARE(notice->accessibleName(), QStringLiteral("This build has no charts"));
            QVERIFY(notice->accessibleDescription().contains(QStringLiteral("Qt Charts")));
        }
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
};

QTEST_MAIN(AbsentChartsTest)
#include "AbsentChartsTest.moc"
