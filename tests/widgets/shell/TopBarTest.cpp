#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "widgets/base/PlainText.h"
#include "widgets/shell/TopBar.h"

#include <QTest>

#include <algorithm>

class TopBarTest : public QObject
{
    Q_OBJECT

    base::EventLoopExecutor m_executor;

    bool saysReadOnly(kube::Access access)
    {
        cluster::Network::Settings settings;
        settings.access = access;
        cluster::Clusters clusters({}, settings, m_executor);
        shell::TopBar bar(clusters);
        bar.show();
        const auto labels = bar.findChildren<base::PlainLabel *>();
        return std::ranges::any_of(labels, [](const base::PlainLabel *label) { return label->isVisible() && label->text() == QLatin1String("Read-only"); });
    }

private Q_SLOTS:
    void aReadOnlyProgramSaysSo()
    {
        QVERIFY(saysReadOnly(kube::Access::ReadOnly));
        QVERIFY(!saysReadOnly(kube::Access::ReadWrite));
    }
};

QTEST_MAIN(TopBarTest)
#include "TopBarTest.moc"
