#include "models/base/ManualExecutor.h"
#include "models/kube/ApiClient.h"

#include <QTest>

#include <deque>

using base::ErrorKind;
using base::Result;
using namespace std::chrono_literals;

namespace {

/// Takes requests down; the test answers them.
struct FakeTransport final : http::Transport
{
    struct Exchange { http::Request request; std::shared_ptr<http::Receiver> receiver; base::JobToken token; };

    base::Job send(http::Request request, std::shared_ptr<http::Receiver> receiver) override
    {
        auto [job, token] = base::Job::make();
        exchanges.push_back({std::move(request), std::move(receiver), token});
        return std::move(job);
    }
    void retire(const http::Connection &connection) override { retired.push_back(connection); }

    void answer(int status, std::vector<http::Header> headers, const std::string &body)
    {
        Exchange exchange = exchanges.back();
        exchange.token.deliver([&] { exchange.receiver->head({status, std::move(headers), {}}); });
        exchange.token.deliver([&] { exchange.receiver->bytes(body); });
        exchange.token.finish([&] { exchange.receiver->done({}); });
    }
    void breakDown(base::Error error)
    {
        Exchange exchange = exchanges.back();
        exchange.token.finish([&] { exchange.receiver->done(error); });
    }

    std::deque<Exchange> exchanges;
    std::vector<http::Connection> retired;
};

struct FakeAuthorizer final : kube::Authorizer
{
    explicit FakeAuthorizer(base::Executor &executor) : m_executor(executor) { }

    base::Job fetch(Done done) override
    {
        ++fetches;
        auto [job, token] = base::Job::make();
        m_executor.post([this, token = token, done = std::move(done)] {
            std::vector<http::Header> headers{{"Authorization", "Bearer " + std::to_string(fetches)}, {"Impersonate-User", "of the file"}, {"Impersonate-Group", "of the file"}};
            token.finish([&] { done(kube::Authorization{std::move(headers), std::make_shared<http::Connection>(), {}}); });
        });
        return std::move(job);
    }
    bool rejected(const kube::Authorization &) override { ++rejections; return renewable; }
    void retry() override { ++retries; }

    base::Executor &m_executor;
    int fetches = 0, rejections = 0, retries = 0;
    bool renewable = true;
};

const std::string forbidden = R"({"kind":"Status","status":"Failure","message":"no","reason":"Forbidden","code":403})";

} // namespace

class ApiClientTest : public QObject
{
    Q_OBJECT

    base::ManualExecutor executor;
    FakeTransport transport;
    std::unique_ptr<FakeAuthorizer> authorizer;
    std::unique_ptr<kube::ApiClient> client;
    std::optional<Result<kube::ApiAnswer>> got;
    base::Job job;

    void ask(kube::ApiRequest request)
    {
        got.reset();
        job = client->fetch(std::move(request), [this](Result<kube::ApiAnswer> answer) { got = std::move(answer); });
        executor.run();
    }
    static kube::ApiRequest get(const std::string &path)
    {
        kube::ApiRequest request;
        request.path = path;
        return request;
    }

private Q_SLOTS:
    void init()
    {
        transport.exchanges.clear();
        authorizer = std::make_unique<FakeAuthorizer>(executor);
        client = std::make_unique<kube::ApiClient>("https://rancher.example/k8s/clusters/c-x/", transport, executor, *authorizer);
    }
    void cleanup() { job.cancel(); executor.run(); client.reset(); }

    void urlsKeepThePrefixAndEncodeTheQuery();
    void aPathThatLeadsElsewhereIsNotAskedFor_data();
    void aPathThatLeadsElsewhereIsNotAskedFor();
    void gzipIsOfferedToServersElsewhere();
    void aKnownAnswerNeedNotComeAgain();
    void oneRequestIsMadeAsSomebodyElse();
    void aRefusalIsTheServersError();
    void aRedirectIsNotFollowedAndNamesItsTarget();
    void a401RenewsTheCredentialOnce();
    void a401OfAStaticCredentialIsTheAnswer();
    void retryAfterIsObeyed_data();
    void retryAfterIsObeyed();
    void atMostTenRetries();
    void aWriteIsNeverSentTwiceOnAServerError();
    void warningsAreHandedOn();
    void startingOverLeavesTheOldConnectionsAndTriesCredentialsAgain();
    void lettingGoSilencesAndCancels();
    void aClosedClientAnswersInsteadOfHanging();
    void aReadOnlyClusterIsSentNothingThatChangesIt();
    void aMarkHoldsForWhatIsTriedAgainToo();
};

void ApiClientTest::urlsKeepThePrefixAndEncodeTheQuery()
{
    kube::ApiRequest request = get("/api/v1/pods");
    request.add("labelSelector", "a in (b,c),d=한");
    ask(request);
    QCOMPARE(transport.exchanges.back().request.url,
             std::string("https://rancher.example/k8s/clusters/c-x/api/v1/pods?labelSelector=a%20in%20%28b%2Cc%29%2Cd%3D%ED%95%9C"));
    transport.answer(200, {}, "{}");
    QVERIFY(got && *got);
    QCOMPARE((*got)->body, std::string("{}"));
}

void ApiClientTest::aPathThatLeadsElsewhereIsNotAskedFor_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/api/v1/namespaces/a/pods/..", "/api/v1/namespaces/../pods", "/api/v1/namespaces/./pods", "/api/v1/nodes/.", "/api/v1/nodes/../"})
        QTest::newRow(path) << QByteArray(path);
}

void ApiClientTest::aPathThatLeadsElsewhereIsNotAskedFor()
{
    QFETCH(QByteArray, path);
    ask(get(path.toStdString()));
    QVERIFY(transport.exchanges.empty());
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Invalid);
    for (const char *odd : {"/api/v1/nodes/...", "/api/v1/nodes/a..b", "/api/v1/nodes/.a"}) {
        ask(get(odd));
        QCOMPARE(transport.exchanges.back().request.url, std::string("https://rancher.example/k8s/clusters/c-x") + odd);
    }
}

void ApiClientTest::gzipIsOfferedToServersElsewhere()
{
    ask(get("/api"));
    QVERIFY(transport.exchanges.back().request.compress);
    kube::ApiRequest plain = get("/api");
    plain.compress = false;
    ask(plain);
    QVERIFY(!transport.exchanges.back().request.compress);
    client = std::make_unique<kube::ApiClient>("https://127.0.0.1:6443", transport, executor, *authorizer);
    ask(get("/api"));
    QVERIFY(!transport.exchanges.back().request.compress);
}

void ApiClientTest::oneRequestIsMadeAsSomebodyElse()
{
    const auto sentAs = [this] {
        std::string all;
        for (const http::Header &header : transport.exchanges.back().request.headers)
            all += header.name.starts_with("Impersonate-") ? header.name + '=' + header.value + ' ' : std::string();
        return all;
    };
    kube::ApiRequest request = get("/api");
    request.as = {"jane", {}, {"devs"}, {}};
    ask(request);
    QCOMPARE(sentAs(), std::string("Impersonate-User=jane Impersonate-Group=devs "));
    ask(get("/api"));
    QCOMPARE(sentAs(), std::string("Impersonate-User=of the file Impersonate-Group=of the file "));
    request.as.user = "a\r\nb";
    const std::size_t before = transport.exchanges.size();
    ask(request);
    QVERIFY(got && !*got && transport.exchanges.size() == before);
}

void ApiClientTest::aKnownAnswerNeedNotComeAgain()
{
    const auto tagOf = [](const http::Request &request) {
        const auto header = std::ranges::find(request.headers, "If-None-Match", &http::Header::name);
        return header == request.headers.end() ? std::string("none") : header->value;
    };
    kube::ApiRequest request = get("/apis");
    request.knownTag = "\"7\"";
    ask(request);
    QCOMPARE(tagOf(transport.exchanges.back().request), std::string("\"7\""));
    transport.answer(304, {}, "");
    QVERIFY(got && *got);
    QCOMPARE((*got)->head.status, 304);

    ask(get("/apis"));
    QCOMPARE(tagOf(transport.exchanges.back().request), std::string("none"));
    transport.answer(304, {}, "");
    QVERIFY(got && !*got); // nobody asked for that
}

void ApiClientTest::aRefusalIsTheServersError()
{
    ask(get("/api/v1/pods"));
    transport.answer(403, {}, forbidden);
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Forbidden);
    QCOMPARE(got->error().message, std::string("no"));
}

void ApiClientTest::aRedirectIsNotFollowedAndNamesItsTarget()
{
    ask(get("/api"));
    transport.answer(302, {{"Location", "https://evil.example/login?user=x"}}, "");
    QVERIFY(got && !*got);
    QVERIFY(got->error().message.find("evil.example") != std::string::npos);
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
}

void ApiClientTest::a401RenewsTheCredentialOnce()
{
    ask(get("/api"));
    transport.answer(401, {}, "");
    executor.run();
    QCOMPARE(transport.exchanges.size(), std::size_t(2));
    QCOMPARE(transport.exchanges.back().request.headers.front().value, std::string("Bearer 2"));
    transport.answer(401, {}, "");
    executor.run();
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Unauthorized);
    QCOMPARE(transport.exchanges.size(), std::size_t(2));
}

void ApiClientTest::a401OfAStaticCredentialIsTheAnswer()
{
    authorizer->renewable = false;
    ask(get("/api"));
    transport.answer(401, {}, "");
    executor.run();
    QVERIFY(got && !*got);
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
}

void ApiClientTest::retryAfterIsObeyed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("429, one second") << 429 << QByteArray("1") << 1;
    QTest::newRow("503, thirty seconds") << 503 << QByteArray("30") << 30;
    QTest::newRow("an hour is a minute") << 429 << QByteArray("3600") << 60;
    QTest::newRow("a negative number is no invitation") << 429 << QByteArray("-1") << -1;
    QTest::newRow("a date is no invitation") << 503 << QByteArray("Wed, 21 Oct 2026 07:28:00 GMT") << -1;
    QTest::newRow("text is no invitation") << 503 << QByteArray("soon") << -1;
    QTest::newRow("404 is no invitation") << 404 << QByteArray("1") << -1;
}

void ApiClientTest::retryAfterIsObeyed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    ask(get("/api"));
    transport.answer(status, {{"Retry-After", header.toStdString()}}, "busy");
    if (seconds < 0) {
        QVERIFY(got && !*got);
        return;
    }
    executor.advance(std::chrono::seconds(seconds) - 1ms);
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
    executor.advance(1ms);
    QCOMPARE(transport.exchanges.size(), std::size_t(2));
    transport.answer(200, {}, "ok");
    QVERIFY(got && *got);
}

void ApiClientTest::atMostTenRetries()
{
    ask(get("/api"));
    for (int i = 0; i < 30 && !got; ++i) {
        transport.answer(429, {{"Retry-After", "1"}}, "Too many requests, please try again later.");
        executor.advance(1s);
    }
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Throttled);
    QCOMPARE(transport.exchanges.size(), std::size_t(1 + kube::ApiClient::MaxRetries));
}

void ApiClientTest::aWriteIsNeverSentTwiceOnAServerError()
{
    kube::ApiRequest request = get("/api/v1/namespaces/default/pods");
    request.method = http::Method::Post;
    ask(request);
    transport.answer(503, {{"Retry-After", "1"}}, "");
    executor.advance(1h);
    QVERIFY(got && !*got);
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
    ask(request);
    transport.breakDown(base::makeError(ErrorKind::Network, "reset"));
    executor.advance(1h);
    QCOMPARE(transport.exchanges.size(), std::size_t(2));
}

void ApiClientTest::warningsAreHandedOn()
{
    std::vector<std::string> warnings;
    client->setWarningHandler([&](const std::string &warning) { warnings.push_back(warning); });
    ask(get("/api"));
    transport.answer(200, {{"Warning", "299 - \"v1 Endpoints is deprecated\""}}, "{}");
    QCOMPARE(warnings, std::vector<std::string>{"v1 Endpoints is deprecated"});
}

void ApiClientTest::startingOverLeavesTheOldConnectionsAndTriesCredentialsAgain()
{
    client->startOver();
    QVERIFY(transport.retired.empty());
    ask(get("/api"));
    client->startOver();
    QCOMPARE(transport.retired.size(), std::size_t(1));
    QVERIFY(transport.retired.front() == *transport.exchanges.back().request.connection);
    QCOMPARE(authorizer->retries, 2);
    QVERIFY(!transport.exchanges.back().token.isCancelled());
}

void ApiClientTest::lettingGoSilencesAndCancels()
{
    ask(get("/api"));
    job.cancel();
    executor.run();
    QVERIFY(transport.exchanges.back().token.isCancelled());
    transport.answer(200, {}, "late");
    QVERIFY(!got);
}

void ApiClientTest::aClosedClientAnswersInsteadOfHanging()
{
    job = client->fetch(get("/api"), [this](Result<kube::ApiAnswer> answer) { got = std::move(answer); });
    client.reset();
    executor.run();
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Cancelled);
}

void ApiClientTest::aReadOnlyClusterIsSentNothingThatChangesIt()
{
    kube::ApiRequest write = get("/api/v1/namespaces/a/pods/p");
    write.method = http::Method::Delete;
    client->setAccess(kube::Access::ReadOnly);
    ask(write);
    QVERIFY(got && !*got);
    QCOMPARE(got->error().reason, std::string("ReadOnly"));
    QVERIFY(transport.exchanges.empty());
    QCOMPARE(authorizer->fetches, 0);
    ask(get("/api/v1/pods"));
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
    client->setAccess(kube::Access::ReadWrite);
    ask(write);
    QCOMPARE(transport.exchanges.size(), std::size_t(2));
}

void ApiClientTest::aMarkHoldsForWhatIsTriedAgainToo()
{
    kube::ApiRequest write = get("/api/v1/namespaces/a/pods/p");
    write.method = http::Method::Delete;
    ask(write);
    transport.answer(429, {{"Retry-After", "1"}}, "Too many requests, please try again later.");
    client->setAccess(kube::Access::ReadOnly);
    executor.advance(std::chrono::seconds(2));
    QVERIFY(got && !*got);
    QCOMPARE(got->error().reason, std::string("ReadOnly"));
    QCOMPARE(transport.exchanges.size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(ApiClientTest)
#include "ApiClientTest.moc"
