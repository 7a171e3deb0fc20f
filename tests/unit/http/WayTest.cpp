#include "models/http/Socket.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

namespace {

/// Addresses of this machine from which it would not reach 127.0.0.1 by itself; not every system has the first.
QStringList otherAddresses()
{
    QStringList addresses{QStringLiteral("127.0.0.2")};
    for (const QHostAddress &own : QNetworkInterface::allAddresses()) {
        if (own.protocol() == QAbstractSocket::IPv4Protocol && own != QHostAddress(QHostAddress::LocalHost))
            addresses.append(own.toString());
    }
    return addresses;
}

} // namespace

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
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

bool WayTest::connectFrom(const QString &address)
{
    m_client = std::make_unique<QTcpSocket>();
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
    QVERIFY(std::ranges::any_of(otherAddresses(), [this](const QString &address) { return connectFrom(address); }));
    QVERIFY(http::hasLostItsWay(socket()));
}

void WayTest::whatIsNotConnectedHasNone()
{
    QVERIFY(!http::hasLostItsWay(static_cast<std::intptr_t>(m_server->socketDescriptor())));
}

QTEST_GUILESS_MAIN(WayTest)
#include "WayTest.moc"
