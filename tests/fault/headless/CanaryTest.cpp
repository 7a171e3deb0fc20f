#include "app/headless/Contexts.h"
#include "app/headless/Get.h"
#include "tests/support/FaultServer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using support::FaultServer;
using support::Script;

namespace {

const support::TestAuthority &authority()
{
    static const support::TestAuthority same;
    return same;
}

const support::Identity &identity()
{
    static const support::Identity same = authority().issue({.names = {"IP:127.0.0.1"}});
    return same;
}

QByteArray base64(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64();
}

/// A user of a kubeconfig; each secret of it holds a word of these.
struct User
{
    const char *name;
    QByteArray yaml;
};

const QByteArrayList &secretWords()
{
    static const QByteArrayList words = [] {
        QByteArrayList all{"canary", base64("someone:canary-password"), base64("someone:canary-url"), base64("someone:canary-proxy"), base64("canary-key"),
                           base64(identity().keyPem)};
        const QByteArrayList lines = QByteArray::fromStdString(identity().keyPem).split('\n');
        all.append(lines[1]);
        return all;
    }();
    return words;
}

const std::vector<User> &users()
{
    static const QByteArray certificate = "client-certificate-data: " + base64(identity().certificatePem);
    static const QByteArray strange = "client-certificate-data: " + base64(authority().issue({}).certificatePem);
    static const QByteArray oidc = "auth-provider: {name: oidc, config: {client-id: me, client-secret: canary-client, refresh-token: canary-refresh, idp-issuer-url: 'https://127.0.0.1:1', id-token: ";
    static const QByteArray exec = "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, env: [{name: SECRET, value: '{\"token\": \"canary-exec'}], ";
    static const std::vector<User> all{
        {"token", "token: canary-token"},
        {"token that cannot be a header", "token: \"canary\\ntoken\""},
        {"basic", "username: someone\n    password: canary-password"},
        {"two at once", "token: canary-token\n    username: someone\n    password: canary-password"},
        {"key", certificate + "\n    client-key-data: " + base64(identity().keyPem)},
        {"key of another certificate", strange + "\n    client-key-data: " + base64(identity().keyPem)},
        {"key that is none", certificate + "\n    client-key-data: " + base64("-----BEGIN PRIVATE KEY-----\ncanary-key\n-----END PRIVATE KEY-----\n")},
        {"key that is no base64", certificate + "\n    client-key-data: '*canary-key*'"},
        {"oidc", oidc + "aaaa.canary-id.cccc}}"},
        {"oidc, expired", oidc + "e30." + base64(R"({"exp":1,"n":"canary"})") + ".canary}}"},
        {"a plugin that fails", exec + "command: /bin/false}"},
        {"a plugin that says broken JSON", exec + "command: /bin/sh, args: ['-c', 'echo \"$SECRET\"']}"},
        {"a plugin that is not there", exec + "command: /nowhere/plugin}"},
    };
    return all;
}

struct Printed
{
    int code = 0;
    QByteArray text;
};

} // namespace

/// Secrets of a kubeconfig are in nothing that is printed, whatever breaks.
class CanaryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const QByteArray &cluster, const QByteArray &user)
    {
        const QString path = m_folder.filePath(QStringLiteral("config"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write("clusters:\n- name: c\n  cluster: {" + cluster + "}\nusers:\n- name: u\n  user:\n    " + user
                   + "\ncontexts:\n- name: x\n  context: {cluster: c, user: u}\ncurrent-context: x\n");
        return path.toStdString();
    }

    Printed get(const std::string &file, bool trustExec)
    {
        headless::Invocation invocation;
        invocation.verb = headless::Verb::Get;
        invocation.arguments = {"pods"};
        invocation.kubeconfig = file;
        invocation.trustExec = trustExec;
        invocation.dataFolder = m_folder.filePath(QStringLiteral("data")).toStdString();
        invocation.requestTimeout = std::chrono::seconds(20);
        std::ostringstream out, err;
        const int code = headless::get(invocation, out, err);
        return {code, QByteArray::fromStdString(out.str() + err.str())};
    }

    static QByteArray contexts(const std::string &file)
    {
        std::ostringstream out;
        for (const bool json : {false, true}) {
            for (const bool merged : {false, true}) {
                headless::ContextsOptions options;
                options.sources.places.explicitFile = file;
                options.json = json;
                options.merged = merged;
                headless::contexts(options, out, out);
            }
        }
        return QByteArray::fromStdString(out.str());
    }

    static void expectNoSecret(const QByteArray &printed)
    {
        QVERIFY(!printed.isEmpty());
        for (const QByteArray &word : secretWords())
            QVERIFY2(!printed.contains(word), printed.constData());
    }

    /// Every user's secrets, against such a cluster.
    void tryEveryUser(const QByteArray &cluster)
    {
        for (const User &user : users()) {
            const std::string file = write(cluster, user.yaml);
            expectNoSecret(contexts(file));
            for (const bool trustExec : {false, true}) {
                const Printed printed = get(file, trustExec);
                QVERIFY2(printed.code != 0, user.name);
                expectNoSecret(printed.text);
                if (QTest::currentTestFailed())
                    QFAIL(user.name);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "KUBECONFIG"})
            qunsetenv(name);
        QVERIFY(m_folder.isValid());
    }

    void aServerThatRefusesLearnsThemAndNobodyElse_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 403, 302, 500})
            QTest::addRow("%d", status) << status;
    }

    void aServerThatRefusesLearnsThemAndNobodyElse()
    {
        QFETCH(int, status);
        FaultServer server(support::TlsWish{.identity = identity(), .clientAuthorityPem = {}});
        for (const char *path : {"/api", "/apis", "/api/v1/namespaces/default/pods"})
            server.answer(path, Script::answer(status, "no", {{"Content-Type", "text/plain"}, {"Location", "https://127.0.0.1:1/login"}}));
        tryEveryUser("server: 'https://127.0.0.1:" + QByteArray::number(server.port()) + "', insecure-skip-tls-verify: true");
        std::set<std::string> sent;
        for (const support::SeenRequest &request : server.requests())
            sent.insert(request.header("Authorization"));
        QVERIFY(sent.contains("Bearer canary-token"));
        QVERIFY(sent.contains("Basic " + base64("someone:canary-password").toStdString()));
    }

    void aServerThatIsNotTrustedLearnsNothing()
    {
        FaultServer server(support::TlsWish{.identity = support::TestAuthority::selfSigned({.names = {"IP:127.0.0.1"}}), .clientAuthorityPem = {}});
        tryEveryUser("server: 'https://someone:canary-url@127.0.0.1:" + QByteArray::number(server.port()) + "', certificate-authority-data: "
                     + base64(authority().pem()));
        QVERIFY(server.connections() > 0);
        QCOMPARE(server.requests().size(), std::size_t(0));
    }

    void addressesThatLeadNowhere_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        const QByteArray proxy = "server: 'https://127.0.0.1:1', proxy-url: ";
        QTest::newRow("refused") << QByteArray("server: 'https://someone:canary-url@127.0.0.1:1'");
        QTest::newRow("port that is none") << QByteArray("server: 'https://someone:canary-url@127.0.0.1:port'");
        QTest::newRow("broken escape") << QByteArray("server: 'https://someone:canary-url%zz@127.0.0.1:1'");
        QTest::newRow("other scheme") << QByteArray("server: 'ftp://someone:canary-url@127.0.0.1:1'");
        QTest::newRow("proxy refuses") << proxy + "'http://someone:canary-proxy@127.0.0.1:1'";
        QTest::newRow("SOCKS proxy refuses") << proxy + "'socks5://someone:canary-proxy@127.0.0.1:1'";
        QTest::newRow("proxy of another scheme") << proxy + "'ftp://someone:canary-proxy@127.0.0.1:1'";
        QTest::newRow("proxy port that is none") << proxy + "'http://someone:canary-proxy@127.0.0.1:port'";
        QTest::newRow("proxy with a broken escape") << proxy + "'http://someone:canary-proxy%zz@127.0.0.1:1'";
        QTest::newRow("proxy with a space") << proxy + "'http://someone:canary-proxy@127.0 .0.1:1'";
    }

    void addressesThatLeadNowhere()
    {
        QFETCH(QByteArray, cluster);
        tryEveryUser(cluster);
    }

    void aProxyThatWantsAnotherPassword()
    {
        FaultServer proxy;
        proxy.answer("127.0.0.1:1", Script::answer(407, "no", {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
        tryEveryUser("server: 'https://127.0.0.1:1', proxy-url: 'http://someone:canary-proxy@127.0.0.1:" + QByteArray::number(proxy.port()) + "'");
        QVERIFY(!proxy.requests().empty());
    }

    void pluginsThatNobodyTrustedAreNamedWithoutTheirValues()
    {
        const std::string file = write("server: 'https://127.0.0.1:1'", users().back().yaml);
        const Printed printed = get(file, false);
        QVERIFY2(printed.text.contains("/nowhere/plugin") && printed.text.contains("SECRET"), printed.text.constData());
        expectNoSecret(printed.text);
    }

    void aStreamedSecretIsThreeStars()
    {
        std::ostringstream out;
        out << base::SecretText("canary");
        QCOMPARE(out.str(), std::string("***"));
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "CanaryTest.moc"
