#include "models/http/Socket.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

/// Whether a connection still comes from the address that would be used now.
class WayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aConnectionFromTheAddressThatIsUsedNowHasItsWay();
    void aConnectionFromAnotherAddressHasLostIt();
    void whatIsNotConnectedHasNone();

private:
    bool connectFrom(const QString &address);
    std::intptr_t socket() const { return static_cast<std::intptr_t>(m_client->socketDescriptor()); }

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_client;
};

void WayTest::init()
{
    m_server = std::make_unique<QTcpServer>();
    m_client = std::make_unique<QTcpSocket>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

bool WayTest::connectFrom(const QString &address)
{
    if (!m_client->bind(QHostAddress(address)))
        return false;
    m_client->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->serverPort());
    return m_client->waitForConnected();
}

void WayTest::aConnectionFromTheAddressThatIsUsedNowHasItsWay()
{
    QVERIFY(connectFrom(QStringLiteral("127.0.0.1")));
    QVERIFY(!http::hasLostItsWay(socket()));
}

void WayTest::aConnectionFromAnotherAddressHasLostIt()
{
    if (!connectFrom(QStringLiteral("127.0.0.2")))
        QSKIP("this machine has one address of its own");
    QVERIFY(http::hasLostItsWay(socket()));
}

void WayTest::whatIsNotConnectedHasNone()
{
    QVERIFY(!http::hasLostItsWay(static_cast<std::intptr_t>(m_server->socketDescriptor())));
}

QTEST_GUILESS_MAIN(WayTest)
#include "WayTest.moc"
