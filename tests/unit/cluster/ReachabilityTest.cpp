#include "models/cluster/Reachability.h"

#include "models/base/ManualExecutor.h"
#include "models/http/Failure.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/MemoryFiles.h"

#include <QSignalSpy>
#include <QTest>

using cluster::Reach;
using cluster::Reachability;
using cluster::ServerAddress;

namespace {

/// What a test needs, the last first to go.
struct World
{
    base::ManualExecutor time;
    tests::MemoryFiles files;
    tests::FakeTransport transport;
};

const std::string version = R"({"major":"1","gitVersion":"v1.36.3"})";

ServerAddress server(int number)
{
    return {.url = "https://server-" + std::to_string(number) + ":6443", .authorityFile = {}, .authorityPem = {}, .serverName = {}, .proxy = {}, .insecure = false};
}

std::vector<ServerAddress> servers(int count)
{
    std::vector<ServerAddress> all;
    for (int number = 0; number < count; ++number)
        all.push_back(server(number));
    return all;
}

} // namespace

/// Asking servers anonymously: how many, for whom, for how long, and what the answers mean.
class ReachabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestHasNothingOfTheUsers();
    void aServersUrlLosesItsUserInfo();
    void aProxyWithAPasswordIsNotUsed();
    void theAuthorityOfAFileIsRead();
    void neverMoreThanEightRunAtOnce();
    void whatLeavesTheScreenIsNoLongerAsked();
    void anAnswerIsBelievedForAWhile();
    void askingAgainIsAtOnce();
    void oneServerOfManyContextsIsAskedOnce();
    void nothingIsToldAfterTheEnd();
    void anAnswerHasAMeaning_data();
    void anAnswerHasAMeaning();
    void aFailureHasAMeaning_data();
    void aFailureHasAMeaning();
};

void ReachabilityTest::theRequestHasNothingOfTheUsers()
{
    kube::ConnectionSettings settings;
    settings.server = "https://server:6443/prefix";
    settings.tls = true;
    settings.authorityPem = "the authority";
    settings.serverName = "kubernetes";
    settings.proxy = "http://proxy:3128";
    settings.clientCertificatePem = "CANARY";
    settings.clientKeyPem = base::SecretText("CANARY");
    settings.token = base::SecretText("CANARY");
    settings.username = "CANARY";
    settings.password = base::SecretText("CANARY");
    settings.impersonation.user = "CANARY";
    settings.exec = kube::ExecSettings{};
    settings.exec->command = "CANARY";

    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want({ServerAddress::of(settings)});
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));
    const http::Request &request = world.transport.exchanges[0].request;
    QCOMPARE(request.url, std::string("https://server:6443/prefix/version"));
    QCOMPARE(request.method, http::Method::Get);
    QCOMPARE(request.headers, (std::vector<http::Header>{{"Accept", "application/json"}}));
    QVERIFY(request.body.empty());
    QVERIFY(request.byteCap > 0 && request.byteCap <= 64 * 1024);
    QVERIFY(request.deadline > std::chrono::milliseconds(0));
    const http::Connection &connection = *request.connection;
    QCOMPARE(connection.authorityPem, std::string("the authority"));
    QCOMPARE(connection.serverName, std::string("kubernetes"));
    QCOMPARE(connection.proxy, std::string("http://proxy:3128"));
    QVERIFY(connection.clientCertificatePem.empty());
    QVERIFY(connection.clientKeyPem.isEmpty());
    QVERIFY(!connection.insecure);
}

void ReachabilityTest::aServersUrlLosesItsUserInfo()
{
    kube::ConnectionSettings settings;
    settings.server = "https://user:pass@word@server:6443/a@b";
    QCOMPARE(ServerAddress::of(settings).url, std::string("https://server:6443/a@b"));
    settings.server = "https://server/a@b";
    QCOMPARE(ServerAddress::of(settings).url, std::string("https://server/a@b"));
}

void ReachabilityTest::aProxyWithAPasswordIsNotUsed()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    ServerAddress address = server(1);
    address.proxy = "http://user:password@proxy:3128";
    QVERIFY(!address.mayBeAsked());
    reachability.want({address});
    world.time.run();
    QVERIFY(world.transport.exchanges.empty());
    QCOMPARE(reachability.of(address).state, Reach::State::NotAsked);
}

void ReachabilityTest::theAuthorityOfAFileIsRead()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    ServerAddress good = server(1), lost = server(2);
    good.authorityFile = "/ca.pem";
    lost.authorityFile = "/gone.pem";
    world.files.files["/ca.pem"] = "the authority";
    reachability.want({good, lost});
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));
    QCOMPARE(world.transport.exchanges[0].request.connection->authorityPem, std::string("the authority"));
    QCOMPARE(reachability.of(lost).state, Reach::State::Unreachable);
    QCOMPARE(reachability.of(lost).error->kind, base::ErrorKind::NotFound);
}

void ReachabilityTest::neverMoreThanEightRunAtOnce()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want(servers(30));
    world.time.run();
    std::size_t answered = 0;
    while (answered < world.transport.exchanges.size()) {
        QVERIFY(reachability.running() <= Reachability::MostAtOnce);
        QVERIFY(world.transport.exchanges.size() - answered <= Reachability::MostAtOnce);
        world.transport.exchanges[answered++].answer(200, version);
        world.time.run();
    }
    QCOMPARE(answered, std::size_t(30));
    QCOMPARE(reachability.running(), std::size_t(0));
    for (const ServerAddress &address : servers(30))
        QCOMPARE(reachability.of(address).state, Reach::State::Reachable);
}

void ReachabilityTest::whatLeavesTheScreenIsNoLongerAsked()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want(servers(8));
    world.time.run();
    QCOMPARE(reachability.of(server(3)).state, Reach::State::Checking);
    reachability.want({server(3), server(20)});
    world.time.run();
    QCOMPARE(reachability.running(), std::size_t(2));
    for (int number = 0; number < 8; ++number)
        QCOMPARE(world.transport.exchanges[static_cast<std::size_t>(number)].token.isCancelled(), number != 3);
    QCOMPARE(reachability.of(server(0)).state, Reach::State::NotAsked);
    QCOMPARE(world.transport.exchanges.back().request.url, std::string("https://server-20:6443/version"));
}

void ReachabilityTest::anAnswerIsBelievedForAWhile()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want({server(1)});
    world.time.run();
    world.transport.exchanges[0].answer(200, version);
    world.time.run();
    QCOMPARE(reachability.of(server(1)).at, world.time.clock().now());
    world.time.advance(Reachability::Fresh - std::chrono::seconds(1));
    reachability.want({server(1)});
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));
    world.time.advance(std::chrono::seconds(1));
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));     // nobody looked anew
    reachability.want({server(1)});
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(2));
}

void ReachabilityTest::askingAgainIsAtOnce()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want({server(1)});
    world.time.run();
    reachability.askAgain(server(1));       // it is being asked already
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));
    world.transport.exchanges[0].fail(base::ErrorKind::Network);
    world.time.run();
    reachability.askAgain(server(1));
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(2));
    reachability.askAgain(server(9));       // not on screen
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(2));
}

void ReachabilityTest::oneServerOfManyContextsIsAskedOnce()
{
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want({server(1), server(1), server(1)});
    world.time.run();
    QCOMPARE(world.transport.exchanges.size(), std::size_t(1));
}

void ReachabilityTest::nothingIsToldAfterTheEnd()
{
    World world;
    {
        Reachability reachability(world.transport, world.time, world.time, world.files);
        reachability.want({server(1), server(2)});
        world.time.run();
        world.transport.exchanges[0].answer(200, version);    // told, and not taken yet
    }
    world.time.run();
    QVERIFY(world.transport.exchanges[1].token.isCancelled());
    QCOMPARE(world.transport.retired, 2);
}

void ReachabilityTest::anAnswerHasAMeaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<int>("state");
    QTest::addColumn<std::string>("words");

    const auto row = [](const char *name, int status, const std::string &body, Reach::State state, const char *words = "") {
        QTest::newRow(name) << status << body << static_cast<int>(state) << std::string(words);
    };
    row("a version", 200, version, Reach::State::Reachable);
    row("401", 401, R"({"kind":"Status","code":401,"message":"Unauthorized"})", Reach::State::WantsCredentials);
    row("403", 403, "", Reach::State::WantsCredentials);
    row("a web page", 200, "<html>Welcome</html>", Reach::State::Odd, "not as a Kubernetes API server");
    row("JSON of something else", 200, R"({"version":"2.1"})", Reach::State::Odd, "not as a Kubernetes API server");
    row("a version that is no text", 200, R"({"gitVersion":["v1"]})", Reach::State::Odd, "not as a Kubernetes API server");
    row("nothing", 200, "", Reach::State::Odd, "not as a Kubernetes API server");
    row("no such path", 404, "404 page not found", Reach::State::Odd, "404 page not found");
    row("out of order", 503, "upstream is down", Reach::State::Odd, "upstream is down");
    row("a redirect", 302, "", Reach::State::Odd, "redirects to https://elsewhere/version, and redirects are not followed");
}

void ReachabilityTest::anAnswerHasAMeaning()
{
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(int, state);
    QFETCH(std::string, words);
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    QSignalSpy changes(&reachability, &Reachability::changed);
    reachability.want({server(1)});
    world.time.run();
    QCOMPARE(changes.size(), 1);
    const std::vector<http::Header> headers = status == 302 ? std::vector<http::Header>{{"Location", "https://elsewhere/version"}} : std::vector<http::Header>{};
    world.transport.exchanges[0].answer(status, body, headers);
    world.time.run();
    QCOMPARE(changes.size(), 2);
    const Reach reach = reachability.of(server(1));
    QCOMPARE(static_cast<int>(reach.state), state);
    QCOMPARE(reach.version, std::string(reach.state == Reach::State::Reachable ? "v1.36.3" : ""));
    QCOMPARE(reach.error.has_value(), !words.empty());
    if (reach.error) {
        QVERIFY2(reach.error->message.find(words) != std::string::npos, reach.error->message.c_str());
        QCOMPARE(reach.error->code, status);
    }
    QCOMPARE(world.transport.retired, 1);
}

void ReachabilityTest::aFailureHasAMeaning_data()
{
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<int>("state");
    QTest::newRow("refused") << std::string(http::reason::Refused) << static_cast<int>(Reach::State::Unreachable);
    QTest::newRow("a certificate is wanted") << std::string(http::reason::ClientCertificate) << static_cast<int>(Reach::State::WantsCredentials);
}

void ReachabilityTest::aFailureHasAMeaning()
{
    QFETCH(std::string, reason);
    QFETCH(int, state);
    World world;
    Reachability reachability(world.transport, world.time, world.time, world.files);
    reachability.want({server(1)});
    world.time.run();
    world.transport.exchanges[0].fail(base::ErrorKind::Tls, reason);
    world.time.run();
    QCOMPARE(static_cast<int>(reachability.of(server(1)).state), state);
}

QTEST_GUILESS_MAIN(ReachabilityTest)
#include "ReachabilityTest.moc"
