#include "models/overview/Expiry.h"
#include "models/base/Clock.h"
#include "models/http/ServerCertificates.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace overview;
using namespace std::chrono_literals;

namespace {

std::string encode(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string token(const std::string &payload) { return encode(R"({"alg":"RS256"})") + '.' + encode(payload) + ".c2lnbmF0dXJl"; }

kube::ConnectionSettings withCertificate(std::chrono::hours validUntil)
{
    const support::TestAuthority authority("kube-ca");
    support::CertificateWish wish;
    wish.commonName = "admin";
    wish.validUntil = validUntil;
    kube::ConnectionSettings settings;
    settings.clientCertificatePem = authority.issue(wish).certificatePem;
    settings.authorityPem = authority.pem();
    return settings;
}

} // namespace

/// What of a connection ends on a day.
class ExpiryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEndsFirstComesFirst()
    {
        const auto all = expiries(withCertificate(10h));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(int(all[0].what), int(Expiry::What::ClientCertificate));
        QVERIFY(all[0].name.find("admin") != std::string::npos);
        QVERIFY(all[0].ends <= base::Clock::system().now() + 10h && all[0].ends > base::Clock::system().now() + 9h);
        QCOMPARE(int(all[1].what), int(Expiry::What::Authority));
    }
    void whatTheServerShowedIsAmongThem()
    {
        kube::ConnectionSettings settings = withCertificate(10h);
        settings.server = "https://api.example.com:6443/prefix";
        http::Certificate certificate;
        certificate.subject = "CN=kube-apiserver";
        certificate.notAfter = base::Clock::system().now() + 2h;
        http::ServerCertificates::instance().keep("api.example.com:6443", {}, certificate);
        const auto all = expiries(settings);
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all.front(), (Expiry{Expiry::What::Server, "CN=kube-apiserver", certificate.notAfter, {}}));
        settings.serverName = "another";
        QCOMPARE(expiries(settings).size(), std::size_t(2));
    }
    void aTokenTellsWhoItIsForAndNothingElseOfItself()
    {
        kube::ConnectionSettings settings;
        settings.token = base::SecretText(token(R"({"sub":"system:serviceaccount:shop:web","exp":1800000000})"));
        const auto all = expiries(settings);
        QCOMPARE(all, (std::vector<Expiry>{{Expiry::What::Token, "system:serviceaccount:shop:web", base::SystemTime(1'800'000'000s), {}}}));
        settings.token = base::SecretText(token(R"({"sub":"web"})"));
        QCOMPARE(expiries(settings).front().ends, base::SystemTime::max());
        settings.token = base::SecretText("abcdef.0123456789abcdef");
        QVERIFY(expiries(settings).empty());
    }
    void filesAreReadAndWhatCannotBeReadIsTold()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("client.crt")).toStdString();
        kube::ConnectionSettings settings;
        settings.clientCertificateFile = path;
        QVERIFY(!expiries(settings).front().problem.empty());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(withCertificate(10h).clientCertificatePem));
        file.close();
        QVERIFY(expiries(settings).front().problem.empty());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("nothing of the kind");
        file.close();
        QVERIFY(!expiries(settings).front().problem.empty());
    }
    void aMonthBeforeItsEndACertificateIsNearAndAWeekBeforeVeryNear_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("hoursLeft");
        QTest::addColumn<int>("nearness");
        const auto row = [](const char *name, Expiry::What what, int hours, Nearness nearness) { QTest::newRow(name) << int(what) << hours << int(nearness); };
        row("a year", Expiry::What::ClientCertificate, 24 * 365, Nearness::Far);
        row("three weeks", Expiry::What::ClientCertificate, 24 * 21, Nearness::Near);
        row("three days", Expiry::What::Authority, 24 * 3, Nearness::VeryNear);
        row("yesterday", Expiry::What::ClientCertificate, -24, Nearness::Over);
        row("a token of an hour", Expiry::What::Token, 1, Nearness::Far);
        row("a token of yesterday", Expiry::What::Token, -24, Nearness::Over);
    }
    void aMonthBeforeItsEndACertificateIsNearAndAWeekBeforeVeryNear()
    {
        QFETCH(int, what);
        QFETCH(int, hoursLeft);
        const base::SystemTime now(1'800'000'000s);
        QTEST(int(nearnessOf({static_cast<Expiry::What>(what), {}, now + std::chrono::hours(hoursLeft), {}}, now)), "nearness");
        QCOMPARE(int(nearnessOf({static_cast<Expiry::What>(what), {}, base::SystemTime::max(), {}}, now)), int(Nearness::Far));
    }
};

QTEST_GUILESS_MAIN(ExpiryTest)
#include "ExpiryTest.moc"
