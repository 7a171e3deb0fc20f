#include "models/http/Failure.h"
#include "models/http/HttpThread.h"
#include "models/http/Socket.h"

#include <QTest>

#include <future>
#include <thread>

namespace {

class Outcome final : public http::Receiver
{
public:
    void head(const http::ResponseHead &) override { }
    void bytes(std::string_view) override { }
    void done(const base::Result<void> &result) override { m_result.set_value(result); }
    base::Result<void> await() { return m_result.get_future().get(); }

private:
    std::promise<base::Result<void>> m_result;
};

base::Result<void> outcomeOf(const http::HttpSettings &settings, const std::string &url)
{
    http::HttpThread thread(settings);
    http::Request request;
    request.url = url;
    const auto outcome = std::make_shared<Outcome>();
    const auto job = thread.send(std::move(request), outcome);
    return outcome->await();
}

} // namespace

/// What the system says when nobody listens, in the same words everywhere.
class RefusedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPortWhereNobodyListensIsNamedSo();
    void aProxyThatAScriptNamesIsTheOneThatIsDialled();
    void aScriptThatFailedIsToldWithTheError();
};

void RefusedTest::aPortWhereNobodyListensIsNamedSo()
{
    http::HttpSettings settings;
    settings.proxies = {};
    const auto outcome = outcomeOf(settings, "http://127.0.0.1:1/");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message,
             std::string("cannot connect to 127.0.0.1:1: Connection refused. Check that the server runs, the port, the network and the VPN."));
    QCOMPARE(outcome.error().reason, http::reason::Refused);
}

void RefusedTest::aProxyThatAScriptNamesIsTheOneThatIsDialled()
{
    http::HttpSettings settings;
    settings.proxies = {};
    settings.proxies.search = [](const std::string &, const auto &done) { std::thread([done] { done(std::string("127.0.0.1:1")); }).detach(); };
    const auto outcome = outcomeOf(settings, "https://cluster.example/api");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, std::string("cannot connect to cluster.example:443 through the proxy http://127.0.0.1:1: Connection refused. "
                                                  "Check that the server runs, the port, the network and the VPN."));
}

void RefusedTest::aScriptThatFailedIsToldWithTheError()
{
    http::HttpSettings settings;
    settings.proxies = {};
    settings.proxies.httpsProxy = "127.0.0.1:1";
    settings.proxies.search = [](const std::string &, const auto &done) { done(base::makeError(base::ErrorKind::Network, "it does not run")); };
    const auto outcome = outcomeOf(settings, "https://cluster.example/api");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, std::string("cannot connect to cluster.example:443 through the proxy http://127.0.0.1:1 (which proxy leads there could "
                                                  "not be found out: it does not run): Connection refused. Check that the server runs, the port, the network and the VPN."));
}

QTEST_APPLESS_MAIN(RefusedTest)
#include "RefusedTest.moc"
