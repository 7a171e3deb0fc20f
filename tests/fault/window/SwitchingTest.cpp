#include "tests/fault/window/Window.h"

#include "widgets/shell/PageTabs.h"
#include "widgets/shell/RailTile.h"
#include "widgets/shell/TopBar.h"

#include <QScrollBar>

using fault::Demo;
using fault::Window;

namespace {

/// Notes what a grid had to show when it was painted for the first time since it was asked.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(table::TablePage &page) : m_page(page) { page.grid().viewport()->installEventFilter(this); }

    std::optional<int> rows;        ///< -1: behind a notice

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !rows)
            rows = m_page.model().rowCount();
        return false;
    }

private:
    table::TablePage &m_page;
};

} // namespace

/// Several clusters are connected at once, and each is found again as it was left.
class SwitchingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();
    void eachClusterKeepsItsPlace();
    void theRowsAreThereWithTheFirstPaint();
    void aClusterThatIsGoneIsShownAsItWasLast();
    void marksAreSeenWhereverTheClusterIs();
    void namespacesAreOnlyReadWhileSomebodyChooses();
    void namespacesThatComeOnceTheClusterIsLeftChangeNothing();

private:
    table::TablePage *tableOf(cluster::ConnectedCluster *cluster, const QString &kind = QStringLiteral("pods"))
    {
        for (auto *page : m_window->window().findChildren<table::TablePage *>()) {
            if (&page->cluster() == cluster && page->address().place == kind)
                return page;
        }
        return nullptr;
    }

    std::unique_ptr<Demo> m_one, m_two;
    std::unique_ptr<Window> m_window;
    cluster::ConnectedCluster *m_first = nullptr, *m_second = nullptr;
};

void SwitchingTest::init()
{
    m_one = std::make_unique<Demo>();
    m_two = std::make_unique<Demo>();
    m_window = std::make_unique<Window>();
    Window::put(m_window->config("one"), fault::kubeConfig("one", m_one->access->url));
    Window::put(m_window->config("two"), fault::kubeConfig("two", m_two->access->url));
    m_window->show();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->clusters().entries().size(), 2U, fault::patience);
    m_first = m_window->connectTo("one");
    QVERIFY(m_first);
    QTRY_VERIFY_WITH_TIMEOUT(tableOf(m_first) && Window::isLive(tableOf(m_first)), fault::patience);
    m_second = m_window->connectTo("two");
    QVERIFY(m_second);
    QTRY_VERIFY_WITH_TIMEOUT(tableOf(m_second) && Window::isLive(tableOf(m_second)), fault::patience);
}

void SwitchingTest::cleanup()
{
    m_window.reset();
    m_one.reset();
    m_two.reset();
}

void SwitchingTest::eachClusterKeepsItsPlace()
{
    shell::MainWindow &window = m_window->window();
    window.showCluster(m_first, *base::Address::parse(QStringLiteral("deployments")));
    window.showCluster(m_first, *base::Address::parse(QStringLiteral("configmaps")));
    QTRY_VERIFY_WITH_TIMEOUT(tableOf(m_first, QStringLiteral("configmaps")) && Window::isLive(tableOf(m_first, QStringLiteral("configmaps"))), fault::patience);
    window.resize(900, 320);
    table::TablePage *pods = tableOf(m_first);
    window.showCluster(m_first, *base::Address::parse(QStringLiteral("pods")));
    QCoreApplication::processEvents();
    QTest::keyClick(&pods->grid(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&pods->grid(), Qt::Key_Up);
    const QString key = pods->grid().currentKey();
    const int scroll = pods->grid().verticalScrollBar()->value();
    const QStringList selected = pods->grid().selectedKeys();
    QVERIFY(!key.isEmpty() && scroll > 0 && !selected.isEmpty());
    const auto panes = window.findChildren<shell::ClusterPane *>();
    const auto pane = std::ranges::find_if(panes, [this](shell::ClusterPane *each) { return &each->view().cluster() == m_first; });
    const auto *tabs = (*pane)->findChild<shell::PageTabs *>();
    const int open = tabs->count();
    QVERIFY(open >= 3);
    for (int round = 0; round < 3; ++round) {
        window.showCluster(m_second);
        QVERIFY(!pods->isVisible());
        QCoreApplication::processEvents();
        window.showCatalog();
        QCoreApplication::processEvents();
        window.showCluster(m_first);
        QCoreApplication::processEvents();
        QVERIFY(pods->isVisible());
        QCOMPARE(pods->grid().currentKey(), key);
        QCOMPARE(pods->grid().selectedKeys(), selected);
        QCOMPARE(pods->grid().verticalScrollBar()->value(), scroll);
        QCOMPARE(tabs->count(), open);
    }
}

/// Without a frame in between that shows nothing.
void SwitchingTest::theRowsAreThereWithTheFirstPaint()
{
    for (cluster::ConnectedCluster *cluster : {m_first, m_second, m_first}) {
        table::TablePage *pods = tableOf(cluster);
        const int rows = pods->model().rowCount();
        FirstPaint paint(*pods);
        m_window->window().showCluster(cluster);
        QVERIFY(pods->isVisible());
        QCoreApplication::processEvents(); // one turn: what is asked for is painted in it
        if (cluster == m_second && !paint.rows)
            continue; // it was on screen already
        QVERIFY(paint.rows);
        QCOMPARE(*paint.rows, rows);
        QVERIFY(rows > 0);
    }
}

void SwitchingTest::aClusterThatIsGoneIsShownAsItWasLast()
{
    const int rows = tableOf(m_first)->model().rowCount();
    m_one.reset();
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(m_first->health().state), static_cast<int>(cluster::Health::State::Stale), fault::patience);
    FirstPaint paint(*tableOf(m_first));
    m_window->window().showCluster(m_first);
    QCoreApplication::processEvents();
    QVERIFY(paint.rows);
    QCOMPARE(*paint.rows, rows);
    QTRY_VERIFY_WITH_TIMEOUT(Window::notice(tableOf(m_first)).says(QStringLiteral("Stale since")), fault::patience);
}

void SwitchingTest::marksAreSeenWhereverTheClusterIs()
{
    const auto id = cluster::EntryId::of(m_second->entry());
    cluster::ClusterMarks marks = m_window->clusters().marks(id);
    QCOMPARE(marks.distribution, std::string("k3s"));      // as the sample cluster says
    QVERIFY(marks.version.find("+k3s") != std::string::npos);
    marks.name = "Production";
    marks.colour = "red";
    marks.isReadOnly = true;
    m_window->clusters().mark(id, marks);
    QVERIFY2(m_window->window().windowTitle().contains(QStringLiteral("Production")), qPrintable(m_window->window().windowTitle()));
    const auto *bar = m_window->window().findChild<shell::TopBar *>();
    const auto says = [bar](const QString &words) {
        return std::ranges::any_of(bar->findChildren<QWidget *>(), [&](const QWidget *widget) { return widget->isVisible() && widget->accessibleName().contains(words); });
    };
    QVERIFY(says(QStringLiteral("Context Production")));
    QVERIFY(says(QStringLiteral("Read-only: nothing that changes this cluster")));
    const auto tiles = m_window->window().findChildren<shell::RailTile *>();
    const auto tile = std::ranges::find_if(tiles, [this](const shell::RailTile *each) { return &each->cluster() == m_second; });
    QVERIFY(tile != tiles.end());
    QVERIFY2((*tile)->accessibleName().contains(QStringLiteral("Production")) && (*tile)->accessibleName().contains(QStringLiteral("read-only")) && (*tile)->accessibleName().contains(QStringLiteral("red")),
             qPrintable((*tile)->accessibleName()));
    m_window->window().showCluster(m_first);
    QVERIFY(!says(QStringLiteral("Read-only")));
}

void SwitchingTest::namespacesAreOnlyReadWhileSomebodyChooses()
{
    const kube::ResourceType *type = m_second->catalog().find("namespaces");
    QVERIFY(type);
    m_window->registry().command(QStringLiteral("namespaces"))->run();
    QVERIFY(QApplication::activePopupWidget() && m_second->known(*type));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(!m_second->known(*type));
}

void SwitchingTest::namespacesThatComeOnceTheClusterIsLeftChangeNothing()
{
    const kube::ResourceType *type = m_second->catalog().find("namespaces");
    QVERIFY(type);
    m_window->registry().command(QStringLiteral("namespaces"))->run();
    const auto rows = m_second->open(*type);
    m_window->window().showCatalog();
    QTRY_VERIFY_WITH_TIMEOUT(rows->store().isComplete() && rows->store().size() > 2, fault::patience);
    QApplication::activePopupWidget()->close();
}

QTEST_MAIN(SwitchingTest)
#include "SwitchingTest.moc"
