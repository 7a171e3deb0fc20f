#include "models/base/ManualExecutor.h"
#include "models/kube/Credentials.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/OwnProgram.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace std::chrono_literals;
using kube::Authorization;
using kube::ConnectionSettings;
using kube::Credentials;
using kube::CredentialsPool;
using kube::ExecTrust;

namespace {

std::string headerOf(const Authorization &authorization, const std::string &name)
{
    std::string values;
    for (const http::Header &header : authorization.headers) {
        if (header.name == name)
            values += (values.empty() ? "" : "|") + header.value;
    }
    return values;
}

} // namespace

class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenIsSentAsBearer();
    void twoIdentitiesShareNoConnection();
    void nameAndPasswordAreSentAsBasic();
    void anonymousSendsNothing();
    void toAnHttpServerOnlyImpersonationIsSent();
    void impersonationHeadersAreSafe();
    void aValueThatNoHeaderMayHaveIsRefusedWithoutShowingIt();
    void theConnectionIsTheSameObjectWhileNothingChanges();
    void aTokenBeatsThePlugin();
    void tokenFileReplacesTheTokenOnceItWasRead();
    void theAnswerComesLaterAndNotAfterLettingGo();
    void aThousandRequestsRunThePluginOnce();
    void fiftyRefusedRequestsRunThePluginOnce();
    void anExpiredTokenIsRenewed();
    void anExpiryInThePastServesOnce();
    void aPluginThatFailsTwiceIsLeftAloneUntilSomebodyAsks();
    void freshTokensRefusedTwiceStopThePlugin();
    void aRefusalLongAfterTheRenewalStartsAnew();
    void twoEntriesOfOnePluginAndClusterShareIt();
    void anUntrustedPluginIsNotRunAndAsksAgain();
    void staticCredentialsAreNotWorthAnotherTry();
    void goneProvidersGiveKubectlsAdvice_data();
    void goneProvidersGiveKubectlsAdvice();

private:
    ConnectionSettings https() const
    {
        ConnectionSettings settings;
        settings.server = "https://127.0.0.1:6443";
        settings.tls = true;
        settings.userName = "me";
        settings.clusterName = "here";
        return settings;
    }
    /// A plugin that counts its runs in the file "runs" and prints token-N with what follows; its first runs may fail.
    ConnectionSettings withPlugin(const std::string &more = "", int failures = 0)
    {
        ConnectionSettings settings = https();
        settings.exec.emplace();
        settings.exec->apiVersion = "client.authentication.k8s.io/v1";
        settings.exec->command = support::ownProgram();
        settings.exec->arguments = {support::asChild, at("runs"), more, std::to_string(failures)};
        settings.exec->interactiveMode = "Never";
        return settings;
    }
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    int runs() const
    {
        QFile file(QString::fromStdString(at("runs")));
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("run")) : 0;
    }
    /// Fetches and waits for the answer, a real program's too.
    base::Result<Authorization> fetch(Credentials &credentials)
    {
        std::optional<base::Result<Authorization>> got;
        const auto job = credentials.fetch([&](auto result) { got = std::move(result); });
        if (!QTest::qWaitFor([&] { m_executor->run(); m_executor->advance(0ms); return got.has_value(); }, 20000))
            return base::makeError(base::ErrorKind::Timeout, "no answer");
        return *got;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::ManualExecutor> m_executor;
    std::unique_ptr<ExecTrust> m_trust;
    std::unique_ptr<platform::LoginShell> m_shell;
    tests::FakeTransport m_transport;
    std::unique_ptr<CredentialsPool> m_pool;
};

void CredentialsTest::init()
{
    m_pool.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_executor = std::make_unique<base::ManualExecutor>();
    m_trust = std::make_unique<ExecTrust>("", ExecTrust::Scope::EverythingNow);
    m_shell = std::make_unique<platform::LoginShell>("");
    m_pool = std::make_unique<CredentialsPool>(kube::CredentialsServices{*m_executor, m_transport, *m_trust, *m_shell,
                                                                         platform::currentEnvironment(), {}});
}

void CredentialsTest::twoIdentitiesShareNoConnection()
{
    ConnectionSettings one = https(), two = https();
    one.token = base::SecretText("abc");
    two.token = base::SecretText("def");
    Credentials first(one, *m_pool), second(two, *m_pool);
    const auto connection = fetch(first)->connection;
    QVERIFY(!(*connection == *fetch(second)->connection));
    QCOMPARE(fetch(first)->connection, connection);
}

void CredentialsTest::aTokenIsSentAsBearer()
{
    ConnectionSettings settings = https();
    settings.token = base::SecretText("abc");
    settings.authorityPem = "pem";
    settings.serverName = "name";
    settings.proxy = "socks5://proxy";
    Credentials credentials(settings, *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(got);
    QCOMPARE(headerOf(*got, "Authorization"), std::string("Bearer abc"));
    QCOMPARE(got->connection->authorityPem, std::string("pem"));
    QCOMPARE(got->connection->serverName, std::string("name"));
    QCOMPARE(got->connection->proxy, std::string("socks5://proxy"));
}

void CredentialsTest::nameAndPasswordAreSentAsBasic()
{
    ConnectionSettings settings = https();
    settings.username = "Aladdin";
    settings.password = base::SecretText("open sesame");
    Credentials credentials(settings, *m_pool);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
}

void CredentialsTest::anonymousSendsNothing()
{
    Credentials credentials(https(), *m_pool);
    QVERIFY(fetch(credentials)->headers.empty());
}

void CredentialsTest::toAnHttpServerOnlyImpersonationIsSent()
{
    ConnectionSettings settings = withPlugin();
    settings.server = "http://127.0.0.1:8080";
    settings.tls = false;
    settings.token = base::SecretText("abc");
    settings.tokenFile = "/no/such/file";
    settings.username = "me";
    settings.impersonation.user = "jane";
    Credentials credentials(settings, *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(got);
    QCOMPARE(got->headers, (std::vector<http::Header>{{"Impersonate-User", "jane"}}));
    QCOMPARE(runs(), 0);
    QVERIFY(!credentials.rejected(*got));
}

void CredentialsTest::impersonationHeadersAreSafe()
{
    ConnectionSettings settings = https();
    settings.impersonation = {"jane", "u-1", {"a", "b"}, {{"Example.com/Roles Ü%", {"x", "y"}}}};
    Credentials credentials(settings, *m_pool);
    const auto got = fetch(credentials);
    QCOMPARE(headerOf(*got, "Impersonate-Uid"), std::string("u-1"));
    QCOMPARE(headerOf(*got, "Impersonate-Group"), std::string("a|b"));
    QCOMPARE(headerOf(*got, "Impersonate-Extra-example.com%2Froles%20%C3%9C%25"), std::string("x|y"));
}

void CredentialsTest::aValueThatNoHeaderMayHaveIsRefusedWithoutShowingIt()
{
    ConnectionSettings settings = https();
    settings.token = base::SecretText("canary\r\nX-Evil: 1");
    Credentials credentials(settings, *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QCOMPARE(got.error().message, std::string("net/http: invalid header field value for \"Authorization\""));
    settings.token = {};
    settings.impersonation.user = "a\nb";
    Credentials impersonating(settings, *m_pool);
    QVERIFY(!fetch(impersonating));
}

void CredentialsTest::theConnectionIsTheSameObjectWhileNothingChanges()
{
    Credentials credentials(https(), *m_pool);
    QVERIFY(fetch(credentials)->connection == fetch(credentials)->connection);
}

void CredentialsTest::aTokenBeatsThePlugin()
{
    ConnectionSettings settings = withPlugin();
    settings.token = base::SecretText("static");
    Credentials credentials(settings, *m_pool);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer static"));
    QCOMPARE(runs(), 0);
}

void CredentialsTest::tokenFileReplacesTheTokenOnceItWasRead()
{
    ConnectionSettings settings = https();
    settings.token = base::SecretText("initial");
    settings.tokenFile = at("token");
    Credentials credentials(settings, *m_pool);
    const auto first = fetch(credentials);
    QCOMPARE(headerOf(*first, "Authorization"), std::string("Bearer initial"));
    QFile file(QString::fromStdString(at("token")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("fresh\n");
    file.close();
    QVERIFY(credentials.rejected(*first));
    const auto second = fetch(credentials);
    QCOMPARE(headerOf(*second, "Authorization"), std::string("Bearer fresh"));
    QVERIFY(!credentials.rejected(*second));
}

void CredentialsTest::theAnswerComesLaterAndNotAfterLettingGo()
{
    Credentials credentials(https(), *m_pool);
    int answers = 0;
    {
        const auto job = credentials.fetch([&](auto) { ++answers; });
        QCOMPARE(answers, 0);
    }
    m_executor->run();
    QCOMPARE(answers, 0);
}

void CredentialsTest::aThousandRequestsRunThePluginOnce()
{
    Credentials credentials(withPlugin(), *m_pool);
    int answers = 0;
    std::vector<base::Job> jobs;
    for (int i = 0; i < 1000; ++i) {
        jobs.push_back(credentials.fetch([&](const base::Result<Authorization> &got) {
            answers += got && headerOf(*got, "Authorization") == "Bearer token-1";
        }));
    }
    QTRY_COMPARE((m_executor->run(), answers), 1000);
    QVERIFY(fetch(credentials));
    QCOMPARE(runs(), 1);
}

void CredentialsTest::fiftyRefusedRequestsRunThePluginOnce()
{
    Credentials credentials(withPlugin(), *m_pool);
    const auto first = fetch(credentials);
    QVERIFY(first);
    m_executor->advance(15min);
    int answers = 0;
    std::vector<base::Job> jobs;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(credentials.rejected(*first));
        jobs.push_back(credentials.fetch([&](const base::Result<Authorization> &got) {
            answers += got && headerOf(*got, "Authorization") == "Bearer token-2";
        }));
    }
    QTRY_COMPARE((m_executor->run(), answers), 50);
    QVERIFY(credentials.rejected(*first));
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-2"));
    QCOMPARE(runs(), 2);
}

void CredentialsTest::anExpiredTokenIsRenewed()
{
    // The hand-moved clock begins at 2027-01-15T08:00:00Z.
    Credentials credentials(withPlugin(R"(,"expirationTimestamp":"2027-01-15T08:10:00Z")"), *m_pool);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-1"));
    m_executor->advance(10min);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-1"));
    m_executor->advance(1ms);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-2"));
    QCOMPARE(runs(), 2);
}

void CredentialsTest::anExpiryInThePastServesOnce()
{
    Credentials credentials(withPlugin(R"(,"expirationTimestamp":"2020-01-01T00:00:00Z")"), *m_pool);
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-1"));
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-2"));
}

void CredentialsTest::aPluginThatFailsTwiceIsLeftAloneUntilSomebodyAsks()
{
    Credentials credentials(withPlugin("", 2), *m_pool);
    for (int i = 0; i < 10; ++i) {
        const auto got = fetch(credentials);
        QVERIFY(!got);
        QVERIFY(got.error().message.find("failed with exit code 1") != std::string::npos);
    }
    QCOMPARE(runs(), 2);
    credentials.retry();
    QCOMPARE(headerOf(*fetch(credentials), "Authorization"), std::string("Bearer token-3"));
}

void CredentialsTest::freshTokensRefusedTwiceStopThePlugin()
{
    Credentials credentials(withPlugin(), *m_pool);
    QVERIFY(credentials.rejected(*fetch(credentials)));
    m_executor->advance(1s);
    QVERIFY(!credentials.rejected(*fetch(credentials)));
    const auto third = fetch(credentials);
    QVERIFY(!third);
    QCOMPARE(third.error().kind, base::ErrorKind::Unauthorized);
    QCOMPARE(runs(), 2);
    credentials.retry();
    QVERIFY(fetch(credentials));
    QCOMPARE(runs(), 3);
}

void CredentialsTest::aRefusalLongAfterTheRenewalStartsAnew()
{
    Credentials credentials(withPlugin(), *m_pool);
    for (int i = 1; i <= 5; ++i) {
        const auto got = fetch(credentials);
        QVERIFY(got);
        m_executor->advance(15min);
        QVERIFY(credentials.rejected(*got));
    }
    QCOMPARE(runs(), 5);
}

void CredentialsTest::twoEntriesOfOnePluginAndClusterShareIt()
{
    const ConnectionSettings settings = withPlugin();
    ConnectionSettings other = settings;
    other.contextName = "other";
    other.impersonation.user = "jane";
    ConnectionSettings elsewhere = settings;
    elsewhere.server = "https://elsewhere";
    Credentials a(settings, *m_pool), b(other, *m_pool), c(elsewhere, *m_pool);
    QCOMPARE(headerOf(*fetch(a), "Authorization"), std::string("Bearer token-1"));
    QCOMPARE(headerOf(*fetch(b), "Authorization"), std::string("Bearer token-1"));
    QCOMPARE(headerOf(*fetch(c), "Authorization"), std::string("Bearer token-2"));
}

void CredentialsTest::anUntrustedPluginIsNotRunAndAsksAgain()
{
    const ConnectionSettings settings = withPlugin();
    const ExecTrust trust(at("state"));
    CredentialsPool pool({*m_executor, m_transport, trust, *m_shell, platform::currentEnvironment(), {}});
    Credentials credentials(settings, pool);
    for (int i = 0; i < 5; ++i) {
        const auto got = fetch(credentials);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, base::ErrorKind::Untrusted);
        QVERIFY(got.error().message.find(support::ownProgram()) != std::string::npos);
    }
    QCOMPARE(runs(), 0);
    QVERIFY(trust.trust(*settings.exec, settings.userFile));
    QVERIFY(fetch(credentials));
}

void CredentialsTest::staticCredentialsAreNotWorthAnotherTry()
{
    ConnectionSettings settings = https();
    settings.token = base::SecretText("abc");
    Credentials credentials(settings, *m_pool);
    QVERIFY(!credentials.rejected(*fetch(credentials)));
}

void CredentialsTest::goneProvidersGiveKubectlsAdvice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("gcp") << QStringLiteral("gcp") << QStringLiteral("Please use the \"gke-gcloud-auth-plugin\"");
    QTest::newRow("azure") << QStringLiteral("azure") << QStringLiteral("https://github.com/Azure/kubelogin");
    QTest::newRow("unknown") << QStringLiteral("x") << QStringLiteral("no Auth Provider found for name \"x\"");
}

void CredentialsTest::goneProvidersGiveKubectlsAdvice()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    ConnectionSettings settings = https();
    settings.authProvider.emplace();
    settings.authProvider->name = name.toStdString();
    Credentials credentials(settings, *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QVERIFY2(got.error().message.find(words.toStdString()) != std::string::npos, got.error().message.c_str());
}

namespace {

/// The plugin: counts its runs in a file.
int child(char **words)
{
    QFile runs(QString::fromUtf8(words[0]));
    if (!runs.open(QIODevice::ReadWrite | QIODevice::Append) || runs.write("run\n") != 4 || !runs.seek(0))
        return 2;
    const auto count = static_cast<int>(runs.readAll().count("run"));
    if (count <= std::atoi(words[2])) {
        std::fputs("no\n", stderr);
        return 1;
    }
    std::printf(R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"token-%d"%s}})", count, words[1]);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    return support::runTestOrChild<CredentialsTest>(argc, argv, child);
}

#include "CredentialsTest.moc"
