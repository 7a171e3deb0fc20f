#include "models/http/Url.h"

#include <QtTest>

/// Reading, joining and showing URLs.
class UrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreRead_data();
    void partsAreRead();
    void thisMachineIsKnownByItsName_data();
    void thisMachineIsKnownByItsName();
    void whatIsNoUrlIsRefusedWithoutShowingCredentials();
    void credentialsAreHidden_data();
    void credentialsAreHidden();
    void pathsAreJoinedWithOneSlash_data();
    void pathsAreJoinedWithOneSlash();
};

void UrlTest::partsAreRead_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("scheme");
    QTest::addColumn<std::string>("address");
    QTest::addColumn<bool>("isNumeric");
    QTest::newRow("plain") << std::string("https://api.example.com") << std::string("https") << std::string("api.example.com:443") << false;
    QTest::newRow("port") << std::string("HTTPS://10.0.0.1:6443/x?y#z") << std::string("https") << std::string("10.0.0.1:6443") << true;
    QTest::newRow("IPv6") << std::string("http://[::1]:8080/") << std::string("http") << std::string("[::1]:8080") << true;
    QTest::newRow("without a scheme") << std::string("proxy:3128") << std::string("http") << std::string("proxy:3128") << false;
    QTest::newRow("user") << std::string("socks5://u:p@proxy:1080") << std::string("socks5") << std::string("proxy:1080") << false;
}

void UrlTest::partsAreRead()
{
    QFETCH(std::string, text);
    QFETCH(std::string, scheme);
    QFETCH(std::string, address);
    QFETCH(bool, isNumeric);
    const auto url = http::parseUrl(text, "http");
    QVERIFY2(url, text.c_str());
    QCOMPARE(url->scheme, scheme);
    QCOMPARE(url->address(), address);
    QCOMPARE(url->hasNumericHost(), isNumeric);
    QCOMPARE(url->userInfo.empty(), text.find('@') == std::string::npos);
}

void UrlTest::thisMachineIsKnownByItsName_data()
{
    QTest::addColumn<bool>("loopback");
    for (const char *here : {"https://localhost:6443", "http://LOCALHOST", "https://127.0.0.1:6443/prefix", "https://127.8.9.10", "https://[::1]:6443"})
        QTest::newRow(here) << true;
    for (const char *far : {"https://10.0.0.1:6443", "https://localhost.example.com", "https://127.example.com", "https://[fd00::1]:6443", "https://128.0.0.1"})
        QTest::newRow(far) << false;
}

void UrlTest::thisMachineIsKnownByItsName()
{
    QFETCH(bool, loopback);
    const auto url = http::parseUrl(QTest::currentDataTag());
    QVERIFY(url);
    QCOMPARE(url->isLoopback(), loopback);
}

void UrlTest::whatIsNoUrlIsRefusedWithoutShowingCredentials()
{
    for (const char *text : {"", "no scheme", "https://user:canary@host:port/", "https://user:canary@ho st/", "https://"}) {
        const auto url = http::parseUrl(text);
        QVERIFY2(!url, text);
        QCOMPARE(url.error().kind, base::ErrorKind::Misuse);
        QVERIFY(url.error().message.find("canary") == std::string::npos);
    }
}

void UrlTest::credentialsAreHidden_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("nothing to hide") << std::string("see https://host/a@b") << std::string("see https://host/a@b");
    QTest::newRow("user and password") << std::string("proxy http://u:p@h:1/ failed") << std::string("proxy http://***@h:1/ failed");
    QTest::newRow("a sign in the password") << std::string("http://u:p@ss@h") << std::string("http://***@h");
    QTest::newRow("signs that end a URL in a text") << std::string("https://u:p>'\"@h") << std::string("https://***@h");
    QTest::newRow("one slash") << std::string("https:/u:p@h") << std::string("https:/***@h");
    QTest::newRow("three slashes") << std::string("https:///u:p@h") << std::string("https:///***@h");
    QTest::newRow("two") << std::string("http://a@b, https://c:d@e") << std::string("http://***@b, https://***@e");
    QTest::newRow("empty") << std::string() << std::string();
}

void UrlTest::credentialsAreHidden()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(http::redactUserInfo(text), expected);
}

void UrlTest::pathsAreJoinedWithOneSlash_data()
{
    QTest::addColumn<std::string>("base");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("plain") << std::string("https://h") << std::string("/api/v1") << std::string("https://h/api/v1");
    QTest::newRow("slash on both sides") << std::string("https://h/") << std::string("/api/v1") << std::string("https://h/api/v1");
    QTest::newRow("prefix") << std::string("https://h/k8s/clusters/c-x") << std::string("/api") << std::string("https://h/k8s/clusters/c-x/api");
    QTest::newRow("prefix with slash") << std::string("https://h/k8s/clusters/c-x/") << std::string("api") << std::string("https://h/k8s/clusters/c-x/api");
    QTest::newRow("no path") << std::string("https://h") << std::string() << std::string("https://h/");
}

void UrlTest::pathsAreJoinedWithOneSlash()
{
    QFETCH(std::string, base);
    QFETCH(std::string, path);
    QFETCH(std::string, expected);
    QCOMPARE(http::joinUrl(base, path), expected);
}

QTEST_APPLESS_MAIN(UrlTest)
#include "UrlTest.moc"
