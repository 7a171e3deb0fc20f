#include "models/http/ServerCertificates.h"
#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <QtTest>

using base::ErrorKind;
using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Identity;
using support::Script;
using support::TestAuthority;
using support::TlsWish;
using namespace std::chrono_literals;

namespace {

constexpr int tls10 = 0x0301, tls11 = 0x0302, tls12 = 0x0303, tls13 = 0x0304;

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// Certificates and TLS as they go wrong (F17, F18): each failure has words of its own and a next step.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGivenAuthorityIsTrusted();
    void theSystemsAuthoritiesDoNotVouchForIt();
    void whatIsWrongIsSaidInWords_data();
    void whatIsWrongIsSaidInWords();
    void allMessagesDiffer();
    void aRefusedClientCertificateIsNamed_data();
    void aRefusedClientCertificateIsNamed();
    void anAcceptedClientCertificateWorks();
    void insecureAcceptsEverything();
    void theServerNameReplacesTheHost();
    void aWrongServerNameIsRefused();
    void theCertificateThatAServerShowedIsKept();
    void plainHttpOnATlsPortIsNamed();
    void tlsOnAnHttpPortIsNamed();
    void garbageInMidStreamEndsTheStream();
    void connectionsWithOtherSettingsAreNotShared();
    void retiredSettingsGetAFreshConnection();
    void expiredSettingsEndTheStreams();

private:
    TlsWish good() const { return wish({.commonName = "api", .names = {"IP:127.0.0.1", "DNS:api.example.com"}}); }
    TlsWish wish(const support::CertificateWish &certificate) const
    {
        TlsWish result;
        result.identity = m_authority.issue(certificate);
        return result;
    }
    http::Connection trusting() const
    {
        http::Connection connection;
        connection.authorityPem = m_authority.pem();
        return connection;
    }
    base::Error errorOf(const TlsWish &wish, const http::Connection &connection);

    TestAuthority m_authority{"cluster authority"};
    http::HttpThread m_thread{fault::settings()};
};

base::Error TlsTest::errorOf(const TlsWish &wish, const http::Connection &connection)
{
    FaultServer server(wish);
    server.answer("/", Script::answer(200, "secret"));
    Exchange exchange(m_thread, get(server.url("/"), connection));
    exchange->wait();
    return exchange->size() == 0 ? exchange->error() : base::makeError(ErrorKind::Io, "bytes were delivered");
}

void TlsTest::theGivenAuthorityIsTrusted()
{
    FaultServer server(good());
    server.answer("/", Script::answer(200, "ok"));
    Exchange exchange(m_thread, get(server.url("/"), trusting()));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    QCOMPARE(exchange->body(), std::string("ok"));
}

void TlsTest::theSystemsAuthoritiesDoNotVouchForIt()
{
    const base::Error error = errorOf(good(), {});
    QCOMPARE(error.kind, ErrorKind::Tls);
    QVERIFY2(contains(error.message, "this system's certificate authorities"), error.message.c_str());
}

void TlsTest::whatIsWrongIsSaidInWords_data()
{
    QTest::addColumn<TlsWish>("wish");
    QTest::addColumn<std::string>("words");
    QTest::addColumn<std::string>("next");
    support::CertificateWish certificate{.commonName = "api", .names = {"IP:127.0.0.1"}};
    auto expired = certificate;
    expired.validFrom = -48h;
    expired.validUntil = -24h;
    auto future = certificate;
    future.validFrom = 24h;
    future.validUntil = 48h;
    auto otherName = certificate;
    otherName.names = {"DNS:kubernetes.default", "IP:10.96.0.1"};
    auto weak = certificate;
    weak.weakKeyBits = 1024;
    TlsWish selfSigned;
    selfSigned.identity = TestAuthority::selfSigned(certificate);
    TlsWish otherAuthority;
    otherAuthority.identity = TestAuthority("another authority").issue(certificate);
    TlsWish old = wish(certificate);
    old.oldestVersion = tls10;
    old.newestVersion = tls11;
    TlsWish alien = wish(certificate);
    alien.protocol = "spdy/1";
    QTest::newRow("expired") << wish(expired) << std::string("expired on ") << std::string("Renew the certificate");
    QTest::newRow("not yet valid") << wish(future) << std::string("is valid only from ") << std::string("Correct the clock");
    QTest::newRow("self-signed") << selfSigned << std::string("is self-signed (\"CN=api\")") << std::string("certificate-authority-data");
    QTest::newRow("unknown authority") << otherAuthority << std::string("signed by \"CN=another authority\"") << std::string("certificate-authority-data");
    QTest::newRow("wrong name") << wish(otherName) << std::string("is not for 127.0.0.1; it names kubernetes.default, 10.96.0.1") << std::string("tls-server-name");
    QTest::newRow("weak key") << wish(weak) << std::string("key too ") << std::string("needs another certificate");
    QTest::newRow("TLS 1.0 and 1.1 only") << old << std::string("no TLS version from 1.2 on") << std::string("must be updated");
    QTest::newRow("another protocol by ALPN") << alien << std::string("ALPN") << std::string("Check the port");
}

void TlsTest::whatIsWrongIsSaidInWords()
{
    QFETCH(TlsWish, wish);
    QFETCH(std::string, words);
    QFETCH(std::string, next);
    const base::Error error = errorOf(wish, trusting());
    QVERIFY2(error.kind == ErrorKind::Tls, error.message.c_str());
    QVERIFY2(contains(error.message, words), error.message.c_str());
    QVERIFY2(contains(error.message, next), error.message.c_str());
    QVERIFY2(contains(error.message, "127.0.0.1:"), error.message.c_str());
}

void TlsTest::allMessagesDiffer()
{
    support::CertificateWish certificate{.commonName = "api", .names = {"IP:127.0.0.1"}};
    auto expired = certificate;
    expired.validUntil = -1h;
    expired.validFrom = -2h;
    auto otherName = certificate;
    otherName.names = {"DNS:other"};
    TlsWish selfSigned;
    selfSigned.identity = TestAuthority::selfSigned(certificate);
    TlsWish old = wish(certificate);
    old.newestVersion = tls11;
    TlsWish asking = wish(certificate);
    asking.clientAuthorityPem = m_authority.pem();
    std::set<std::string> messages;
    for (const TlsWish &each : {wish(expired), wish(otherName), selfSigned, old, asking}) {
        const base::Error error = errorOf(each, trusting());
        QCOMPARE(error.kind, ErrorKind::Tls);
        const std::size_t reason = error.message.find(" failed: ");
        QVERIFY2(reason != std::string::npos, error.message.c_str());
        messages.insert(error.message.substr(reason));
    }
    QCOMPARE(messages.size(), std::size_t(5));
}

void TlsTest::aRefusedClientCertificateIsNamed_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("shows");
    QTest::addColumn<std::string>("words");
    const std::string none = "asks for a client certificate, and the kubeconfig has none", refused = "refused the client certificate";
    QTest::newRow("TLS 1.2, none shown") << tls12 << false << none;
    QTest::newRow("TLS 1.3, none shown") << tls13 << false << none;
    QTest::newRow("TLS 1.2, of another authority") << tls12 << true << refused;
    QTest::newRow("TLS 1.3, of another authority") << tls13 << true << refused;
}

void TlsTest::aRefusedClientCertificateIsNamed()
{
    QFETCH(int, version);
    QFETCH(bool, shows);
    QFETCH(std::string, words);
    TlsWish wish = good();
    wish.newestVersion = version;
    wish.clientAuthorityPem = m_authority.pem();
    http::Connection connection = trusting();
    if (shows) {
        const Identity stranger = TestAuthority("another authority").issue({.commonName = "jane"});
        connection.clientCertificatePem = stranger.certificatePem;
        connection.clientKeyPem = base::SecretText(stranger.keyPem);
    }
    const base::Error error = errorOf(wish, connection);
    QVERIFY2(error.kind == ErrorKind::Tls, error.message.c_str());
    QVERIFY2(contains(error.message, words), error.message.c_str());
}

void TlsTest::anAcceptedClientCertificateWorks()
{
    TlsWish wish = good();
    wish.clientAuthorityPem = m_authority.pem();
    FaultServer server(wish);
    server.answer("/", Script::answer(200, "hello jane"));
    http::Connection connection = trusting();
    const Identity jane = m_authority.issue({.commonName = "jane", .organizations = {"developers"}});
    connection.clientCertificatePem = jane.certificatePem;
    connection.clientKeyPem = base::SecretText(jane.keyPem);
    Exchange exchange(m_thread, get(server.url("/"), connection));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
}

void TlsTest::insecureAcceptsEverything()
{
    TlsWish wish;
    wish.identity = TestAuthority::selfSigned({.commonName = "x", .names = {"DNS:elsewhere"}, .validFrom = -48h, .validUntil = -24h});
    FaultServer server(wish);
    server.answer("/", Script::answer(200, "ok"));
    http::Connection connection;
    connection.insecure = true;
    Exchange exchange(m_thread, get(server.url("/"), connection));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
}

void TlsTest::theServerNameReplacesTheHost()
{
    FaultServer server(wish({.commonName = "api", .names = {"DNS:api.example.com"}}));
    server.answer("/x", Script::answer(200, "ok"));
    http::Connection connection = trusting();
    connection.serverName = "api.example.com";
    Exchange exchange(m_thread, get(server.url("/x?a=b"), connection));
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    QCOMPARE(server.requests().at(0).header("Host"), server.address());
    QCOMPARE(server.requests().at(0).target, std::string("/x?a=b"));
    QCOMPARE(server.serverNames(), std::vector<std::string>{"api.example.com"});

    FaultServer byAddress(good());
    byAddress.answer("/", Script::answer(200, "ok"));
    Exchange plain(m_thread, get(byAddress.url("/"), trusting()));
    QVERIFY(plain->wait());
    QVERIFY(plain->succeeded());
    QCOMPARE(byAddress.serverNames(), std::vector<std::string>{""});
}

void TlsTest::theCertificateThatAServerShowedIsKept()
{
    const auto kept = [](const FaultServer &server, const std::string &name = {}) { return http::ServerCertificates::instance().of(server.url("/any"), name); };
    auto certificate = good();
    FaultServer server(certificate);
    server.answer("/", Script::answer(403, "no"));
    http::Connection connection = trusting();
    connection.serverName = "api.example.com";
    Exchange exchange(m_thread, get(server.url("/"), connection));
    QVERIFY(exchange->wait());
    QVERIFY(!kept(server));
    const auto shown = kept(server, connection.serverName);
    QVERIFY(shown);
    QCOMPARE(shown->subject, std::string("CN=api"));
    QCOMPARE(shown->notAfter, http::parsePem(certificate.identity.certificatePem)->front().notAfter);

    FaultServer stranger(wish({.commonName = "stranger", .names = {"DNS:elsewhere"}}));
    Exchange refused(m_thread, get(stranger.url("/"), trusting()));
    QVERIFY(refused->wait());
    QVERIFY(!kept(stranger));

    FaultServer plain;
    plain.answer("/", Script::answer(200, "ok"));
    Exchange open(m_thread, get(plain.url("/")));
    QVERIFY(open->wait());
    QVERIFY(!kept(plain));
}

void TlsTest::aWrongServerNameIsRefused()
{
    http::Connection connection = trusting();
    connection.serverName = "elsewhere.example.com";
    const base::Error error = errorOf(good(), connection);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QVERIFY2(contains(error.message, "is not for elsewhere.example.com; it names api.example.com, 127.0.0.1"), error.message.c_str());
}

void TlsTest::plainHttpOnATlsPortIsNamed()
{
    FaultServer server;
    server.greet(Script::raw("HTTP/1.1 400 Bad Request\r\n\r\nClient sent an HTTP request").close());
    Exchange exchange(m_thread, get("https://" + server.address() + "/", trusting()));
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->error().kind, ErrorKind::Tls);
    QVERIFY2(contains(exchange->error().message, "does not speak TLS"), exchange->error().message.c_str());
    QVERIFY2(contains(exchange->error().message, "http://"), exchange->error().message.c_str());
}

void TlsTest::tlsOnAnHttpPortIsNamed()
{
    FaultServer server;
    server.greet(Script::raw(std::string("\x15\x03\x01\x00\x02\x02\x46", 7)).close());   // a TLS alert, as TLS servers answer plain text
    Exchange exchange(m_thread, get(server.url("/")));
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->error().kind, ErrorKind::Network);
    QVERIFY2(contains(exchange->error().message, "Try https://"), exchange->error().message.c_str());
}

void TlsTest::garbageInMidStreamEndsTheStream()
{
    FaultServer server(good());
    server.answer("/watch", Script::stream().send("event").gate("seen").unencrypted("this is no TLS record").hold());
    Exchange exchange(m_thread, get(server.url("/watch"), trusting()));
    QVERIFY(exchange->waitForBytes(5));
    server.open("seen");
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->error().kind, ErrorKind::Network);
    QVERIFY2(contains(exchange->error().message, "broke"), exchange->error().message.c_str());
    QCOMPARE(exchange->body(), std::string("event"));
    QCOMPARE(server.connections(), 1);
}

void TlsTest::connectionsWithOtherSettingsAreNotShared()
{
    FaultServer server(good());
    server.answer("/", Script::answer(200, "ok"));
    http::Connection named = trusting();
    named.serverName = "api.example.com";
    http::Connection insecure;
    insecure.insecure = true;
    http::Connection certified = trusting();
    const Identity jane = m_authority.issue({.commonName = "jane"});
    certified.clientCertificatePem = jane.certificatePem;
    certified.clientKeyPem = base::SecretText(jane.keyPem);
    for (int round = 0; round < 2; ++round) {
        for (const http::Connection &connection : {trusting(), named, insecure, certified}) {
            Exchange exchange(m_thread, get(server.url("/"), connection));
            QVERIFY(exchange->wait());
            QVERIFY(exchange->succeeded());
        }
    }
    QCOMPARE(server.connections(), 4);
}

void TlsTest::retiredSettingsGetAFreshConnection()
{
    FaultServer server(good());
    server.answer("/", Script::answer(200, "ok"));
    server.answer("/watch", Script::stream().send("a").gate("more").send("b"));
    Exchange watch(m_thread, get(server.url("/watch"), trusting()));
    QVERIFY(watch->waitForBytes(1));
    m_thread.retire(trusting());
    Exchange exchange(m_thread, get(server.url("/"), trusting()));
    QVERIFY(exchange->wait());
    QCOMPARE(server.connections(), 2);
    m_thread.retire(trusting());
    QVERIFY(server.waitForOpenConnections(1));   // the idle one is closed, the watch goes on
    server.open("more");
    QVERIFY(watch->wait());
    QVERIFY(watch->succeeded());
    QVERIFY(server.waitForOpenConnections(0));
}

void TlsTest::expiredSettingsEndTheStreams()
{
    FaultServer server(good());
    server.answer("/watch", Script::stream().send("a").hold());
    server.answer("/object", Script::stream().send("a").gate("more").send("b"));
    Exchange watch(m_thread, get(server.url("/watch"), trusting()));
    http::Request wanted = get(server.url("/object"), trusting());
    wanted.deadline = std::chrono::minutes(5);
    Exchange object(m_thread, wanted);
    QVERIFY(watch->waitForBytes(1));
    QVERIFY(object->waitForBytes(1));
    m_thread.expire(trusting());
    QVERIFY(watch->wait());
    QCOMPARE(watch->error().kind, base::ErrorKind::Network);
    QVERIFY(server.waitForOpenConnections(1));
    QCOMPARE(object->timesDone(), 0);
    server.open("more");
    QVERIFY(object->wait());
    QVERIFY(object->succeeded());
}

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
