#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <QtTest>

#include <vector>

using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Script;

namespace {

constexpr int watches = 40;
/// libcurl begins the next dial before it says that the first one failed; that one is broken off.
constexpr int dialsOfARound = 8;   // libcurl 7 needs two of them, libcurl 8 some more

http::Connection trustingAll()
{
    http::Connection connection;
    connection.insecure = true;
    return connection;
}

/// Ends every connection before anything was said.
void hangUp(FaultServer &server)
{
    server.greet(Script::raw().close());
}

} // namespace

/// A server that cannot be reached is dialled once for all who wait, and not at once again.
class DialTest : public QObject
{
    Q_OBJECT

    static void failAll(http::HttpThread &thread, const std::string &url)
    {
        std::vector<Exchange> exchanges;
        for (int i = 0; i < watches; ++i)
            exchanges.emplace_back(thread, get(url, trustingAll()));
        for (const Exchange &exchange : exchanges)
            QVERIFY(exchange->wait());
        for (const Exchange &exchange : exchanges)
            QVERIFY(!exchange->succeeded());
    }

private Q_SLOTS:
    void whoWaitsForAConnectionThatFailsFailsWithIt()
    {
        FaultServer server;
        hangUp(server);
        http::HttpThread thread(fault::settings());
        failAll(thread, "https://" + server.address());
        QVERIFY2(server.connections() >= 1 && server.connections() <= dialsOfARound, qPrintable(QString::number(server.connections())));
    }

    void theNextDialIsASecondLater()
    {
        FaultServer server;
        hangUp(server);
        http::HttpThread thread(fault::settings());
        const auto begin = std::chrono::steady_clock::now();
        for (int round = 0; round < 3; ++round)
            failAll(thread, "https://" + server.address());
        QVERIFY(server.connections() >= 3 && server.connections() <= 3 * dialsOfARound);
        QVERIFY(std::chrono::steady_clock::now() - begin >= std::chrono::seconds(2));
    }

    void whatWaitsMayBeLetGo()
    {
        FaultServer server;
        hangUp(server);
        http::HttpThread thread(fault::settings());
        failAll(thread, "https://" + server.address());
        Exchange waiting(thread, get("https://" + server.address(), trustingAll()));
        waiting.letGo();
        failAll(thread, "https://" + server.address());
        QCOMPARE(waiting->timesDone(), 0);
        QTRY_COMPARE(thread.counters().openTransfers, 0); // a transfer ends after it has said that it is done
        QVERIFY(server.connections() <= 2 * dialsOfARound);
    }

    void anotherServerIsNotHeldUp()
    {
        FaultServer away;
        hangUp(away);
        support::TlsWish wish;
        wish.identity = support::TestAuthority::selfSigned({});
        FaultServer there(wish);
        there.answer("/", Script::answer(200, "ok"));
        http::HttpThread thread(fault::settings());
        failAll(thread, "https://" + away.address());
        Exchange held(thread, get("https://" + away.address(), trustingAll()));
        Exchange other(thread, get(there.url("/"), trustingAll()));
        QVERIFY(other->wait());
        QVERIFY(other->succeeded());
        QVERIFY(held->wait());
        QVERIFY(!held->succeeded());
    }

    void theEndOfTheThreadEndsWhatWaits()
    {
        FaultServer server;
        hangUp(server);
        auto thread = std::make_unique<http::HttpThread>(fault::settings());
        failAll(*thread, "https://" + server.address());
        Exchange waiting(*thread, get("https://" + server.address(), trustingAll()));
        thread.reset();
        QVERIFY(waiting->wait());
        QVERIFY(waiting->error().kind == base::ErrorKind::Cancelled || waiting->error().kind == base::ErrorKind::Network
                || waiting->error().kind == base::ErrorKind::Tls);
        QVERIFY(server.connections() <= dialsOfARound);
    }
};

QTEST_GUILESS_MAIN(DialTest)
#include "DialTest.moc"
