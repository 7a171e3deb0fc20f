#include "models/cluster/Reachability.h"

#include "models/base/EventLoopExecutor.h"
#include "models/http/Failure.h"
#include "models/http/HttpThread.h"
#include "models/http/Meta.h"
#include "tests/support/FaultServer.h"

#include <QTest>

#include <algorithm>
#include <array>

using cluster::Reach;
using cluster::Reachability;
using cluster::ServerAddress;
using support::FaultServer;
using support::Script;

namespace {

const std::string version = R"({"gitVersion":"v1.36.3"})";

ServerAddress at(const std::string &url)
{
    return {.url = url, .authorityFile = {}, .authorityPem = {}, .serverName = {}, .proxy = {}, .insecure = false};
}

/// One server, asked on the program's own I/O thread.
struct Asked
{
    http::HttpThread thread;
    base::EventLoopExecutor consumer;
    Reachability reachability{thread, thread, consumer};

    Reach::State stateOf(const ServerAddress &address) const { return reachability.of(address).state; }
    bool isAnswered(const ServerAddress &address) const { return stateOf(address) != Reach::State::Checking && stateOf(address) != Reach::State::NotAsked; }
};

} // namespace

/// Servers asked for real: what they see of us, and what we say of them.
class ReachabilityFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerSeesNoCredential();
    void aServerThatWantsACertificateGetsNone_data();
    void aServerThatWantsACertificateGetsNone();
    void aRedirectIsNotFollowed();
    void hundredSlowServersSeeEightConnections();
    void leavingTheScreenClosesTheConnection();
    void aDoubtfulServerIsNamed_data();
    void aDoubtfulServerIsNamed();
    void aFloodEndsAtTheLimit();
    void noConnectionStaysOpen();
};

/// Every kind of credential is in the settings; the bytes that arrive are compared with all of them.
void ReachabilityFaultTest::aServerSeesNoCredential()
{
    const support::TestAuthority authority;
    FaultServer plain;
    plain.answer("/version", Script::answer(200, version));
    kube::ConnectionSettings settings;
    settings.server = "http://canary-user:canary-password@" + plain.address();
    settings.token = base::SecretText("canary-token");
    settings.username = "canary-name";
    settings.password = base::SecretText("canary-word");
    settings.impersonation.user = "canary-other";
    settings.clientCertificatePem = authority.issue({.commonName = "canary"}).certificatePem;
    settings.exec = kube::ExecSettings{};
    settings.exec->command = "/canary-program";

    Asked asked;
    asked.reachability.want({ServerAddress::of(settings)});
    QTRY_VERIFY(asked.isAnswered(ServerAddress::of(settings)));
    QCOMPARE(asked.reachability.of(ServerAddress::of(settings)).version, std::string("v1.36.3"));
    QCOMPARE(plain.requests().size(), std::size_t(1));
    const support::SeenRequest request = plain.requests()[0];
    QCOMPARE(request.method, std::string("GET"));
    QCOMPARE(request.target, std::string("/version"));
    QVERIFY(request.body.empty());
    for (const auto &[name, value] : request.headers) {
        QVERIFY2(value.find("canary") == std::string::npos, name.c_str());
        const bool isPlain = std::ranges::any_of(std::array{"host", "user-agent", "accept"}, [&](const char *known) { return http::equalNames(name, known); });
        QVERIFY2(isPlain, name.c_str());
    }
}

void ReachabilityFaultTest::aServerThatWantsACertificateGetsNone_data()
{
    QTest::addColumn<int>("newest");
    QTest::newRow("TLS 1.2") << 0x0303;
    QTest::newRow("TLS 1.3") << 0x0304;
}

void ReachabilityFaultTest::aServerThatWantsACertificateGetsNone()
{
    QFETCH(int, newest);
    const support::TestAuthority authority;
    FaultServer server(support::TlsWish{authority.issue({.names = {"IP:127.0.0.1"}}), authority.pem(), 0, newest});
    server.answer("/version", Script::answer(200, version));
    const support::Identity mine = authority.issue({.commonName = "me"});
    kube::ConnectionSettings settings;
    settings.server = server.url();
    settings.tls = true;
    settings.authorityPem = authority.pem();
    settings.clientCertificatePem = mine.certificatePem;
    settings.clientKeyPem = base::SecretText(mine.keyPem);

    Asked asked;
    const ServerAddress address = ServerAddress::of(settings);
    asked.reachability.want({address});
    QTRY_VERIFY(asked.isAnswered(address));
    QCOMPARE(asked.stateOf(address), Reach::State::WantsCredentials);
    QVERIFY(server.requests().empty());     // with the certificate it would have let us in
}

void ReachabilityFaultTest::aRedirectIsNotFollowed()
{
    FaultServer other, server;
    other.answer("/version", Script::answer(200, version));
    server.answer("/version", Script::answer(302, {}, {{"Location", other.url("/version")}}));
    Asked asked;
    asked.reachability.want({at(server.url())});
    QTRY_VERIFY(asked.isAnswered(at(server.url())));
    QCOMPARE(asked.stateOf(at(server.url())), Reach::State::Odd);
    QCOMPARE(other.connections(), 0);
}

/// One hundred servers in one: each has a path of its own, and answers only when the gate opens.
void ReachabilityFaultTest::hundredSlowServersSeeEightConnections()
{
    FaultServer server;
    std::vector<ServerAddress> addresses;
    for (int number = 0; number < 100; ++number) {
        const std::string path = "/" + std::to_string(number);
        server.answer(path + "/version", Script::stream().gate("gate").send(version));
        addresses.push_back(at(server.url(path)));
    }
    Asked asked;
    asked.reachability.want(addresses);
    QVERIFY(server.waitForRequests(Reachability::MostAtOnce));
    QVERIFY(!server.waitForRequests(Reachability::MostAtOnce + 1, std::chrono::milliseconds(300)));
    QCOMPARE(server.openConnections(), static_cast<int>(Reachability::MostAtOnce));
    server.open("gate");
    QTRY_COMPARE(asked.reachability.running(), std::size_t(0));
    QCOMPARE(server.requests().size(), std::size_t(100));
    for (const ServerAddress &address : addresses)
        QCOMPARE(asked.stateOf(address), Reach::State::Reachable);
}

void ReachabilityFaultTest::leavingTheScreenClosesTheConnection()
{
    FaultServer server;
    server.answer("/version", Script::stream().hold());
    Asked asked;
    asked.reachability.want({at(server.url())});
    QVERIFY(server.waitForOpenConnections(1));
    QVERIFY(server.waitForRequests(1));
    asked.reachability.want({});
    QVERIFY(server.waitForOpenConnections(0));
    QCOMPARE(asked.stateOf(at(server.url())), Reach::State::NotAsked);
}

void ReachabilityFaultTest::aDoubtfulServerIsNamed_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<std::string>("reason");
    QTest::newRow("another name") << std::string("DNS:other.example") << false << true << std::string(http::reason::CertificateName);
    QTest::newRow("expired") << std::string("IP:127.0.0.1") << true << true << std::string(http::reason::CertificateExpired);
    QTest::newRow("a stranger's") << std::string("IP:127.0.0.1") << false << false << std::string(http::reason::CertificateAuthority);
}

void ReachabilityFaultTest::aDoubtfulServerIsNamed()
{
    QFETCH(std::string, name);
    QFETCH(bool, expired);
    QFETCH(bool, isKnown);
    QFETCH(std::string, reason);
    const support::TestAuthority authority, other("another authority");
    support::CertificateWish wish;
    wish.names = {name};
    if (expired) {
        wish.validFrom = std::chrono::hours(-48);
        wish.validUntil = std::chrono::hours(-24);
    }
    FaultServer server(support::TlsWish{authority.issue(wish), {}});
    ServerAddress address = at(server.url());
    address.authorityPem = isKnown ? authority.pem() : other.pem();
    Asked asked;
    asked.reachability.want({address});
    QTRY_VERIFY(asked.isAnswered(address));
    QCOMPARE(asked.stateOf(address), Reach::State::Unreachable);
    QCOMPARE(asked.reachability.of(address).error->reason, reason);
    QVERIFY(server.requests().empty());
}

void ReachabilityFaultTest::aFloodEndsAtTheLimit()
{
    FaultServer server;
    server.answer("/version", Script::stream().repeat("10000\r\n" + std::string(0x10000, 'x') + "\r\n", 10'000));
    Asked asked;
    asked.reachability.want({at(server.url())});
    QTRY_VERIFY(asked.isAnswered(at(server.url())));
    QCOMPARE(asked.stateOf(at(server.url())), Reach::State::Odd);
    QCOMPARE(asked.reachability.of(at(server.url())).error->kind, base::ErrorKind::TooLarge);
    QVERIFY(asked.thread.counters().bytesReceived < 4 * 1024 * 1024);
}

void ReachabilityFaultTest::noConnectionStaysOpen()
{
    FaultServer server;
    server.answer("/version", Script::answer(200, version));
    Asked asked;
    asked.reachability.want({at(server.url())});
    QTRY_COMPARE(asked.stateOf(at(server.url())), Reach::State::Reachable);
    QVERIFY(server.waitForOpenConnections(0));
}

QTEST_GUILESS_MAIN(ReachabilityFaultTest)
#include "ReachabilityFaultTest.moc"
