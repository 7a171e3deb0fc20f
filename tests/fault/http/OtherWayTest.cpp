#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <QTest>

#include <cstdlib>
#include <sched.h>

using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Script;
using namespace std::chrono_literals;

/// A VPN or a network that comes or goes under a watch (F19), played in a network of this program's own.
class OtherWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWatchEndsWhenTheWayToItsServerIsAnother_data();
    void aWatchEndsWhenTheWayToItsServerIsAnother();

private:
    static bool run(const char *command) { return std::system(command) == 0; }
};

void OtherWayTest::initTestCase()
{
    if (::unshare(CLONE_NEWNET) != 0)
        QSKIP("a network of its own needs root");
    QVERIFY(run("ip link set lo up"));
}

void OtherWayTest::aWatchEndsWhenTheWayToItsServerIsAnother_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("back");
    QTest::newRow("from another address") << QByteArray("ip route replace local 127.0.0.1 dev lo src 127.0.0.9 table local") << QByteArray("true");
    QTest::newRow("not at all") << QByteArray("ip route replace unreachable 127.0.0.1 table local") << QByteArray("ip route replace local 127.0.0.1 dev lo src 127.0.0.9 table local");
}

void OtherWayTest::aWatchEndsWhenTheWayToItsServerIsAnother()
{
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, back);
    FaultServer server;
    server.answer("/watch", Script::stream().send("event").hold());
    server.answer("/version", Script::answer(200, "{}"));
    http::HttpSettings settings = fault::settings();
    settings.wayCheck = 20ms;
    http::HttpThread thread(settings);
    Exchange watch(thread, get(server.url("/watch")));
    QVERIFY(watch->waitForBytes(5));
    QVERIFY(run(change.constData()));
    QVERIFY(watch->wait());
    const base::Error error = watch->error();
    QCOMPARE(error.kind, base::ErrorKind::Network);
    QVERIFY2(error.message.find("from another address now, or not at all") != std::string::npos, error.message.c_str());
    QVERIFY(run(back.constData()));
    Exchange next(thread, get(server.url("/version")));
    QVERIFY(next->wait() && next->succeeded());
    Exchange stays(thread, get(server.url("/watch")));
    QVERIFY(stays->waitForBytes(5));
    Exchange later(thread, get(server.url("/version")));
    QVERIFY(later->wait() && later->succeeded());
    QCOMPARE(stays->timesDone(), 0);
}

QTEST_APPLESS_MAIN(OtherWayTest)
#include "OtherWayTest.moc"
