#include "tests/e2e/stories/SwitchingStories.h"

#include "tests/e2e/stories/ChangingPods.h"
#include "widgets/shell/ClusterPane.h"
#include "widgets/shell/RailTile.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TablePage.h"

#include <array>
#include <optional>

namespace stories {

namespace {

constexpr int Switches = 10;
constexpr int FramesBetween = 10;

/// Where a person is in a table.
struct Place
{
    explicit Place(table::TablePage *page)
        : top(QString::fromStdString(page->model().key(page->grid().firstVisibleRow()))), current(page->grid().currentKey()), selected(page->grid().selectedKeys()),
          filter(QString::fromStdString(page->model().filterText()))
    {
    }
    bool operator==(const Place &) const = default;
    QByteArray text() const { return (QStringList{top, current, filter} + selected).join(u' ').toUtf8(); }

    QString top, current;
    QStringList selected;
    QString filter;
};

/// Notes what a grid had to show when it was painted for the first time since it was asked.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(table::TablePage *page) : m_page(page)
    {
        page->grid().viewport()->installEventFilter(this);
        m_timer.start();
    }

    std::optional<int> rows;
    double milliseconds = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !rows) {
            rows = m_page->model().rowCount();
            milliseconds = double(m_timer.nsecsElapsed()) / 1e6;
        }
        return false;
    }

private:
    table::TablePage *m_page;
    QElapsedTimer m_timer;
};

/// A server that answers nothing as long as this lives.
class Held
{
public:
    explicit Held(const RealCluster &real) : m_real(real) { m_real.holdServer(true); }
    ~Held() { m_real.holdServer(false); }
    Q_DISABLE_COPY(Held)

private:
    const RealCluster &m_real;
};

/// Names and restarts.
QStringList linesOf(table::TablePage *page)
{
    const auto &columns = page->model().columns();
    const auto restarts = std::ranges::find(columns, std::string("Restarts"), &tables::TableColumn::name);
    QStringList lines;
    for (int row = 0; row < page->model().rowCount() && restarts != columns.end(); ++row)
        lines << QString::fromStdString(page->model().key(row) + ' ' + page->model().text(row, int(restarts - columns.begin())));
    lines.sort();
    return lines;
}

/// The same, as kubectl prints them.
QStringList linesOf(const RealCluster &real)
{
    QStringList lines;
    const QByteArray printed = real.kubectl({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-A"), QStringLiteral("--no-headers")});
    for (const QByteArray &line : printed.trimmed().split('\n')) {
        const QStringList words = QString::fromUtf8(line).simplified().split(u' ');
        lines << words.value(0) + u'/' + words.value(1) + u' ' + words.value(4);
    }
    lines.sort();
    return lines;
}

} // namespace

void SwitchingStories::show(cluster::ConnectedCluster *cluster)
{
    for (shell::RailTile *tile : m_window->findChildren<shell::RailTile *>()) {
        if (&tile->cluster() == cluster)
            QTest::mouseClick(tile, Qt::LeftButton);
    }
}

int SwitchingStories::tabsOf(cluster::ConnectedCluster *cluster) const
{
    for (shell::ClusterPane *pane : m_window->findChildren<shell::ClusterPane *>()) {
        if (&pane->view().cluster() == cluster)
            return pane->pageCount();
    }
    return 0;
}

table::TablePage *SwitchingStories::goSomewhere(cluster::ConnectedCluster *cluster, const QString &filter, int row)
{
    table::TablePage *pods = tableOf(cluster);
    m_window->showCluster(cluster, {QStringLiteral("services"), {}, {}, {}});
    m_window->showCluster(cluster, {QStringLiteral("pods"), {}, {}, {}});
    if (!pods || !QTest::qWaitFor([&] { return pods->model().rowCount() > 300; }, Patience))
        return nullptr;
    QTest::keyClicks(&pods->grid(), filter);
    if (!QTest::qWaitFor([&] { return pods->model().filterText() == filter.toStdString(); }, Patience))
        return nullptr;
    pods->grid().showRow(pods->model().rowId(row));
    pods->grid().scrollTo(row - 3);
    return pods;
}

void SwitchingStories::theOtherClusterIsOneKeyAway()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    QVERIFY(one && two);
    table::TablePage *ofOne = tableOf(one), *ofTwo = tableOf(two);
    QVERIFY(ofOne && ofTwo);
    QTRY_COMPARE_WITH_TIMEOUT(names(ofOne).size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(names(ofTwo), QStringList{QStringLiteral("delta")}, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(ofTwo->isVisible() && !ofOne->isVisible(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT((m_window->activateWindow(), QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier), ofOne->isVisible() && !ofTwo->isVisible()), Patience);
    QCOMPARE(m_window->findChildren<shell::RailTile *>().size(), 2);
    show(two);
    QTRY_VERIFY_WITH_TIMEOUT(ofTwo->isVisible(), Patience);
}

void SwitchingStories::aSwitchShowsTheLastKnownRowsAtOnceWhileBothClustersChange()
{
    ChangingPods changing({m_first, m_second});
    const std::array clusters{connectTo(QStringLiteral("one")), connectTo(QStringLiteral("two"))};
    QVERIFY(clusters[0] && clusters[1]);
    const std::array pages{goSomewhere(clusters[0], QStringLiteral("busy-"), 100), goSomewhere(clusters[1], QStringLiteral("!node-3"), 60)};
    QVERIFY(pages[0] && pages[1]);
    QStringList times;
    const auto isShownAtOnce = [&](std::size_t other) {
        const Place place(pages[other]);
        const int tabs = tabsOf(clusters[other]);
        const int known = pages[other]->model().rowCount();
        FirstPaint paint(pages[other]);
        show(clusters[other]);
        QTRY_VERIFY_WITH_TIMEOUT(paint.rows, Patience);
        times << QString::number(paint.milliseconds, 'f', 1);
        QVERIFY(pages[other]->isVisible() && !pages[1 - other]->isVisible());
        QVERIFY2(std::abs(*paint.rows - known) < 50, qPrintable(QStringLiteral("%1 rows painted, %2 known").arg(*paint.rows).arg(known)));
        QVERIFY2(Place(pages[other]) == place, Place(pages[other]).text() + " instead of " + place.text());
        QCOMPARE(tabsOf(clusters[other]), tabs);
        QCOMPARE(tabs, 2);
    };
    for (int turn = 0; turn < Switches; ++turn) {
        QSignalSpy first(clusters[0], &cluster::ConnectedCluster::rowsChanged), second(clusters[1], &cluster::ConnectedCluster::rowsChanged);
        QTRY_VERIFY_WITH_TIMEOUT(first.size() >= FramesBetween && second.size() >= FramesBetween, Patience);
        isShownAtOnce(std::size_t(turn % 2));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(changing.isRunning());
    }
    {   // What needs an answer now would not come.
        const Held first(m_first), second(m_second);
        isShownAtOnce(0);
        isShownAtOnce(1);
        isShownAtOnce(0);
    }
    qInfo().noquote() << changing.end() << "changes in each cluster; milliseconds to the first paint:" << times.join(u' ');
    for (std::size_t each : {0U, 1U}) {
        QVERIFY(pages[each]->model().setFilter({}));
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(pages[each]), linesOf(each == 0 ? m_first : m_second), Patience);
    }
}

} // namespace stories
