#include "models/base/ManualExecutor.h"
#include "models/demo/DemoServer.h"
#include "tests/support/Folders.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace demo;
using Act = Misbehaviour::Act;

// The server over real sockets: who gets in, how it streams, and every way in which it can be made to misbehave.
class DemoServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itListensAtOnceAndOnlyOnThisMachine();
    void whoDoesNotKnowTheSecretSeesTheVersionOnly_data();
    void whoDoesNotKnowTheSecretSeesTheVersionOnly();
    void theKubeconfigIsInAFile();
    void oneConnectionCarriesManyRequests();
    void aWatchIsToldWhatTheClockBringsAbout();
    void sampleDataThatIsMissingIsAnError();
    void aServerThatGoesEndsItsStreams();

    void aDroppedRequestGetsNothing();
    void refusalsCarryTheirCodeAndHeaders_data();
    void refusalsCarryTheirCodeAndHeaders();
    void aPageInsteadOfJson();
    void aWatchIsExpiredWhileItRuns();
    void silenceSaysNothing();
    void aDelayedAnswerComesLater();
    void aSlowAnswerTrickles();
    void aCutAnswerEndsInItsMiddle();
    void halfLinesAreMadeWholeLater();
    void misbehavioursCanBeTakenBack();
    void forgottenHistoryExpiresOldVersions();
};

namespace {

constexpr int patience = 10'000;   // milliseconds; a test that passes never waits that long

struct Running
{
    explicit Running(const base::Clock &clock = base::Clock::system(), Options options = {})
        : server(clock, withData(std::move(options)))
        , access(server.start())
    {
    }

    static Options withData(Options options)
    {
        if (options.dataFolder == Options().dataFolder)
            options.dataFolder = folders::source("resources/demo");
        return options;
    }

    std::string secret() const { return access->token.reveal(); }
    quint16 port() const { return quint16(std::stoi(access->url.substr(access->url.rfind(':') + 1))); }

    DemoServer server;
    base::Result<Access> access;
};

/// A client as simple as can be.
class Client
{
public:
    explicit Client(const Running &running) : m_secret(running.secret())
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), running.port());
        if (!QTest::qWaitFor([this] { return isOpen(); }, patience))
            qWarning("no connection to the demo server");
    }

    void ask(const std::string &path, const std::string &method = "GET", const std::string &body = {})
    {
        askPlainly('/' + m_secret + path, "", method, body);
    }

    void askPlainly(
        const std::string &path, const std::string &headers = {}, const std::string &method = "GET", const std::string &body = {})
    {
        m_socket.write(QByteArray::fromStdString(method + ' ' + path + " HTTP/1.1\r\nHost: demo\r\n" + headers
            + "Content-Type: application/merge-patch+json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"
            + body));
    }

    /// Reads until the text has come; what came until then.
    QByteArray until(const QByteArray &text)
    {
        QElapsedTimer time;
        time.start();
        while (!m_all.contains(text) && time.elapsed() < patience && comes(patience))
            m_all += m_socket.readAll();
        return m_all;
    }

    QByteArray untilClosed()
    {
        while (m_socket.state() != QAbstractSocket::UnconnectedState && comes(patience))
            m_all += m_socket.readAll();
        return m_all + m_socket.readAll();
    }

    /// A whole answer with a body of known length.
    QByteArray answer()
    {
        until("\r\n\r\n");
        const auto head = m_all.indexOf("\r\n\r\n") + 4, at = m_all.indexOf("Content-Length: ") + 16;
        const auto length = m_all.mid(at, m_all.indexOf('\r', at) - at).toLongLong();
        while (m_all.size() < head + length && comes(patience))
            m_all += m_socket.readAll();
        const QByteArray whole = m_all.left(head + length);
        m_all.remove(0, head + length);
        return whole;
    }

    bool hasSomethingWithin(int milliseconds)
    {
        const bool came = comes(milliseconds);
        m_all += m_socket.readAll();
        return came;
    }

    QByteArray &all() { return m_all; }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    /// QTcpSocket's own waiting may fail at random on Windows, and keeps what comes later from being told there.
    bool comes(int milliseconds)
    {
        const auto isOver = [this] { return m_socket.bytesAvailable() > 0 || m_socket.state() == QAbstractSocket::UnconnectedState; };
        return QTest::qWaitFor(isOver, milliseconds) && m_socket.bytesAvailable() > 0;
    }

    std::string m_secret;
    QTcpSocket m_socket;
    QByteArray m_all;
};

Misbehaviour acting(Act act, std::string path = "*")
{
    Misbehaviour result;
    result.act = act;
    result.path = std::move(path);
    return result;
}

const char *const pods = "/api/v1/namespaces/team-a/pods";
const char *const nodeWatch
    = "/api/v1/nodes?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";

void touchNode(const Running &running, const char *value)
{
    Client writer(running);
    writer.ask("/api/v1/nodes/kube-worker-1", "PATCH", std::string(R"({"metadata":{"annotations":{"touched":")") + value + "\"}}}");
    QVERIFY(writer.answer().startsWith("HTTP/1.1 200"));
}

} // namespace

void DemoServerTest::itListensAtOnceAndOnlyOnThisMachine()
{
    Running running;
    QVERIFY(running.access);
    QVERIFY(running.access->url.starts_with("http://127.0.0.1:"));
    QVERIFY(running.access->kubeconfig.find(running.access->url) != std::string::npos);
    Client client(running);
    client.ask(pods);
    const QByteArray answer = client.answer();
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK") && answer.contains("downward-demo"));
    QVERIFY(!running.server.start());
}

void DemoServerTest::whoDoesNotKnowTheSecretSeesTheVersionOnly_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("header");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *path, const char *header, const char *code) {
        QTest::newRow(name) << std::string(path) << std::string(header) << QByteArray(code);
    };
    row("version", "/version", "", "200");
    row("health", "/readyz", "", "200");
    row("api", "/api", "", "401");
    row("pods", "/api/v1/pods", "", "401");
    row("nothing", "/", "", "401");
    row("wrong secret", "/0123456789abcdef0123456789abcdef/api", "", "401");
    row("wrong bearer", "/api", "Authorization: Bearer no\r\n", "401");
    row("right bearer", "/api", "Authorization: Bearer SECRET\r\n", "200");
    row("path traversal", "/version/../api", "", "401");
}

void DemoServerTest::whoDoesNotKnowTheSecretSeesTheVersionOnly()
{
    QFETCH(std::string, path);
    QFETCH(std::string, header);
    QFETCH(QByteArray, code);
    Running running;
    if (const auto at = header.find("SECRET"); at != header.npos)
        header.replace(at, 6, running.secret());
    Client client(running);
    client.askPlainly(path, header);
    const QByteArray answer = client.answer();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + code), answer.constData());
}

void DemoServerTest::theKubeconfigIsInAFile()
{
    const QTemporaryDir folder;
    Options options;
    options.kubeconfigFile = folder.filePath(QStringLiteral("demo.kubeconfig")).toStdString();
    const Running running(base::Clock::system(), options);
    QFile file(QString::fromStdString(options.kubeconfigFile));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), running.access->kubeconfig);
    options.kubeconfigFile = folder.filePath(QStringLiteral("no/such/folder")).toStdString();
    QVERIFY(!Running(base::Clock::system(), options).access);
}

void DemoServerTest::oneConnectionCarriesManyRequests()
{
    Running running;
    Client client(running);
    for (int i = 0; i < 50; ++i)
        client.ask(pods);
    for (int i = 0; i < 50; ++i)
        QVERIFY(client.answer().startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(running.server.openConnections(), 1);
}

void DemoServerTest::aWatchIsToldWhatTheClockBringsAbout()
{
    base::ManualExecutor executor;
    Running running(executor.clock());
    Client client(running);
    client.ask("/api/v1/namespaces/team-c/pods?watch=1");
    QVERIFY(client.until("trainer-").contains("\"type\":\"ADDED\""));
    for (int i = 0; i < 90; ++i) {
        executor.advance(std::chrono::seconds(1));
        running.server.catchUp();
    }
    QVERIFY(client.until("\"DELETED\"").contains("\"MODIFIED\""));
}

void DemoServerTest::sampleDataThatIsMissingIsAnError()
{
    Options options;
    options.dataFolder = "/nowhere";
    Running running(base::Clock::system(), options);
    QVERIFY(running.access);
    Client client(running);
    client.ask(pods);
    const QByteArray answer = client.answer();
    QVERIFY(answer.startsWith("HTTP/1.1 500") && answer.contains("/nowhere/discovery.json"));
}

void DemoServerTest::aServerThatGoesEndsItsStreams()
{
    auto running = std::make_unique<Running>();
    Client client(*running);
    client.ask(nodeWatch);
    client.until("initial-events-end");
    running.reset();
    client.untilClosed();
    QVERIFY(!client.isOpen());
}

void DemoServerTest::aDroppedRequestGetsNothing()
{
    Running running;
    running.server.misbehave({acting(Act::Drop, pods)});
    Client client(running);
    client.ask(pods);
    QCOMPARE(client.untilClosed(), QByteArray());
    Client other(running);
    other.ask("/api/v1/nodes");
    QVERIFY(other.answer().startsWith("HTTP/1.1 200"));
}

void DemoServerTest::refusalsCarryTheirCodeAndHeaders_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    for (const auto &[code, reason] : { std::pair(401, "Unauthorized"), { 403, "Forbidden" }, { 410, "Expired" },
             { 429, "TooManyRequests" }, { 500, "InternalError" }, { 503, "ServiceUnavailable" } })
        QTest::addRow("%d", code) << code << QByteArray(reason);
}

void DemoServerTest::refusalsCarryTheirCodeAndHeaders()
{
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    Running running;
    Misbehaviour refusal = throttled("/api/*", "30");
    refusal.code = code;
    running.server.misbehave({refusal});
    Client client(running);
    client.ask(pods);
    const QByteArray answer = client.answer();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(code)), answer.constData());
    QVERIFY(answer.contains("Retry-After: 30\r\n") && answer.contains("\"reason\":\"" + reason + '"'));
}

void DemoServerTest::aPageInsteadOfJson()
{
    Running running;
    running.server.misbehave({acting(Act::Html)});
    Client client(running);
    client.ask(pods);
    const QByteArray answer = client.answer();
    QVERIFY(answer.startsWith("HTTP/1.1 200") && answer.contains("text/html") && answer.contains("Sign in"));
}

void DemoServerTest::aWatchIsExpiredWhileItRuns()
{
    Running running;
    Client client(running);
    client.ask(nodeWatch);
    client.until("initial-events-end");
    Misbehaviour expired = acting(Act::ExpireWatch, "/api/v1/nodes?watch");
    expired.times = 1;
    running.server.misbehave({expired});
    const QByteArray all = client.until("\r\n0\r\n\r\n");
    QVERIFY(all.contains("\"type\":\"ERROR\"") && all.contains("\"code\":410"));
    client.ask("/api/v1/nodes");
    QVERIFY(client.until("NodeList").contains("NodeList"));
}

void DemoServerTest::silenceSaysNothing()
{
    Running running;
    Client watcher(running);
    watcher.ask(nodeWatch);
    watcher.until("initial-events-end");
    running.server.misbehave({acting(Act::Silence, "/api/v1/nodes?watch"), acting(Act::Silence, pods)});
    Client client(running);
    client.ask(pods);
    touchNode(running, "unheard");
    QVERIFY(!client.hasSomethingWithin(200) && client.isOpen());
    QVERIFY(!watcher.hasSomethingWithin(200) && watcher.isOpen());
}

void DemoServerTest::aDelayedAnswerComesLater()
{
    Running running;
    Misbehaviour delayed = acting(Act::Delay, pods);
    delayed.delay = std::chrono::milliseconds(300);
    running.server.misbehave({delayed});
    Client client(running);
    QElapsedTimer time;
    time.start();
    client.ask(pods);
    QVERIFY(client.answer().startsWith("HTTP/1.1 200"));
    QVERIFY(time.elapsed() >= 290);
}

void DemoServerTest::aSlowAnswerTrickles()
{
    Running running;
    Misbehaviour slow = acting(Act::Slow, "/version");
    slow.bytes = 1000;
    running.server.misbehave({slow});
    Client client(running);
    QElapsedTimer time;
    time.start();
    client.ask("/version");
    const QByteArray answer = client.answer();
    QVERIFY(answer.contains("gitVersion"));
    QVERIFY(time.elapsed() >= (answer.size() / 100 - 1) * 100);
}

void DemoServerTest::aCutAnswerEndsInItsMiddle()
{
    Running running;
    Misbehaviour cut = acting(Act::Cut);
    cut.bytes = 100;
    running.server.misbehave({cut});
    for (const char *path : {pods, nodeWatch}) {
        Client client(running);
        client.ask(path);
        const QByteArray all = client.untilClosed();
        QCOMPARE(all.size() - all.indexOf("\r\n\r\n") - 4, 100);
    }
}

void DemoServerTest::halfLinesAreMadeWholeLater()
{
    Running running;
    Misbehaviour half = acting(Act::HalfLines, "/api/v1/nodes?watch");
    half.delay = std::chrono::milliseconds(150);
    running.server.misbehave({half});
    Client client(running);
    client.ask(nodeWatch);
    client.until("\r\n\r\n");
    QVERIFY(!client.all().endsWith("}\n\r\n"));
    QVERIFY(client.until("initial-events-end").contains("initial-events-end"));
}

void DemoServerTest::misbehavioursCanBeTakenBack()
{
    Running running;
    running.server.misbehave({refused("*", 503)});
    Client client(running);
    client.ask(pods);
    QVERIFY(client.answer().startsWith("HTTP/1.1 503"));
    running.server.misbehave({});
    client.ask(pods);
    QVERIFY(client.answer().startsWith("HTTP/1.1 200"));
    running.server.dropConnections();
    client.untilClosed();
    QVERIFY(!client.isOpen());
}

void DemoServerTest::forgottenHistoryExpiresOldVersions()
{
    Running running;
    Client client(running);
    client.ask("/api/v1/nodes?limit=1");
    const QByteArray list = client.answer();
    const auto valueOf = [&list](const QByteArray &key) {
        const auto at = list.indexOf('"' + key + "\":\"") + key.size() + 4;
        return list.mid(at, list.indexOf('"', at) - at).toStdString();
    };
    touchNode(running, "later");
    running.server.forgetHistory();
    client.ask("/api/v1/nodes?limit=1&continue=" + valueOf("continue"));
    QVERIFY(client.answer().startsWith("HTTP/1.1 410"));
    client.ask("/api/v1/nodes?watch=1&resourceVersion=" + valueOf("resourceVersion"));
    QVERIFY(client.until("\"code\":410").contains("\"type\":\"ERROR\""));
}

QTEST_GUILESS_MAIN(DemoServerTest)
#include "DemoServerTest.moc"
