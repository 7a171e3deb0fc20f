#include "models/http/Proxy.h"

#include <QtTest>

#include <map>

/// Which proxy the environment names, by Go's rules.
class ProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noProxyCovers_data();
    void noProxyCovers();
    void theSchemeChoosesTheVariable();
    void upperCaseComesFirst();
    void loopbackNeverGoesThroughAProxy_data();
    void loopbackNeverGoesThroughAProxy();
};

void ProxyTest::noProxyCovers_data()
{
    QTest::addColumn<QByteArray>("noProxy");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("covered");
    const auto row = [](const char *noProxy, const char *host, int port, bool covered) {
        QTest::addRow("%s %s:%d", noProxy, host, port) << QByteArray(noProxy) << QByteArray(host) << port << covered;
    };
    row("", "example.com", 443, false);
    row("*", "example.com", 443, true);
    row("example.com", "example.com", 443, true);
    row("example.com", "api.example.com", 443, true);
    row("example.com", "badexample.com", 443, false);
    row(".example.com", "api.example.com", 443, true);
    row(".example.com", "example.com", 443, false);
    row("*.example.com", "api.example.com", 443, true);
    row("a, EXAMPLE.com", "Example.COM.", 443, true);
    row("example.com:6443", "example.com", 6443, true);
    row("example.com:6443", "example.com", 443, false);
    row("10.0.0.1", "10.0.0.1", 443, true);
    row("10.0.0.1", "10.0.0.10", 443, false);
    row("10.0.0.1:6443", "10.0.0.1", 6443, true);
    row("10.0.0.0/8", "10.200.3.4", 443, true);
    row("10.0.0.0/8", "11.0.0.1", 443, false);
    row("10.128.0.0/9", "10.127.255.255", 443, false);
    row("0.0.0.0/0", "8.8.8.8", 443, true);
    row("10.0.0.0/33", "10.0.0.0", 443, false);
    row("10.0.0.0/x", "10.0.0.0", 443, false);
    row("10.0.0.0/8", "ten.example.com", 443, false);
    row("fd00::/8", "fd12::1", 443, true);
    row("fd00::/8", "fe80::1", 443, false);
    row("fd12::1", "fd12:0::1", 443, true);
    row("[fd12::1]:6443", "fd12::1", 6443, true);
    row("[fd12::1]:6443", "fd12::1", 443, false);
}

void ProxyTest::noProxyCovers()
{
    QFETCH(QByteArray, noProxy);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    QFETCH(bool, covered);
    QCOMPARE(http::isWithoutProxy(host.toStdString(), port, noProxy.toStdString()), covered);
}

void ProxyTest::theSchemeChoosesTheVariable()
{
    const http::ProxyEnvironment environment{"http://plain:1", "http://secure:2", "other"};
    QCOMPARE(http::proxyFor(*http::parseUrl("https://example.com"), environment), std::string("http://secure:2"));
    QCOMPARE(http::proxyFor(*http::parseUrl("http://example.com"), environment), std::string("http://plain:1"));
    QCOMPARE(http::proxyFor(*http::parseUrl("http://other"), environment), std::string());
}

void ProxyTest::upperCaseComesFirst()
{
    const std::map<std::string, std::string> variables{{"HTTPS_PROXY", "upper"}, {"https_proxy", "lower"}, {"http_proxy", "plain"}, {"NO_PROXY", ""}, {"no_proxy", "x"}};
    const auto environment = http::ProxyEnvironment::read([&](const char *name) {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    });
    QCOMPARE(environment.httpsProxy, std::string("upper"));
    QCOMPARE(environment.httpProxy, std::string("plain"));
    QCOMPARE(environment.noProxy, std::string("x"));
}

void ProxyTest::loopbackNeverGoesThroughAProxy_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"https://127.0.0.1:6443", "https://localhost:6443", "http://127.8.8.8", "https://[::1]:6443", "http://LOCALHOST"})
        QTest::addRow("%s", url) << QByteArray(url);
}

void ProxyTest::loopbackNeverGoesThroughAProxy()
{
    QFETCH(QByteArray, url);
    QCOMPARE(http::proxyFor(*http::parseUrl(url.toStdString()), {"http://p", "http://p", ""}), std::string());
}

QTEST_APPLESS_MAIN(ProxyTest)
#include "ProxyTest.moc"
