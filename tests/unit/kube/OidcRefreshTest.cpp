#include "models/base/ManualExecutor.h"
#include "models/kube/Credentials.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/kube/OidcRefresh.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace std::chrono_literals;
using base::SecretText;
using kube::Authorization;
using kube::ConnectionSettings;
using kube::Credentials;
using kube::CredentialsPool;

namespace {

/// An identity provider that answers what a test lined up, one answer a request, on the executor.
class Provider final : public http::Transport
{
public:
    struct Answer { int status; std::string body; };    ///< status 0: no answer, for that reason

    explicit Provider(base::Executor &executor) : m_executor(executor) { }

    base::Job send(http::Request request, std::shared_ptr<http::Receiver> receiver) override
    {
        auto [job, token] = base::Job::make();
        requests.push_back(std::move(request));
        Answer answer{500, "nothing lined up"};
        if (!answers.empty()) {
            answer = answers.front();
            answers.pop_front();
        }
        m_executor.post([token = token, receiver, answer] {
            token.finish([&] {
                if (answer.status == 0)
                    return receiver->done(base::makeError(base::ErrorKind::Network, answer.body));
                http::ResponseHead head;
                head.status = answer.status;
                receiver->head(head);
                receiver->bytes(answer.body.substr(0, 3));
                receiver->bytes(std::string_view(answer.body).substr(std::min<std::size_t>(3, answer.body.size())));
                receiver->done({});
            });
        });
        return std::move(job);
    }
    void retire(const http::Connection &) override { }

    std::vector<http::Request> requests;
    std::deque<Answer> answers;

private:
    base::Executor &m_executor;
};

/// A JWT whose claims end at that time; nobody here checks its signature.
std::string idToken(std::int64_t end, const std::string &subject = "me")
{
    std::string claims = kube::encodeBase64(R"({"sub":")" + subject + R"(","exp":)" + std::to_string(end) + "}");
    while (claims.ends_with('='))
        claims.pop_back();
    return "eyJhbGciOiJSUzI1NiJ9." + claims + ".c2ln";
}

constexpr std::int64_t Now = 1'800'000'000;   // where the hand-moved clock begins

const char *Discovery = R"({"issuer":"https://idp","token_endpoint":"https://idp/token?tenant=a"})";

} // namespace

class OidcRefreshTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenThatStillServesIsUsedWithoutAsking();
    void anExpiredTokenIsRenewedAndWrittenBack();
    void aRefusedTokenIsRenewedOnceForAll();
    void theProviderMayWantTheClientInTheBody();
    void aSecondRenewalUsesTheNewRefreshToken();
    void itsOwnTokensInTheKubeconfigAreNoNews();
    void tokensOfANewLoginAreTaken();
    void theProvidersOwnAuthorityIsTrustedForIt();
    void whatFailsIsToldInKubectlsWords_data();
    void whatFailsIsToldInKubectlsWords();
    void anIssuerThatIsAwayIsNamed_data();
    void anIssuerThatIsAwayIsNamed();
    void whenTheFileCannotBeWrittenTheTokenIsUsedAndSomebodyIsTold();
    void nothingIsSentWithoutTls_data();
    void nothingIsSentWithoutTls();
    void theEndOfATokenIsRead_data();
    void theEndOfATokenIsRead();

private:
    ConnectionSettings settings(const std::string &token, const std::string &refresh = "r e&f=1")
    {
        ConnectionSettings made;
        made.server = "https://127.0.0.1:6443";
        made.tls = true;
        made.userName = "me";
        made.userFile = path();
        made.authProvider.emplace();
        made.authProvider->name = "oidc";
        made.authProvider->config = {{"idp-issuer-url", SecretText("https://idp/")}, {"client-id", SecretText("kube client")},
                                     {"client-secret", SecretText("s:e/c")}};
        if (!token.empty())
            made.authProvider->config["id-token"] = SecretText(token);
        if (!refresh.empty())
            made.authProvider->config["refresh-token"] = SecretText(refresh);
        return made;
    }
    std::string path() const { return m_folder->path().toStdString() + "/config"; }
    std::string content(const std::string &suffix = "") const
    {
        QFile file(QString::fromStdString(path() + suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "<none>";
    }
    static std::string kubeConfig(const std::string &id, const std::string &refresh)
    {
        return "users:\n- name: me  # it is me\n  user:\n    auth-provider:\n      name: oidc\n      config:\n        id-token: " + id
            + "\n        refresh-token: \"" + refresh + "\"\n";
    }
    void put(const std::string &text)
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.c_str());
    }
    base::Result<Authorization> fetch(Credentials &credentials)
    {
        std::optional<base::Result<Authorization>> got;
        const auto job = credentials.fetch([&](auto result) { got = std::move(result); });
        for (int i = 0; i < 20 && !got; ++i)
            m_executor->advance(0ms);
        return got.value_or(base::makeError(base::ErrorKind::Timeout, "no answer"));
    }
    static std::string bearer(const base::Result<Authorization> &got)
    {
        return got && !got->headers.empty() ? got->headers.front().value : std::string();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::ManualExecutor> m_executor;
    std::unique_ptr<Provider> m_provider;
    kube::ExecTrust m_trust{""};
    platform::LoginShell m_shell{""};
    std::vector<std::string> m_notices;
    std::unique_ptr<CredentialsPool> m_pool;
};

void OidcRefreshTest::init()
{
    m_pool.reset();
    m_notices.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_executor = std::make_unique<base::ManualExecutor>();
    m_provider = std::make_unique<Provider>(*m_executor);
    m_pool = std::make_unique<CredentialsPool>(kube::CredentialsServices{*m_executor, *m_provider, m_trust, m_shell, {},
        [this](const std::string &words) { m_notices.push_back(words); }});
}

void OidcRefreshTest::aTokenThatStillServesIsUsedWithoutAsking()
{
    const std::string token = idToken(Now + 60);
    Credentials credentials(settings(token), *m_pool);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + token);
    QVERIFY(m_provider->requests.empty());
}

void OidcRefreshTest::anExpiredTokenIsRenewedAndWrittenBack()
{
    const std::string old = idToken(Now + 10), fresh = idToken(Now + 3600);
    put(kubeConfig(old, "r e&f=1"));
    m_provider->answers = {{200, Discovery}, {200, R"({"access_token":"a","id_token":")" + fresh + R"(","refresh_token":"next"})"}};
    Credentials credentials(settings(old), *m_pool);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + fresh);
    QCOMPARE(m_provider->requests.size(), std::size_t(2));
    QCOMPARE(m_provider->requests[0].url, std::string("https://idp/.well-known/openid-configuration"));
    QCOMPARE(m_provider->requests[1].url, std::string("https://idp/token?tenant=a"));
    QCOMPARE(m_provider->requests[1].body, std::string("grant_type=refresh_token&refresh_token=r%20e%26f%3D1"));
    const http::Header basic{"Authorization", "Basic " + kube::encodeBase64("kube%20client:s%3Ae%2Fc")};
    QVERIFY(m_provider->requests[1].headers[1] == basic);
    QTRY_COMPARE((m_executor->run(), content()), kubeConfig(fresh, "next"));
    QCOMPARE(content(".bak"), kubeConfig(old, "r e&f=1"));
    QTRY_VERIFY(!QFile::exists(QString::fromStdString(path() + ".lock")));
    QVERIFY(m_notices.empty());
}

void OidcRefreshTest::aRefusedTokenIsRenewedOnceForAll()
{
    const std::string old = idToken(Now + 3600), fresh = idToken(Now + 7200);
    put(kubeConfig(old, "r"));
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + fresh + R"("})"}};
    Credentials credentials(settings(old), *m_pool);
    const auto first = fetch(credentials);
    QVERIFY(first);
    std::vector<base::Job> jobs;
    int answers = 0;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(credentials.rejected(*first));
        jobs.push_back(credentials.fetch([&](const auto &got) { answers += bearer(got) == "Bearer " + fresh; }));
    }
    for (int i = 0; i < 20; ++i)
        m_executor->advance(0ms);
    QCOMPARE(answers, 50);
    QCOMPARE(m_provider->requests.size(), std::size_t(2));
}

void OidcRefreshTest::theProviderMayWantTheClientInTheBody()
{
    m_provider->answers = {{200, Discovery}, {401, R"({"error":"invalid_client"})"}, {200, R"({"id_token":")" + idToken(Now + 99) + R"("})"}};
    Credentials credentials(settings(""), *m_pool);
    QVERIFY(fetch(credentials));
    QCOMPARE(m_provider->requests.size(), std::size_t(3));
    QVERIFY(m_provider->requests[2].body.ends_with("&client_id=kube%20client&client_secret=s%3Ae%2Fc"));
    for (const http::Header &header : m_provider->requests[2].headers)
        QVERIFY(header.name != "Authorization");
}

void OidcRefreshTest::aSecondRenewalUsesTheNewRefreshToken()
{
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + idToken(Now + 60) + R"(","refresh_token":"next"})"},
                           {200, Discovery}, {200, R"({"id_token":")" + idToken(Now + 600) + R"("})"}};
    Credentials credentials(settings(""), *m_pool);
    QVERIFY(fetch(credentials));
    m_executor->advance(51s);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + idToken(Now + 600));
    QVERIFY(m_provider->requests[3].body.ends_with("refresh_token=next"));
}

void OidcRefreshTest::itsOwnTokensInTheKubeconfigAreNoNews()
{
    const std::string first = idToken(Now + 60), second = idToken(Now + 600), third = idToken(Now + 6000);
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + second + R"(","refresh_token":"second"})"},
                           {200, Discovery}, {200, R"({"id_token":")" + third + R"(","refresh_token":"third"})"}};
    Credentials credentials(settings(first, "first"), *m_pool);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + first);
    m_executor->advance(51s);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + second);
    const auto source = m_pool->source(settings(second, "second"));
    m_executor->advance(541s);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + third);
    QVERIFY(m_provider->requests[3].body.ends_with("refresh_token=second"));
    // The file is read again late: it holds what was renewed since.
    QCOMPARE(m_pool->source(settings(second, "second")), source);
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + idToken(Now + 60'000) + R"("})"}};
    m_executor->advance(5400s);
    QVERIFY(fetch(credentials));
    QVERIFY(m_provider->requests[5].body.ends_with("refresh_token=third"));
    QVERIFY(kube::withoutRenewedTokens(settings(first, "first")) == kube::withoutRenewedTokens(settings(third, "third")));
}

void OidcRefreshTest::tokensOfANewLoginAreTaken()
{
    Credentials credentials(settings(idToken(Now), ""), *m_pool);
    QVERIFY(!fetch(credentials));
    QVERIFY(!fetch(credentials));
    const std::string fresh = idToken(Now + 600);
    m_pool->source(settings(fresh, "fresh"));
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + fresh);
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + idToken(Now + 6000) + R"("})"}};
    m_executor->advance(600s);
    QVERIFY(fetch(credentials));
    QVERIFY(m_provider->requests[1].body.ends_with("refresh_token=fresh"));
}

void OidcRefreshTest::theProvidersOwnAuthorityIsTrustedForIt()
{
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + idToken(Now + 60) + R"("})"}};
    ConnectionSettings with = settings("");
    with.authorityPem = "the cluster's";
    with.authProvider->config["idp-certificate-authority-data"] = SecretText("cGVt");
    Credentials credentials(with, *m_pool);
    QVERIFY(fetch(credentials));
    for (const http::Request &request : m_provider->requests)
        QCOMPARE(request.connection->authorityPem, std::string("pem"));
}

void OidcRefreshTest::whatFailsIsToldInKubectlsWords_data()
{
    QTest::addColumn<QByteArray>("discovery");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("tokens");
    QTest::addColumn<QByteArray>("words");
    const QByteArray good(Discovery);
    QTest::newRow("refused") << good << 400 << QByteArray(R"({"error":"invalid_grant","error_description":"token is used"})")
                             << QByteArray("failed to refresh token: oauth2: \"invalid_grant\" \"token is used\"");
    QTest::newRow("HTML") << good << 502 << QByteArray("<html>") << QByteArray("failed to refresh token: oauth2: cannot fetch token: 502\nResponse: <html>");
    QTest::newRow("no id_token") << good << 200 << QByteArray("{}") << QByteArray("token response did not contain an id_token, either the scope");
    QTest::newRow("broken token") << good << 200 << QByteArray(R"({"id_token":"a.b"})") << QByteArray("ID Token is not a valid JWT");
    QTest::newRow("no endpoint") << QByteArray("{}") << 200 << QByteArray() << QByteArray("oidc: discovery object doesn't contain a token_endpoint");
    QTest::newRow("no JSON") << QByteArray("x") << 200 << QByteArray() << QByteArray("oidc: failed to decode provider discovery object: ");
    QTest::newRow("endpoint without TLS") << QByteArray(R"({"token_endpoint":"http://idp/token"})") << 200 << QByteArray()
                                          << QByteArray("oidc: the token endpoint is not an https address");
}

void OidcRefreshTest::whatFailsIsToldInKubectlsWords()
{
    QFETCH(QByteArray, discovery);
    QFETCH(int, status);
    QFETCH(QByteArray, tokens);
    QFETCH(QByteArray, words);
    m_provider->answers = {{200, discovery.toStdString()}, {status, tokens.toStdString()}, {status, tokens.toStdString()}};
    Credentials credentials(settings(""), *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QVERIFY2(got.error().message.starts_with(words.toStdString()), got.error().message.c_str());
}

void OidcRefreshTest::anIssuerThatIsAwayIsNamed_data()
{
    QTest::addColumn<bool>("isFound");
    QTest::newRow("before it was asked what it offers") << false;
    QTest::newRow("after that") << true;
}

void OidcRefreshTest::anIssuerThatIsAwayIsNamed()
{
    QFETCH(bool, isFound);
    if (isFound)
        m_provider->answers = {{200, Discovery}};
    m_provider->answers.push_back({0, "cannot connect to idp:443: Connection refused"});
    Credentials credentials(settings(""), *m_pool);
    const auto got = fetch(credentials);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, base::ErrorKind::Network);
    QCOMPARE(got.error().reason, std::string(kube::issuerAway));
    QVERIFY2(got.error().message.starts_with("failed to refresh token: the OpenID Connect issuer https://"), got.error().message.c_str());
}

void OidcRefreshTest::whenTheFileCannotBeWrittenTheTokenIsUsedAndSomebodyIsTold()
{
    const std::string fresh = idToken(Now + 3600);
    m_provider->answers = {{200, Discovery}, {200, R"({"id_token":")" + fresh + R"("})"}};
    put(kubeConfig("old", "r"));
    QFile lock(QString::fromStdString(path() + ".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    Credentials credentials(settings(""), *m_pool);
    QCOMPARE(bearer(fetch(credentials)), "Bearer " + fresh);
    m_executor->advance(6s);
    QCOMPARE(m_notices.size(), std::size_t(1));
    QVERIFY2(m_notices[0].starts_with("could not persist new tokens: another program is writing "), m_notices[0].c_str());
    QCOMPARE(content(), kubeConfig("old", "r"));
    QVERIFY(lock.exists());
}

void OidcRefreshTest::nothingIsSentWithoutTls_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::newRow("http") << QStringLiteral("http://idp");
    QTest::newRow("file") << QStringLiteral("file:///etc");
}

void OidcRefreshTest::nothingIsSentWithoutTls()
{
    QFETCH(QString, issuer);
    ConnectionSettings with = settings("");
    with.authProvider->config["idp-issuer-url"] = SecretText(issuer.toStdString());
    Credentials credentials(with, *m_pool);
    QVERIFY(!fetch(credentials));
    QVERIFY(m_provider->requests.empty());
}

void OidcRefreshTest::theEndOfATokenIsRead_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("end");
    const auto row = [](const char *name, const std::string &claims, qint64 end) {
        QTest::newRow(name) << QByteArray::fromStdString("h." + claims + ".s") << end;
    };
    row("whole", "eyJleHAiOjE4MDAwMDAwMDB9", 1'799'999'990);           // {"exp":1800000000}
    row("fraction", "eyJleHAiOjEuOGU5fQ", 1'799'999'990);               // {"exp":1.8e9}
    row("none", "e30", -10);                                            // {}
    row("no base64", "!", -1);
    row("no JSON", "eA", -1);                                           // x
    QTest::newRow("two parts") << QByteArray("a.b") << qint64(-1);
    QTest::newRow("four parts") << QByteArray("a.e30.c.d") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void OidcRefreshTest::theEndOfATokenIsRead()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, end);
    const auto got = kube::idTokenEnd(token.toStdString());
    QCOMPARE(bool(got), end != -1);
    if (got)
        QCOMPARE(qint64(std::chrono::duration_cast<std::chrono::seconds>(got->time_since_epoch()).count()), end);
}

QTEST_GUILESS_MAIN(OidcRefreshTest)
#include "OidcRefreshTest.moc"
