#include "tests/e2e/stories/Story.h"

#include "app/Features.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/table/TablePage.h"

#include <QAbstractButton>

namespace stories {

namespace {

QByteArray token;    ///< of all stories: what is in the clusters is made once

} // namespace

Story::Story() : m_first{variable("FIRST")}, m_second{variable("SECOND")} { }

void Story::initTestCase()
{
    QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb"));
    base::Theme::instance().apply(base::ThemeChoice::Light);
    if (!token.isEmpty())
        return;
    m_first.apply(pod("alpha") + pod("beta") + pod("gamma") + "{apiVersion: v1, kind: ServiceAccount, metadata: {name: nobody, namespace: default}}");
    token = m_first.kubectl({QStringLiteral("create"), QStringLiteral("token"), QStringLiteral("nobody")}).trimmed();
    m_second.apply(pod("delta"));
}

QByteArray Story::nobodysToken()
{
    return token;
}

void Story::init()
{
    m_kubeconfigs = m_folder.path() + u'/' + QString::fromUtf8(QTest::currentTestFunction());
    QVERIFY(QDir().mkpath(m_kubeconfigs));
    const auto renamed = [](const RealCluster &real, const QString &user, const QByteArray &name) {
        const QByteArray old = user.toUtf8();
        return contentOf(real.kubeconfig(user)).replace("name: " + old + ",", "name: " + name + ",").replace("current-context: " + old, "current-context: " + name);
    };
    writeFile(m_kubeconfigs + QStringLiteral("/one"), renamed(m_first, QStringLiteral("admin"), "one"));
    writeFile(m_kubeconfigs + QStringLiteral("/two"), renamed(m_second, QStringLiteral("token"), "two"));
    writeFile(m_kubeconfigs + QStringLiteral("/nobody"), renamed(m_first, QStringLiteral("viewer"), "nobody").replace("viewer-token", token));

    kube::CatalogSources sources;
    sources.places.home = m_folder.path().toStdString() + "/nowhere";
    sources.added = {m_kubeconfigs.toStdString()};
    m_executor = std::make_unique<base::EventLoopExecutor>();
    m_registry = std::make_unique<base::Registry>();
    m_features = allFeatures();
    for (const auto &feature : m_features)
        feature->addTo(*m_registry);
    cluster::Network::Settings network;
    network.stateFolder = m_folder.path().toStdString() + "/state";
    m_clusters = std::make_unique<cluster::Clusters>(sources, network, *m_executor);
    m_window = std::make_unique<shell::MainWindow>(*m_clusters, *m_registry);
    m_window->resize(1200, 760);
    m_window->show();
    m_window->showCatalog();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), Patience));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->entries().size(), 3U, Patience);
}

void Story::cleanup()
{
    m_window.reset();
    m_clusters.reset();
    m_registry.reset();
    m_features.clear();
    m_executor.reset();
}

cluster::ConnectedCluster *Story::connectTo(const QString &context)
{
    for (const kube::CatalogEntry &entry : m_clusters->entries()) {
        if (entry.context.context != context.toStdString())
            continue;
        cluster::ConnectedCluster *cluster = m_clusters->connectTo(cluster::EntryId::of(entry));
        if (cluster)
            m_window->showCluster(cluster);
        return cluster;
    }
    return nullptr;
}

table::TablePage *Story::tableOf(cluster::ConnectedCluster *cluster, const QString &kind)
{
    table::TablePage *found = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *page : m_window->findChildren<table::TablePage *>()) {
            if (page->address().place == kind && &page->cluster() == cluster)
                found = page;
        }
        return found != nullptr;
    }, Patience);
    return found;
}

QStringList Story::names(table::TablePage *page) const
{
    QStringList names;
    for (int row = 0; row < page->model().rowCount(); ++row)
        names << QString::fromStdString(page->model().key(row)).section(u'/', -1);
    names.sort();
    return names;
}

bool Story::showsNotice(QWidget *page, const QString &text) const
{
    const auto notices = page->findChildren<base::StateNotice *>();
    return std::ranges::any_of(notices, [&](base::StateNotice *notice) { return notice->isVisible() && notice->accessibleName().contains(text); });
}

QAbstractButton *Story::buttonNamed(const QString &name) const
{
    for (auto *each : m_window->findChildren<QAbstractButton *>()) {
        if (each->isVisible() && each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

} // namespace stories
