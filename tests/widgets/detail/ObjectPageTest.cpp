#include "Watched.h"

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/settings/Settings.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/DetailFeature.h"
#include "widgets/detail/ObjectPage.h"
#include "widgets/detail/YamlTab.h"

#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <optional>

namespace {

/// A tab that tells what it was asked for.
class PlainTab final : public base::ObjectTab
{
public:
    explicit PlainTab(QString command) : m_command(std::move(command)) { }
    QString command() const override { return m_command; }

private:
    QString m_command;
};

base::ObjectTabEntry entry(const char *name, int *made)
{
    return {QString::fromUtf8(name), [name] { return QString::fromUtf8(name).toUpper(); }, 0, {},
            [name, made](base::ClusterView &, const kube::ResourceType &, const base::Address &object) -> base::ObjectTab * {
                ++*made;
                return new PlainTab(QString::fromUtf8(name) + u' ' + object.name);
            }};
}

} // namespace

/// The frame around the tabs: what the object is called, how it is, and how fresh that is.
class ObjectPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<base::EventLoopExecutor> consumer;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<cluster::Network> network;
    std::unique_ptr<cluster::ConnectedCluster> nowhere;
    std::unique_ptr<base::ClusterView> view;
    std::unique_ptr<Watched> watched;
    std::unique_ptr<detail::ObjectPage> page;
    std::vector<base::ObjectTabEntry> entries;
    int made = 0;

    QString header() const
    {
        QStringList texts;
        for (const base::PlainLabel *label : page->findChildren<base::PlainLabel *>()) {
            if (!qobject_cast<base::StateNotice *>(label->parentWidget()) && !label->text().isEmpty())
                texts << label->text();
        }
        return texts.join(u' ');
    }
    const base::StateNotice *strip() const
    {
        const auto *notice = page->findChild<base::StateNotice *>(QString(), Qt::FindDirectChildrenOnly);
        return notice->isVisible() ? notice : nullptr;
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void theHeaderSaysHowItIs();
    void tabsAreMadeWhenLookedAt();
    void anAddressLeadsToItsTab();
    void aDeletedObjectKeepsItsLastStateAndSaysSo();
    void aServerThatIsGoneMakesItStale();
    void theFeatureGivesEveryObjectItsTabs();
};

void ObjectPageTest::init()
{
    base::Theme::instance().apply(base::ThemeChoice::Light);
    consumer = std::make_unique<base::EventLoopExecutor>();
    settings = std::make_unique<settings::Settings>(*consumer);
    network = std::make_unique<cluster::Network>(cluster::Network::Settings{});
    nowhere = std::make_unique<cluster::ConnectedCluster>(*network, *consumer, kube::CatalogEntry{});
    view = std::make_unique<base::ClusterView>(*nowhere, *settings);
    watched = std::make_unique<Watched>();
    made = 0;
    entries = {entry("first", &made), entry("second", &made)};
    page = std::make_unique<detail::ObjectPage>(*view, base::Address{QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-0"), {}}, watched->object(),
                                                std::vector<const base::ObjectTabEntry *>{&entries[0], &entries[1]});
    page->show();
}

void ObjectPageTest::cleanup()
{
    page.reset();
    watched.reset();
    view.reset();
    nowhere.reset();
    settings.reset();
    network.reset();
    consumer.reset();
}

void ObjectPageTest::theHeaderSaysHowItIs()
{
    QCOMPARE(header(), QStringLiteral("web-0 Pod · team-a ↻ connecting"));
    QVERIFY(!page->isSettled());
    const QSignalSpy settled(page.get(), &base::Page::settled);
    watched->makeLive("pods", {Watched::pod("5")});
    QCOMPARE(header(), QStringLiteral("web-0 Pod · team-a · ✓ Running ✓ live"));
    QVERIFY(page->isSettled());
    QVERIFY(!settled.isEmpty());
    QVERIFY(!strip());
    QCOMPARE(page->title(), QStringLiteral("Pod web-0"));
    watched->say("pods", "MODIFIED", Watched::pod("6", {}, "Failed"));
    QVERIFY(header().contains(QStringLiteral("✕ Failed")));
}

void ObjectPageTest::tabsAreMadeWhenLookedAt()
{
    page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    QCOMPARE(made, 1);
    QCOMPARE(page->command(), QStringLiteral("first web-0"));
    const QSignalSpy commands(page.get(), &base::Page::commandChanged);
    QTest::keyClick(page.get(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(made, 2);
    QCOMPARE(page->command(), QStringLiteral("second web-0"));
    QVERIFY(!commands.isEmpty());
    QCOMPARE(page->address().toString(), QStringLiteral("pods/team-a/web-0#second"));
    QTest::keyClick(page.get(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(made, 2);
    QCOMPARE(page->address().toString(), QStringLiteral("pods/team-a/web-0"));
}

void ObjectPageTest::anAddressLeadsToItsTab()
{
    page->showAgain(*base::Address::parse(QStringLiteral("pods/team-a/web-0#second")));
    QCOMPARE(page->findChild<QTabBar *>()->currentIndex(), 1);
    page->showAgain(*base::Address::parse(QStringLiteral("pods/team-a/web-0#nothing")));
    QCOMPARE(page->findChild<QTabBar *>()->currentIndex(), 1);
}

void ObjectPageTest::aDeletedObjectKeepsItsLastStateAndSaysSo()
{
    watched->makeLive("pods", {Watched::pod("5")});
    watched->say("pods", "DELETED", Watched::pod("12"));
    QVERIFY(header().contains(QStringLiteral("✓ Running")));
    QVERIFY(header().contains(QStringLiteral("○ deleted")));
    QVERIFY(strip());
    QVERIFY(strip()->accessibleName().startsWith(QStringLiteral("Deleted, seen at ")));
    watched->say("pods", "ADDED", R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u2","resourceVersion":"13"},"status":{"phase":"Pending"}})");
    QVERIFY(!strip());
    QVERIFY(header().contains(QStringLiteral("↻ Pending")));
}

void ObjectPageTest::aServerThatIsGoneMakesItStale()
{
    watched->makeLive("pods", {Watched::pod("5")});
    for (int second = 0; second < 60 && !strip(); ++second) {
        for (auto &exchange : watched->api().exchanges) {
            if (!exchange.isLetGo())
                exchange.fail(base::ErrorKind::Network, "connection refused");
        }
        watched->api().time.advance(std::chrono::seconds(1));
        watched->settle();
    }
    QVERIFY(strip());
    QVERIFY(strip()->accessibleName().startsWith(QStringLiteral("Stale since ")));
    QVERIFY2(strip()->accessibleDescription().startsWith(QStringLiteral("connection refused\nNext attempt at ")), qPrintable(strip()->accessibleDescription()));
    QVERIFY(header().contains(QStringLiteral("✓ Running")));
    QVERIFY(header().contains(QStringLiteral("▲ stale since")));
}

void ObjectPageTest::theFeatureGivesEveryObjectItsTabs()
{
    base::Registry registry;
    detail::DetailFeature().addTo(registry);
    const auto namesFor = [&](const std::string &kind) {
        QStringList names;
        kube::ResourceType type = watched->object()->name().type;
        type.kind = kind;
        for (const base::ObjectTabEntry *tab : registry.objectTabs(type))
            names << tab->name;
        return names.join(u' ');
    };
    QCOMPARE(namesFor("Pod"), QStringLiteral("details yaml events compare"));
    QCOMPARE(namesFor("Event"), QStringLiteral("details yaml compare"));
    const std::unique_ptr<base::Page> opened(registry.makeObjectPage(*view, watched->object()->name().type, *base::Address::parse(QStringLiteral("pods/team-a/web-0#yaml")), nullptr));
    QVERIFY(opened && opened->findChild<detail::YamlTab *>());
    QCOMPARE(opened->address().tab, QStringLiteral("yaml"));
}

QTEST_MAIN(ObjectPageTest)
#include "ObjectPageTest.moc"
