#include "tests/fault/window/SmallApi.h"
#include "tests/fault/window/Window.h"

#include <openssl/ssl.h>

#include <set>

using fault::Shown;
using fault::SmallApi;
using fault::Window;
using support::CertificateWish;
using support::FaultServer;
using support::Identity;
using support::Script;
using support::TestAuthority;
using support::TlsWish;
using namespace std::chrono_literals;

namespace {

std::string base64(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

std::string withAuthority(const TestAuthority &authority)
{
    return ", certificate-authority-data: " + base64(authority.pem());
}

TlsWish of(const Identity &identity)
{
    TlsWish wish;
    wish.identity = identity;
    return wish;
}

} // namespace

/// What a person sees of a server that cannot be reached, or not be trusted: which step failed, why, and what to do.
class ConnectionFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init() { m_window = std::make_unique<Window>(); }
    void cleanup() { m_window.reset(); }

    void f17_eachDoubtAboutACertificateHasItsWordsAndNextStep_data();
    void f17_eachDoubtAboutACertificateHasItsWordsAndNextStep();
    void f17_aRefusedClientCertificateIsSaid();
    void f18_aServerWithoutTlsIsNamedAndNotAskedInALoop();
    void f18_anAlertInMidstreamLeavesTheRowsStale();
    void f20_aNameThatDoesNotExistIsSaidWhileTheWindowAnswers();
    void f21_aProxyThatWantsOtherCredentialsIsNamedWithoutThem();
    void f21_theProxyOfTheContextIsUsed();

private:
    /// What the pane of that cluster says in the end.
    Shown outcome(const std::string &kubeconfig);

    TestAuthority m_authority{"our authority"}, m_other{"another authority"};
    std::unique_ptr<Window> m_window;
};

Shown ConnectionFaultsTest::outcome(const std::string &kubeconfig)
{
    if (!m_window->open(kubeconfig))
        return {};
    shell::ClusterPane *pane = m_window->pane();
    (void)QTest::qWaitFor([&] { return !Window::notice(pane).steps.isEmpty(); }, fault::patience);
    return Window::notice(pane);
}

void ConnectionFaultsTest::f17_eachDoubtAboutACertificateHasItsWordsAndNextStep_data()
{
    QTest::addColumn<TlsWish>("wish");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("next");
    CertificateWish good{.names = {"IP:127.0.0.1"}}, expired = good, future = good, otherName = good, weak = good;
    expired.validFrom = -48h;
    expired.validUntil = -24h;
    future.validFrom = 24h;
    future.validUntil = 48h;
    otherName.names = {"DNS:kubernetes.default"};
    weak.weakKeyBits = 1024;
    TlsWish old = of(m_authority.issue(good));
    old.newestVersion = TLS1_1_VERSION;
    QTest::newRow("expired") << of(m_authority.issue(expired)) << QStringLiteral("expired on") << QStringLiteral("Renew the certificate");
    QTest::newRow("not yet valid") << of(m_authority.issue(future)) << QStringLiteral("is valid only from") << QStringLiteral("Correct the clock");
    QTest::newRow("self-signed") << of(TestAuthority::selfSigned(good)) << QStringLiteral("is self-signed") << QStringLiteral("certificate-authority-data");
    QTest::newRow("another authority") << of(m_other.issue(good)) << QStringLiteral("another authority") << QStringLiteral("certificate-authority-data");
    QTest::newRow("another name") << of(m_authority.issue(otherName)) << QStringLiteral("is not for 127.0.0.1") << QStringLiteral("tls-server-name");
    QTest::newRow("weak key") << of(m_authority.issue(weak)) << QStringLiteral("key too") << QStringLiteral("needs another certificate");
    QTest::newRow("TLS 1.1") << old << QStringLiteral("no TLS version from 1.2 on") << QStringLiteral("must be updated");
}

void ConnectionFaultsTest::f17_eachDoubtAboutACertificateHasItsWordsAndNextStep()
{
    QFETCH(TlsWish, wish);
    QFETCH(QString, words);
    QFETCH(QString, next);
    SmallApi api(wish);
    const Shown shown = outcome(fault::kubeConfig("demo", api.server.url(), withAuthority(m_authority), "token: canary"));
    QVERIFY2(shown.says(words), shown.text().constData());
    QVERIFY2(shown.says(next), shown.text().constData());
    QVERIFY2(shown.title.contains(QString::fromStdString(api.server.url())), shown.text().constData());
    QVERIFY2(shown.title.contains(QStringLiteral("refused")), shown.text().constData());
    QVERIFY2(shown.steps.contains(QStringLiteral("Try again now")), shown.text().constData());
    QVERIFY2(!shown.says(QStringLiteral("canary")), shown.text().constData());
    QCOMPARE(Window::dialogs(), 0);
}

void ConnectionFaultsTest::f17_aRefusedClientCertificateIsSaid()
{
    TlsWish wish = of(m_authority.issue({.names = {"IP:127.0.0.1"}}));
    wish.clientAuthorityPem = m_authority.pem();
    SmallApi api(wish);
    const Identity stranger = m_other.issue({.commonName = "stranger"});
    const Shown shown = outcome(fault::kubeConfig("demo", api.server.url(), withAuthority(m_authority),
                                                  "client-certificate-data: " + base64(stranger.certificatePem) + ", client-key-data: " + base64(stranger.keyPem)));
    QVERIFY2(shown.says(QStringLiteral("client certificate")), shown.text().constData());
    QVERIFY2(shown.steps.contains(QStringLiteral("Try again now")), shown.text().constData());
}

void ConnectionFaultsTest::f18_aServerWithoutTlsIsNamedAndNotAskedInALoop()
{
    FaultServer server;
    server.greet(Script::raw("HTTP/1.1 400 Bad Request\r\n\r\nClient sent an HTTP request").close());
    const Shown shown = outcome(fault::kubeConfig("demo", "https://" + server.address()));
    QVERIFY2(shown.says(QStringLiteral("does not speak TLS")), shown.text().constData());
    QVERIFY2(shown.says(QStringLiteral("http://")), shown.text().constData());
    const int dialled = server.connections();
    QVERIFY2(dialled <= 6, qPrintable(QString::number(dialled))); // discovery, namespaces and two kinds of definitions
    QVERIFY(Window::press(m_window->pane(), QStringLiteral("Try again now")));
    QTRY_VERIFY_WITH_TIMEOUT(server.connections() > dialled, fault::patience);
}

void ConnectionFaultsTest::f18_anAlertInMidstreamLeavesTheRowsStale()
{
    SmallApi api(of(m_authority.issue({.names = {"IP:127.0.0.1"}})));
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(SmallApi::whole({SmallApi::pod("a", "5"), SmallApi::pod("b", "6")}))
                                             .gate("alert").unencrypted(std::string("\x15\x03\x03\x00\x02\x02\x14", 7)).hold());
    api.server.answer(SmallApi::Resumed, SmallApi::refused(503, "ServiceUnavailable", "the server is going down"));
    QVERIFY(m_window->open(fault::kubeConfig("demo", api.server.url(), withAuthority(m_authority), "token: canary")));
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    api.server.open("alert");
    TRY_SHOWN(pods, Window::notice(pods).title.startsWith(QStringLiteral("Stale since")));
    QCOMPARE(pods->model().rowCount(), 2);
    api.server.answer(SmallApi::Resumed, SmallApi::stream().hold());
    TRY_SHOWN(pods, (Window::press(pods, QStringLiteral("Try again now")), Window::isLive(pods)));
    QCOMPARE(pods->model().rowCount(), 2);
}

void ConnectionFaultsTest::f20_aNameThatDoesNotExistIsSaidWhileTheWindowAnswers()
{
    const std::string kubeconfig = fault::kubeConfig("demo", "http://nowhere.invalid:6443");
    QVERIFY(m_window->open(kubeconfig));
    // Nothing was waited for: what is tried is said before the resolver had a chance to answer.
    QCOMPARE(m_window->pane()->findChild<base::StateNotice *>()->accessibleName(), QStringLiteral("Connecting to http://nowhere.invalid:6443"));
    QTRY_VERIFY_WITH_TIMEOUT(!Window::notice(m_window->pane()).steps.isEmpty(), fault::patience);
    const Shown shown = Window::notice(m_window->pane());
    QVERIFY2(shown.says(QStringLiteral("nowhere.invalid")), shown.text().constData());
    QVERIFY2(shown.says(QStringLiteral("resolve")) || shown.says(QStringLiteral("look")), shown.text().constData());
    QVERIFY2(shown.steps.contains(QStringLiteral("Try again now")), shown.text().constData());
}

void ConnectionFaultsTest::f21_aProxyThatWantsOtherCredentialsIsNamedWithoutThem()
{
    FaultServer proxy;
    proxy.greet(Script::raw());
    proxy.answer("api.example.com:6443", Script::answer(407, "no", {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    const std::string url = "http://jane:canary@" + proxy.address();
    const Shown shown = outcome(fault::kubeConfig("demo", "https://api.example.com:6443", ", proxy-url: \"" + url + "\"", "token: t"));
    QVERIFY2(shown.says(QStringLiteral("proxy")), shown.text().constData());
    QVERIFY2(shown.says(QString::fromStdString(proxy.address())), shown.text().constData());
    QVERIFY2(!shown.says(QStringLiteral("canary")), shown.text().constData());
    QVERIFY2(!Window::allWords(&m_window->window()).contains(QStringLiteral("canary")), "the password of the proxy is shown");
    QVERIFY2(shown.steps.contains(QStringLiteral("Try again now")), shown.text().constData());
}

void ConnectionFaultsTest::f21_theProxyOfTheContextIsUsed()
{
    FaultServer proxy;
    const auto through = [](const std::string &path) { return "http://api.example.com" + path; };
    for (const std::string &path : {std::string("/api"), std::string("/apis")})
        proxy.answer(through(path), SmallApi::refused(503, "ServiceUnavailable", "answered by the proxy"));
    const Shown shown = outcome(fault::kubeConfig("demo", "http://api.example.com", ", proxy-url: \"http://" + proxy.address() + "\""));
    QVERIFY2(shown.says(QStringLiteral("answered by the proxy")), shown.text().constData());
}

QTEST_MAIN(ConnectionFaultsTest)
#include "ConnectionFaultsTest.moc"
