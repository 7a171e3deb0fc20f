#include "models/http/SystemProxy.h"

#include <QTest>

/// What Windows keeps about proxies, as variables would say it.
class SystemProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneServerIsForEverything();
    void eachSchemeMayHaveItsOwn();
    void theFirstOfSeveralCounts();
    void socksIsForWhatHasNothingElse();
    void exceptionsCoverWhatTheyName_data();
    void exceptionsCoverWhatTheyName();
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

void SystemProxyTest::theFirstOfSeveralCounts()
{
    const auto proxies = http::proxiesOfWindows("one:1;two:2 https=three:3", "");
    QCOMPARE(proxies.httpProxy, std::string("one:1"));
    QCOMPARE(proxies.httpsProxy, std::string("one:1"));
}

void SystemProxyTest::socksIsForWhatHasNothingElse()
{
    const auto proxies = http::proxiesOfWindows("HTTP=a:80;socks=d:1080", "");
    QCOMPARE(proxies.httpProxy, std::string("a:80"));
    QCOMPARE(proxies.httpsProxy, std::string("socks4://d:1080"));
}

void SystemProxyTest::exceptionsCoverWhatTheyName_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("exceptions");
    QTest::addColumn<bool>("isCovered");
    const auto row = [](const char *url, const char *exceptions, bool isCovered) { QTest::newRow(qPrintable(QString::fromLatin1("%1 by %2").arg(QLatin1String(url), QLatin1String(exceptions)))) << url << exceptions << isCovered; };
    row("https://api.corp.example", "*.corp.example; 10.*;192.168.*.*;build.example", true);
    row("https://10.3.4.5", "*.corp.example; 10.*;192.168.*.*;build.example", true);
    row("https://192.168.7.8:6443", "*.corp.example; 10.*;192.168.*.*;build.example", true);
    row("https://Build.Example", "*.corp.example; 10.*;192.168.*.*;BUILD.example", true);
    row("https://corp.example", "*.corp.example", false);
    row("https://evilcorp.example", "*.corp.example", false);
    row("https://corp.example", "*corp.example", true);
    row("https://11.0.0.1", "10.*", false);
    row("https://110.0.0.1", "10.*", false);
    row("https://192.169.0.1", "192.168.*.*", false);
    row("https://sub.build.example", "build.example", false);
    row("https://k8s-7.east.corp", "k8s-*.*.corp", true);
    row("https://k8s-7.corp", "k8s-*.*.corp", false);
    row("https://anything.at.all", "*", true);
    row("https://intranet", "<local>", true);
    row("https://intranet.corp", "<local>", false);
    row("https://[fd00::1]", "<local>", false);
    row("https://[fd00::1]:6443", "[fd00::1]", true);
    row("https://[fd00::1]:6443", "fd00::*", true);
    row("https://[fd00::1]:6443", "[fd00::1]:6443", true);
    row("https://[fd00::1]:6443", "[fd00::1]:443", false);
    row("https://a.corp:6443", "*.corp:6443", true);
    row("https://a.corp:443", "*.corp:6443", false);
    row("https://a.corp", "https://*.corp", true);
    row("http://a.corp", "https://*.corp", false);
    row("https://a.corp", "", false);
    row("https://a.corp", "; ;", false);
}

void SystemProxyTest::exceptionsCoverWhatTheyName()
{
    QFETCH(QString, url);
    QFETCH(QString, exceptions);
    QFETCH(bool, isCovered);
    const http::Url parsed = *http::parseUrl(url.toStdString());
    QCOMPARE(http::isExceptionOfWindows(parsed, exceptions.toStdString()), isCovered);
    const auto proxies = http::proxiesOfWindows("p:1", exceptions.toStdString());
    QCOMPARE(http::proxyFor(parsed, proxies), isCovered ? std::string() : std::string("p:1"));
}

void SystemProxyTest::noSettingIsNoProxy()
{
    const auto proxies = http::proxiesOfWindows("", "");
    QVERIFY(proxies.httpProxy.empty() && proxies.httpsProxy.empty() && proxies.noProxy.empty() && proxies.exceptions.empty());
}

QTEST_APPLESS_MAIN(SystemProxyTest)
#include "SystemProxyTest.moc"
