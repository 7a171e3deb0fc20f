#include "models/http/SystemProxy.h"

#include <QTest>

/// What Windows keeps about proxies, as variables would say it.
class SystemProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneServerIsForEverything();
    void eachSchemeMayHaveItsOwn();
    void patternsBecomeNamesAndRanges();
    void localMeansNamesWithoutADot();
    void noSettingIsNoProxy();
};

void SystemProxyTest::oneServerIsForEverything()
{
    const auto proxies = http::proxiesOfWindows("proxy.corp:3128", "");
    QCOMPARE(proxies.httpProxy, std::string("proxy.corp:3128"));
    QCOMPARE(proxies.httpsProxy, std::string("proxy.corp:3128"));
}

void SystemProxyTest::eachSchemeMayHaveItsOwn()
{
    const auto proxies = http::proxiesOfWindows("http=a:80;https=b:443;ftp=c:21;socks=d:1080", "");
    QCOMPARE(proxies.httpProxy, std::string("a:80"));
    QCOMPARE(proxies.httpsProxy, std::string("b:443"));
}

void SystemProxyTest::patternsBecomeNamesAndRanges()
{
    const auto proxies = http::proxiesOfWindows("p:1", "*.corp.example; 10.*;192.168.*.*;build.example");
    for (const char *host : {"api.corp.example", "10.3.4.5", "192.168.7.8", "build.example"})
        QVERIFY2(http::isWithoutProxy(host, 6443, proxies.noProxy), host);
    for (const char *host : {"corp.example", "11.0.0.1", "192.169.0.1", "example"})
        QVERIFY2(!http::isWithoutProxy(host, 6443, proxies.noProxy), host);
}

void SystemProxyTest::localMeansNamesWithoutADot()
{
    const auto proxies = http::proxiesOfWindows("p:1", "<local>");
    QVERIFY(http::isWithoutProxy("intranet", 443, proxies.noProxy));
    QVERIFY(!http::isWithoutProxy("intranet.corp", 443, proxies.noProxy));
    QVERIFY(!http::isWithoutProxy("fd00::1", 443, proxies.noProxy));
}

void SystemProxyTest::noSettingIsNoProxy()
{
    const auto proxies = http::proxiesOfWindows("", "");
    QVERIFY(proxies.httpProxy.empty() && proxies.httpsProxy.empty() && proxies.noProxy.empty());
}

QTEST_APPLESS_MAIN(SystemProxyTest)
#include "SystemProxyTest.moc"
