#include "tests/fault/window/WallClock.h"
#include "tests/fault/window/Window.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <map>

using fault::Demo;
using fault::Window;
using namespace std::chrono_literals;

namespace {

/// An age as it is shown, to its largest unit.
struct Age
{
    QString name;
    qint64 number = 0;
    qint64 unit = 0;    ///< in seconds; 0: not an age

    static Age of(const QString &text)
    {
        static const QRegularExpression parts(QStringLiteral("^(.*) ([0-9]+)([smhdy])$"));
        static const std::map<QString, qint64> units = {{QStringLiteral("s"), 1}, {QStringLiteral("m"), 60}, {QStringLiteral("h"), 3600},
                                                        {QStringLiteral("d"), 86'400}, {QStringLiteral("y"), 365 * 86'400}};
        const auto match = parts.match(text);
        return match.hasMatch() ? Age{match.captured(1), match.captured(2).toLongLong(), units.at(match.captured(3))} : Age();
    }
};

/// While a test runs, time goes on: two minutes, or one step of the larger unit.
bool areEqualButForMinutes(const QStringList &some, const QStringList &others)
{
    return std::ranges::equal(some, others, [](const QString &one, const QString &other) {
        const Age left = Age::of(one), right = Age::of(other);
        const bool isNear = std::abs(left.number * left.unit - right.number * right.unit) <= std::max({left.unit, right.unit, qint64(120)});
        return left.unit && right.unit && left.name == right.name && isNear;
    });
}

} // namespace

/// What a person sees when this machine's clock is wrong, is set, or when the machine slept.
class ClockFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void f14_agesAreTheServersWhateverThisClockSays_data();
    void f14_agesAreTheServersWhateverThisClockSays();
    void f14_aClockThatJumpsBackLeavesEverythingLive();
    void f19_afterASleepEveryViewIsLiveAgainWithoutAStorm();

private:
    QStringList ages() const;

    fault::RealClock m_real;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    table::TablePage *m_pods = nullptr;
};

void ClockFaultsTest::initTestCase()
{
    qputenv("NO_PROXY", "*");
    fault::wallClockAhead = 3600;
    QVERIFY(base::Clock::system().now() > m_real.now() + 30min); // the clock can be set at all
}

void ClockFaultsTest::init()
{
    fault::wallClockAhead = 0;
    m_demo = std::make_unique<Demo>(m_real);
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
}

void ClockFaultsTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
    fault::wallClockAhead = 0;
}

/// The ages of the pods as they are shown, in their largest unit: 25 hours and one day are told apart, and so are all of the jumps.
QStringList ClockFaultsTest::ages() const
{
    static const QRegularExpression coarse(QStringLiteral("^[0-9]+[smhdy]"));
    int age = -1;
    for (int i = 0; i < m_pods->model().columnCount(); ++i) {
        if (m_pods->model().headerData(i, Qt::Horizontal).toString().compare(QStringLiteral("age"), Qt::CaseInsensitive) == 0)
            age = i;
    }
    QStringList all;
    for (int row = 0; age >= 0 && row < m_pods->model().rowCount(); ++row)
        all << QString::fromStdString(m_pods->model().key(row)) + u' ' + coarse.match(QString::fromStdString(m_pods->model().text(row, age))).captured();
    all.sort();
    return all;
}

void ClockFaultsTest::f14_agesAreTheServersWhateverThisClockSays_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::newRow("an hour ahead") << qint64(3600);
    QTest::newRow("an hour behind") << qint64(-3600);
    QTest::newRow("a day ahead") << qint64(86'400);
    QTest::newRow("a day behind") << qint64(-86'400);
    QTest::newRow("beyond 2038") << qint64(20LL * 365 * 86'400);
}

void ClockFaultsTest::f14_agesAreTheServersWhateverThisClockSays()
{
    QFETCH(qint64, ahead);
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    const QStringList right = ages();
    QVERIFY(right.size() > 10);

    m_window = std::make_unique<Window>();
    fault::wallClockAhead = ahead;
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QTRY_VERIFY2_WITH_TIMEOUT(areEqualButForMinutes(ages(), right), qPrintable(ages().join(u' ') + QStringLiteral(" | ") + right.join(u' ')), fault::patience);
}

void ClockFaultsTest::f14_aClockThatJumpsBackLeavesEverythingLive()
{
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    fault::wallClockAhead = -86'400;
    for (const QString &age : ages())
        QVERIFY2(!age.endsWith(u' '), qPrintable(age)); // neither below zero nor unknown
    m_demo->server.dropConnections();
    TRY_SHOWN(m_pods, Window::isLive(m_pods) && m_demo->server.openConnections() > 0);
    QCOMPARE(Window::dialogs(), 0);
}

void ClockFaultsTest::f19_afterASleepEveryViewIsLiveAgainWithoutAStorm()
{
    cluster::ConnectedCluster *cluster = m_window->open(m_demo->access->kubeconfig);
    QVERIFY(cluster);
    m_pods = m_window->table();
    m_window->window().showCluster(cluster, {QStringLiteral("nodes"), {}, {}, {}});
    table::TablePage *nodes = m_window->table(QStringLiteral("nodes"));
    QVERIFY(m_pods && nodes);
    TRY_SHOWN(nodes, Window::isLive(nodes));
    const int rows = m_pods->model().rowCount();

    // The server is silent on what was open: only who asks anew is answered.
    demo::Misbehaviour silence;
    silence.act = demo::Misbehaviour::Act::Silence;
    m_demo->server.misbehave({silence});
    fault::wallClockAhead = 600;
    const auto notLive = [&] { return cluster->health().state != cluster::Health::State::Live; };
    QTRY_VERIFY2_WITH_TIMEOUT(notLive() && Window::notice(nodes).title.startsWith(QStringLiteral("Stale since")), Window::notice(nodes).text().constData(), fault::patience);
    m_demo->server.misbehave({});
    m_demo->server.dropConnections();
    TRY_SHOWN(nodes, Window::isLive(nodes) && !notLive());
    m_window->window().showCluster(cluster, {QStringLiteral("pods"), {}, {}, {}});
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QCOMPARE(m_pods->model().rowCount(), rows);
    QVERIFY2(m_demo->server.openConnections() <= 16, qPrintable(QString::number(m_demo->server.openConnections())));
    QCOMPARE(Window::dialogs(), 0);
}

QTEST_MAIN(ClockFaultsTest)
#include "ClockFaultsTest.moc"
