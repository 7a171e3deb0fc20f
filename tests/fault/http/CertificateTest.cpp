#include "models/http/Certificate.h"
#include "tests/support/TestCertificates.h"

#include <QtTest>

using support::Identity;
using support::TestAuthority;
using namespace std::chrono_literals;

/// What certificates say, and whether keys fit; made for the test, which is why it stands beside the faults.
class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCertificateIsRead();
    void aChainKeepsItsOrder();
    void aCertificateForEverHasTheLastDate();
    void brokenPemIsAnError_data();
    void brokenPemIsAnError();
    void authoritiesAreChecked();
    void aKeyFitsItsCertificateOnly();
    void datesArePrinted();

private:
    TestAuthority m_authority{"authority"};
};

void CertificateTest::aCertificateIsRead()
{
    const Identity jane = m_authority.issue({.commonName = "jane \xEC\x9D\xB4", .organizations = {"developers", "system:masters"},
                                             .names = {"DNS:a.example.com", "IP:10.0.0.1", "DNS:b", "IP:fd00::1"}});
    const auto parsed = http::parsePem("some text\n" + jane.certificatePem);
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), std::size_t(1));
    const http::Certificate &certificate = parsed->front();
    QCOMPARE(certificate.subject, std::string("O=developers, O=system:masters, CN=jane \xEC\x9D\xB4"));
    QCOMPARE(certificate.issuer, std::string("CN=authority"));
    QCOMPARE(certificate.names, (std::vector<std::string>{"a.example.com", "b", "10.0.0.1", "fd00:0:0:0:0:0:0:1"}));
    const auto now = std::chrono::system_clock::now();
    QVERIFY(certificate.notBefore < now && certificate.notBefore > now - 61min);
    QVERIFY(certificate.notAfter > now + 23h && certificate.notAfter < now + 25h);
    QVERIFY(!certificate.isAuthority);
    QVERIFY(!certificate.isSelfSigned);
}

void CertificateTest::aChainKeepsItsOrder()
{
    const Identity jane = m_authority.issue({.commonName = "jane"});
    const auto parsed = http::parsePem(jane.certificatePem + jane.keyPem + m_authority.pem());
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), std::size_t(2));
    QCOMPARE(parsed->at(0).subject, std::string("CN=jane"));
    QVERIFY(parsed->at(1).isAuthority);
    QVERIFY(parsed->at(1).isSelfSigned);
}

void CertificateTest::aCertificateForEverHasTheLastDate()
{
    constexpr std::chrono::hours thousandYears{1000LL * 366 * 24};
    const auto parsed = http::parsePem(m_authority.issue({.validUntil = thousandYears}).certificatePem);
    QVERIFY(parsed);
    QVERIFY(parsed->front().notAfter == base::SystemTime::max());
}

void CertificateTest::brokenPemIsAnError_data()
{
    QTest::addColumn<std::string>("pem");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("certificate-authority-data");
    QTest::newRow("broken content") << std::string("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    QTest::newRow("no end") << m_authority.pem().substr(0, 200);
    QTest::newRow("good, then broken") << m_authority.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
}

void CertificateTest::brokenPemIsAnError()
{
    QFETCH(std::string, pem);
    const auto parsed = http::parsePem(pem);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, base::ErrorKind::BadInput);
    if (pem.find(m_authority.pem()) == std::string::npos)
        QVERIFY(!http::checkAuthority(pem));
}

void CertificateTest::authoritiesAreChecked()
{
    QVERIFY(http::checkAuthority(m_authority.pem()));
    const auto checked = http::checkAuthority("no PEM");
    QCOMPARE(checked.error().message, std::string("unable to load root certificates: unable to parse bytes as PEM block"));
    const Identity jane = m_authority.issue({.commonName = "jane"});
    QCOMPARE(http::checkAuthority(jane.keyPem).error().message,
             std::string("unable to load root certificates: no valid certificate authority data seen"));
    QVERIFY(http::checkAuthority(m_authority.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
}

void CertificateTest::aKeyFitsItsCertificateOnly()
{
    const Identity jane = m_authority.issue({.commonName = "jane"}), joe = m_authority.issue({.commonName = "joe"});
    QVERIFY(http::keyFits(jane.certificatePem, jane.keyPem));
    QVERIFY(http::keyFits(jane.certificatePem + m_authority.pem(), jane.keyPem));
    QCOMPARE(http::keyFits(jane.certificatePem, joe.keyPem).error().message, std::string("tls: private key does not match public key"));
    QCOMPARE(http::keyFits("", jane.keyPem).error().message, std::string("tls: failed to find any PEM data in certificate input"));
    QCOMPARE(http::keyFits(jane.certificatePem, "x").error().message, std::string("tls: failed to find any PEM data in key input"));
    QCOMPARE(http::keyFits(jane.keyPem, jane.keyPem).error().message,
             std::string("tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched"));
    QCOMPARE(http::keyFits(jane.certificatePem, jane.certificatePem).error().message,
             std::string("tls: found a certificate rather than a key in the PEM for the private key"));
    const std::string encrypted = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    QVERIFY(http::keyFits(jane.certificatePem, encrypted).error().message.find("encrypted") != std::string::npos);
}

void CertificateTest::datesArePrinted()
{
    QCOMPARE(http::dateText(base::SystemTime(784111777s)), std::string("1994-11-06 08:49:37 UTC"));
}

QTEST_APPLESS_MAIN(CertificateTest)
#include "CertificateTest.moc"
