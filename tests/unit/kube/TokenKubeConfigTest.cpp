#include "models/kube/TokenKubeConfig.h"

#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"
#include "tests/support/Folders.h"
#include "tests/support/MemoryFiles.h"

#include <QFile>
#include <QtTest>

using namespace kube;

namespace {

std::string authorityPem()
{
    QFile file(QString::fromStdString(folders::source("tests/data/kubeconfig/authority.pem")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// With everything a person could have.
ConnectionSettings settings()
{
    ConnectionSettings out;
    out.server = "https://10.0.0.1:6443";
    out.tls = true;
    out.authorityPem = authorityPem();
    out.serverName = "kube.example.com";
    out.clusterName = "prod";
    out.token = base::SecretText("my-own-token");
    out.username = "jane";
    out.password = base::SecretText("my-own-password");
    out.clientKeyPem = base::SecretText("my-own-key");
    out.clientCertificatePem = "my-own-certificate";
    out.impersonation.user = "somebody";
    return out;
}

/// As the catalog would read it.
ContextSelection readBack(const TokenKubeConfig &made, const KubeFiles &files)
{
    const auto config = readKubeConfig(made.text.reveal(), "/tmp/x", files);
    if (!config || !chooseContext(*config, {}, files).selected)
        qFatal("not a kubeconfig: %s", made.text.reveal().c_str());
    return *chooseContext(*config, {}, files).selected;
}

} // namespace

/// The kubeconfig that is made for a ServiceAccount.
class TokenKubeConfigTest : public QObject
{
    Q_OBJECT

    tests::MemoryFiles files;

    base::Result<TokenKubeConfig> make(const ConnectionSettings &from) { return tokenKubeConfig(from, "team-b", "checkout", base::SecretText("a.b.c"), files); }

private Q_SLOTS:
    void itLeadsToTheSameServerAsTheAccount()
    {
        const auto made = make(settings());
        QVERIFY(made.has_value());
        const ContextSelection selection = readBack(*made, files);
        QVERIFY2(selection.connection, selection.error ? selection.error->message.c_str() : "");
        QCOMPARE(selection.context, made->context);
        QCOMPARE(selection.context, std::string("checkout@prod"));
        QCOMPARE(selection.namespaceName, std::string("team-b"));
        QCOMPARE(selection.connection->server, std::string("https://10.0.0.1:6443"));
        QCOMPARE(selection.connection->serverName, std::string("kube.example.com"));
        QCOMPARE(selection.connection->authorityPem, authorityPem());
        QCOMPARE(selection.connection->token.reveal(), std::string("a.b.c"));
        QCOMPARE(selection.credential(), std::string("token"));
    }

    void nothingOfThePersonsOwnIsInIt()
    {
        const std::string text = make(settings())->text.reveal();
        for (const char *own : {"my-own", "jane", "somebody", "client-", "password"})
            QVERIFY2(text.find(own) == std::string::npos, own);
    }

    void theAuthoritysFileIsEmbedded()
    {
        ConnectionSettings from = settings();
        from.authorityPem.clear();
        from.authorityFile = "/pki/ca.pem";
        files.files["/pki/ca.pem"] = authorityPem();
        QCOMPARE(readBack(*make(from), files).connection->authorityPem, authorityPem());
        files.unreadable.insert("/pki/ca.pem");
        const auto made = make(from);
        QVERIFY(!made);
        QCOMPARE(made.error().message, std::string("open /pki/ca.pem: permission denied"));
        files.unreadable.clear();
    }

    void theProxyIsKeptWithoutItsPassword()
    {
        ConnectionSettings from = settings();
        from.proxy = "http://jane:p@ss@proxy.example.com:3128";
        const auto made = make(from);
        QVERIFY(made->leftOutProxyUser);
        QCOMPARE(readBack(*made, files).connection->proxy, std::string("http://proxy.example.com:3128"));
        from.proxy = "socks5://proxy:1080";
        QVERIFY(!make(from)->leftOutProxyUser);
        QCOMPARE(readBack(*make(from), files).connection->proxy, std::string("socks5://proxy:1080"));
    }

    void whatWasNotVerifiedStaysSo()
    {
        ConnectionSettings from = settings();
        from.authorityPem.clear();
        from.insecure = true;
        from.compression = false;
        const auto connection = readBack(*make(from), files).connection;
        QVERIFY(connection->insecure && !connection->compression);
        QVERIFY(!readBack(*make(settings()), files).connection->insecure);
    }

    void namesThatYamlWouldMisreadAreQuoted()
    {
        ConnectionSettings from = settings();
        from.clusterName = "yes: {no} # \"1e3\"\nx";
        const ContextSelection selection = readBack(*make(from), files);
        QCOMPARE(selection.cluster, from.clusterName);
        QVERIFY(selection.connection.has_value());
    }
};

QTEST_GUILESS_MAIN(TokenKubeConfigTest)
#include "TokenKubeConfigTest.moc"
