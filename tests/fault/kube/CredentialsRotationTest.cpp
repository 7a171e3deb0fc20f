#include "models/base/ManualExecutor.h"
#include "models/kube/Credentials.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace std::chrono_literals;
using kube::Authorization;
using kube::ConnectionSettings;
using kube::Credentials;
using support::Identity;

namespace {

/// Remembers which connections it was told to retire.
class RetiringTransport final : public http::Transport
{
public:
    base::Job send(http::Request, std::shared_ptr<http::Receiver>) override { return {}; }
    void retire(const http::Connection &connection) override { retired.push_back(connection); }
    std::vector<http::Connection> retired;
};

} // namespace

/// Certificates, keys and authorities that are replaced on disk while they are in use.
class CredentialsRotationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aReplacedCertificateIsUsedAndTheOldConnectionsAreRetired();
    void aCertificateWithoutItsNewKeyWaitsForIt();
    void aReplacedAuthorityIsUsed();
    void aBrokenOrMissingAuthorityKeepsTheOld();
    void filesThatNeverWorkedAreToldInKubectlsWords();
    void aKeyThatDoesNotFitIsToldAtOnce();
    void aPluginsNewCertificateRetiresTheOldConnections();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    void put(const std::string &name, const std::string &content)
    {
        const std::string fresh = at(name) + ".new";
        QFile file(QString::fromStdString(fresh));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.data(), qint64(content.size()));
        file.close();
        std::filesystem::rename(fresh, at(name));
    }
    void put(const Identity &identity)
    {
        put("client.crt", identity.certificatePem);
        put("client.key", identity.keyPem);
    }
    ConnectionSettings settings() const
    {
        ConnectionSettings made;
        made.server = "https://127.0.0.1:6443";
        made.tls = true;
        made.userName = "me";
        made.clusterName = "here";
        return made;
    }
    ConnectionSettings withFiles() const
    {
        ConnectionSettings made = settings();
        made.clientCertificateFile = at("client.crt");
        made.clientKeyFile = at("client.key");
        return made;
    }
    base::Result<Authorization> fetch(Credentials &credentials)
    {
        std::optional<base::Result<Authorization>> got;
        const auto job = credentials.fetch([&](auto result) { got = std::move(result); });
        if (!QTest::qWaitFor([&] { m_executor->advance(0ms); return got.has_value(); }, 20000))
            return base::makeError(base::ErrorKind::Misuse, "no answer");
        return *got;
    }

    support::TestAuthority m_authority;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::ManualExecutor> m_executor;
    RetiringTransport m_transport;
    kube::ExecTrust m_trust{"", kube::ExecTrust::Scope::EverythingNow};
    platform::LoginShell m_shell{""};
    std::unique_ptr<kube::CredentialsPool> m_pool;
};

void CredentialsRotationTest::init()
{
    m_pool.reset();
    m_transport.retired.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_executor = std::make_unique<base::ManualExecutor>();
    m_pool = std::make_unique<kube::CredentialsPool>(kube::CredentialsServices{*m_executor, m_transport, m_trust, m_shell,
                                                                              {"PATH=/usr/bin:/bin"}, {}});
}

void CredentialsRotationTest::aReplacedCertificateIsUsedAndTheOldConnectionsAreRetired()
{
    const Identity one = m_authority.issue({}), two = m_authority.issue({});
    put(one);
    Credentials credentials(withFiles(), *m_pool);
    const auto first = fetch(credentials);
    QVERIFY2(first, first ? "" : first.error().message.c_str());
    QCOMPARE(first->connection->clientCertificatePem, one.certificatePem);
    put(two);
    m_executor->advance(5s);
    const auto second = fetch(credentials);
    QCOMPARE(second->connection->clientCertificatePem, two.certificatePem);
    QCOMPARE(second->connection->clientKeyPem.reveal(), two.keyPem);
    QCOMPARE(m_transport.retired.size(), std::size_t(1));
    QVERIFY(m_transport.retired[0] == *first->connection);
}

void CredentialsRotationTest::aCertificateWithoutItsNewKeyWaitsForIt()
{
    const Identity one = m_authority.issue({}), two = m_authority.issue({});
    put(one);
    Credentials credentials(withFiles(), *m_pool);
    const auto first = fetch(credentials);
    put("client.crt", two.certificatePem);
    m_executor->advance(5s);
    QVERIFY(fetch(credentials)->connection == first->connection);
    QVERIFY(m_transport.retired.empty());
    put("client.key", two.keyPem);
    m_executor->advance(5s);
    QCOMPARE(fetch(credentials)->connection->clientCertificatePem, two.certificatePem);
}

void CredentialsRotationTest::aReplacedAuthorityIsUsed()
{
    const support::TestAuthority other;
    put("ca.crt", m_authority.pem());
    ConnectionSettings with = settings();
    with.authorityFile = at("ca.crt");
    Credentials credentials(with, *m_pool);
    QCOMPARE(fetch(credentials)->connection->authorityPem, m_authority.pem());
    put("ca.crt", other.pem());
    m_executor->advance(5s);
    QCOMPARE(fetch(credentials)->connection->authorityPem, other.pem());
    QCOMPARE(m_transport.retired.size(), std::size_t(1));
}

void CredentialsRotationTest::aBrokenOrMissingAuthorityKeepsTheOld()
{
    put("ca.crt", m_authority.pem());
    ConnectionSettings with = settings();
    with.authorityFile = at("ca.crt");
    Credentials credentials(with, *m_pool);
    const auto first = fetch(credentials);
    for (const std::string &broken : {std::string("not PEM"), std::string(), m_authority.pem().substr(0, 100)}) {
        put("ca.crt", broken);
        m_executor->advance(5s);
        QVERIFY(fetch(credentials)->connection == first->connection);
    }
    QVERIFY(QFile::remove(QString::fromStdString(at("ca.crt"))));
    m_executor->advance(5s);
    QVERIFY(fetch(credentials)->connection == first->connection);
}

void CredentialsRotationTest::filesThatNeverWorkedAreToldInKubectlsWords()
{
    ConnectionSettings with = withFiles();
    Credentials credentials(with, *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QVERIFY2(got.error().message.starts_with("unable to read client-cert " + at("client.crt") + " for me due to "), got.error().message.c_str());
    with = settings();
    with.authorityFile = at("ca.crt");
    Credentials other(with, *m_pool);
    QVERIFY(fetch(other).error().message.starts_with("unable to read certificate-authority " + at("ca.crt") + " for here due to "));
}

void CredentialsRotationTest::aKeyThatDoesNotFitIsToldAtOnce()
{
    put("client.crt", m_authority.issue({}).certificatePem);
    put("client.key", m_authority.issue({}).keyPem);
    Credentials credentials(withFiles(), *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QCOMPARE(got.error().message, std::string("tls: private key does not match public key"));
}

void CredentialsRotationTest::aPluginsNewCertificateRetiresTheOldConnections()
{
    const auto escaped = [](std::string pem) {
        for (std::size_t line = 0; (line = pem.find('\n', line)) != std::string::npos; line += 2)
            pem.replace(line, 1, "\\n");
        return pem;
    };
    const auto answer = [&](const Identity &identity) {
        return "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"clientCertificateData\":\""
            + escaped(identity.certificatePem) + "\",\"clientKeyData\":\"" + escaped(identity.keyPem) + "\"}}";
    };
    const Identity one = m_authority.issue({}), two = m_authority.issue({});
    ConnectionSettings with = settings();
    with.exec.emplace();
    with.exec->apiVersion = "client.authentication.k8s.io/v1";
    with.exec->command = "/bin/cat";
    with.exec->arguments = {at("answer")};
    with.exec->interactiveMode = "Never";
    put("answer", answer(one));
    Credentials credentials(with, *m_pool);
    const auto first = fetch(credentials);
    QVERIFY2(first, first ? "" : first.error().message.c_str());
    QVERIFY(first->headers.empty());
    QCOMPARE(first->connection->clientCertificatePem, one.certificatePem);
    put("answer", answer(two));
    m_executor->advance(15min);
    QVERIFY(credentials.rejected(*first));
    QCOMPARE(fetch(credentials)->connection->clientKeyPem.reveal(), two.keyPem);
    QCOMPARE(m_transport.retired.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(CredentialsRotationTest)
#include "CredentialsRotationTest.moc"
