#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include "models/http/Meta.h"

#include <QtTest>

using base::ErrorKind;
using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Script;
using namespace std::chrono_literals;

namespace {

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// Where requests go and where they must not: redirects, proxies, addresses that do not answer (F13, F20, F21).
class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRedirectIsNotFollowed_data();
    void aRedirectIsNotFollowed();
    void otherSchemesAreRefused_data();
    void otherSchemesAreRefused();
    void aRefusedConnectionIsNamed();
    void anAddressThatStaysSilentEndsInATimeout();
    void aSilentAddressHoldsNobodyElseUp();
    void theProxyOfTheConnectionIsUsed();
    void theEnvironmentsProxyIsUsedUnlessNoProxySaysOtherwise();
    void aProxyThatWantsOtherCredentialsIsNamedWithoutThem();
    void aSocksProxyIsTried();
    void tlsGoesThroughATunnel();
};

void RouteTest::aRedirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("target");   // %d: the decoy's port
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *target : {"http://127.0.0.1:%d/steal", "https://127.0.0.1:%d/steal", "//127.0.0.1:%d/", "ftp://127.0.0.1:%d/x", "file:///etc/hostname"})
            QTest::addRow("%d %s", status, target) << status << std::string(target);
    }
}

void RouteTest::aRedirectIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(std::string, target);
    FaultServer server, decoy;
    if (const std::size_t place = target.find("%d"); place != std::string::npos)
        target.replace(place, 2, std::to_string(decoy.port()));
    server.answer("/api", Script::answer(status, "moved", {{"Location", target}}));
    http::HttpThread thread(fault::settings());
    auto request = get(server.url("/api"));
    request.headers = {{"Authorization", "Bearer canary"}, {"Impersonate-User", "jane"}};
    Exchange exchange(thread, request);
    QVERIFY(exchange->wait());
    QVERIFY(exchange->succeeded());
    QCOMPARE(exchange->head().status, status);
    QCOMPARE(http::redirectTarget(exchange->head()).value(), target);
    QCOMPARE(server.requests().size(), std::size_t(1));
    QCOMPARE(decoy.connections(), 0);
    QCOMPARE(decoy.bytesReceived(), 0);
}

void RouteTest::otherSchemesAreRefused_data()
{
    QTest::addColumn<std::string>("url");
    for (const char *url : {"file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "ldap://127.0.0.1/", "no url", ""})
        QTest::addRow("%s", url) << std::string(url);
}

void RouteTest::otherSchemesAreRefused()
{
    QFETCH(std::string, url);
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get(url));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->error().kind == ErrorKind::Misuse, exchange->error().message.c_str());
    QCOMPARE(exchange->size(), 0);
}

void RouteTest::aRefusedConnectionIsNamed()
{
    int port = 0;
    {
        FaultServer server;
        port = server.port();
    }
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("http://127.0.0.1:" + std::to_string(port) + "/"));
    QVERIFY(exchange->wait());
    const base::Error error = exchange->error();
    QCOMPARE(error.kind, ErrorKind::Network);
    QVERIFY2(contains(error.message, "cannot connect to 127.0.0.1:" + std::to_string(port) + ": Connection refused"), error.message.c_str());
}

void RouteTest::anAddressThatStaysSilentEndsInATimeout()
{
    // Connections come to stand in the queue of the listener, but nobody shakes hands.
    FaultServer server;
    server.greet(Script::raw().hold());
    auto settings = fault::settings();
    settings.connectTimeout = 300ms;
    http::HttpThread thread(settings);
    std::vector<Exchange> exchanges;
    for (int i = 0; i < 6; ++i)
        exchanges.emplace_back(thread, get("https://" + server.address() + "/"));
    const auto start = std::chrono::steady_clock::now();
    for (const Exchange &exchange : exchanges) {
        QVERIFY(exchange->wait());
        const base::Error error = exchange->error();
        QVERIFY2(error.kind == ErrorKind::Timeout, error.message.c_str());
        QVERIFY2(contains(error.message, server.address()), error.message.c_str());
    }
    // They do not wait for one another: six in a row would take 1.8 s.
    QVERIFY(std::chrono::steady_clock::now() - start < 1500ms);
}

void RouteTest::aSilentAddressHoldsNobodyElseUp()
{
    FaultServer silent, server;
    silent.greet(Script::raw().hold());
    server.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    Exchange stuck(thread, get("https://" + silent.address() + "/"));
    QVERIFY(silent.waitForOpenConnections(1));
    for (int i = 0; i < 20; ++i) {
        Exchange exchange(thread, get(server.url("/")));
        QVERIFY(exchange->wait());
        QVERIFY(exchange->succeeded());
    }
    QCOMPARE(stuck->timesDone(), 0);
    stuck.letGo();
    QVERIFY(silent.waitForOpenConnections(0));
    QCOMPARE(stuck->timesDone(), 0);
}

void RouteTest::theProxyOfTheConnectionIsUsed()
{
    FaultServer proxy, server;
    proxy.answer("http://cluster.example.com/api", Script::answer(200, "through"));
    http::Connection connection;
    connection.proxy = "http://user:canary@" + proxy.address();
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("http://cluster.example.com/api", connection));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    QCOMPARE(exchange->body(), std::string("through"));
    QCOMPARE(proxy.requests().at(0).header("Proxy-Authorization"), std::string("Basic dXNlcjpjYW5hcnk="));
}

void RouteTest::theEnvironmentsProxyIsUsedUnlessNoProxySaysOtherwise()
{
    FaultServer proxy;
    proxy.answer("http://10.96.0.1/api", Script::answer(200, "through"));
    auto settings = fault::settings();
    settings.proxies.httpProxy = proxy.url();
    settings.proxies.noProxy = "10.128.0.0/9";
    http::HttpThread thread(settings);
    Exchange exchange(thread, get("http://10.96.0.1/api"));
    QVERIFY(exchange->wait());
    QVERIFY(exchange->succeeded());
    QCOMPARE(exchange->body(), std::string("through"));

    FaultServer server;
    server.answer("/", Script::answer(200, "direct"));
    Exchange loopback(thread, get(server.url("/")));
    QVERIFY(loopback->wait());
    QCOMPARE(loopback->body(), std::string("direct"));
    QCOMPARE(proxy.connections(), 1);
}

void RouteTest::aProxyThatWantsOtherCredentialsIsNamedWithoutThem()
{
    FaultServer proxy;
    proxy.answer("cluster.example.com:6443", Script::answer(407, "no", {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    http::Connection connection;
    connection.proxy = "http://user:canary@" + proxy.address();
    http::HttpThread thread(fault::settings());
    auto request = get("https://cluster.example.com:6443/api", connection);
    request.headers = {{"Authorization", "Bearer token"}};
    Exchange exchange(thread, request);
    QVERIFY(exchange->wait());
    const base::Error error = exchange->error();
    QCOMPARE(error.kind, ErrorKind::Network);
    QVERIFY2(contains(error.message, "the proxy http://***@" + proxy.address() + " wants other credentials (407)"), error.message.c_str());
    QVERIFY(!contains(error.message, "canary"));
    QCOMPARE(proxy.requests().at(0).method, std::string("CONNECT"));
    QCOMPARE(proxy.requests().at(0).header("Authorization"), std::string());
}

void RouteTest::aSocksProxyIsTried()
{
    FaultServer proxy;
    proxy.greet(Script::raw("\x05\xff").close());   // SOCKS 5: no way to log in is acceptable
    http::Connection connection;
    connection.proxy = "socks5://" + proxy.address();
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("https://cluster.example.com:6443/api", connection));
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->error().kind, ErrorKind::Network);
    QVERIFY2(contains(exchange->error().message, "socks5://" + proxy.address()), exchange->error().message.c_str());
    QCOMPARE(proxy.connections(), 1);
}

void RouteTest::tlsGoesThroughATunnel()
{
    FaultServer proxy;
    proxy.answer("cluster.example.com:6443", Script::raw("HTTP/1.1 200 OK\r\n\r\nthis is not TLS").hold());
    http::Connection connection;
    connection.proxy = proxy.url();
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get("https://cluster.example.com:6443/api", connection));
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->error().kind, ErrorKind::Tls);
    QVERIFY2(contains(exchange->error().message, "cluster.example.com:6443 through the proxy " + proxy.url()), exchange->error().message.c_str());
    QCOMPARE(exchange->head().status, 0);   // the proxy's own answer is not the server's
}

QTEST_GUILESS_MAIN(RouteTest)
#include "RouteTest.moc"
