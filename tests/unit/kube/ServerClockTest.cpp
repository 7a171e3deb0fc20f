#include "models/kube/ServerClock.h"

#include <QTest>

#include <optional>

using namespace std::chrono_literals;

namespace {

class SetClock final : public base::Clock
{
public:
    base::SystemTime now() const override { return wall; }
    base::SteadyTime steady() const override { return moment; }

    base::SystemTime wall{1'800'000'000s};
    base::SteadyTime moment{5000s};
};

} // namespace

class ServerClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void beforeAnAnswerItIsTheMachinesClock() { QVERIFY(m_server->now() == m_local.wall); }

    void clocksThatAgreeStayEqualToTheFractionOfASecond()
    {
        m_local.wall += 700ms;
        m_server->heard(base::SystemTime(1'800'000'000s));
        QVERIFY(m_server->now() == m_local.wall);
    }

    void aDateCorrectsAWrongClock_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::newRow("an hour behind") << qint64(3600);
        QTest::newRow("an hour ahead") << qint64(-3600);
        QTest::newRow("twenty years") << qint64(20LL * 365 * 86'400);
    }
    void aDateCorrectsAWrongClock()
    {
        QFETCH(qint64, ahead);
        const base::SystemTime there = m_local.wall + std::chrono::seconds(ahead);
        m_server->heard(there);
        QVERIFY(m_server->now() == there);
        m_local.moment += 90s;
        m_local.wall += 90s;
        QVERIFY(m_server->now() == there + 90s);
    }

    void settingTheMachinesClockChangesNothing()
    {
        m_server->heard(m_local.wall);
        const base::SystemTime before = m_server->now();
        m_local.wall -= 24h;
        QVERIFY(m_server->now() == before);
    }

private:
    SetClock m_local;
    std::optional<kube::ServerClock> m_server;
};

void ServerClockTest::init()
{
    m_local.wall = base::SystemTime(1'800'000'000s);
    m_local.moment = base::SteadyTime(5000s);
    m_server.emplace(m_local);
}

QTEST_APPLESS_MAIN(ServerClockTest)
#include "ServerClockTest.moc"
