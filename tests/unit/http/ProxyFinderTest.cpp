#include "models/http/ProxyFinder.h"

#include <QTest>

using base::ErrorKind;
using namespace std::chrono_literals;

namespace {

/// A search that is answered by hand.
struct Searches
{
    struct Question { std::string url; std::function<void(base::Result<std::string>)> done; };
    std::vector<Question> questions;
    std::shared_ptr<http::TaskQueue> queue = std::make_shared<http::TaskQueue>([] { });
    http::ProxyFinder finder{environment(), queue};
    base::SteadyTime now = std::chrono::steady_clock::now();

    http::ProxyEnvironment environment()
    {
        http::ProxyEnvironment made{"plain:1", "secure:2", ""};
        made.search = [this](const std::string &url, auto done) { questions.push_back({url, done}); };
        return made;
    }
    void answer(std::size_t number, base::Result<std::string> words)
    {
        questions.at(number).done(std::move(words));
        queue->runDue();
    }
    std::string proxyFor(const char *url) const { return finder.proxyFor(*http::parseUrl(url)); }
    std::string trouble(const char *url) const { return finder.trouble(*http::parseUrl(url)); }
    bool isKnown(const char *url) { return finder.isKnown(*http::parseUrl(url), now); }
};

} // namespace

/// Proxies that a script of the network names.
class ProxyFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutASearchTheSettingsAreKnownAtOnce();
    void eachServerIsAskedForOnceAndWithoutItsPath();
    void anAnswerWithoutAProxyMeansNone();
    void thisMachineIsNotAskedFor();
    void aSearchThatFailsLeavesItToTheSettings();
    void aSearchThatTakesLongLeavesItToTheSettingsUntilItIsDone();
    void anOldAnswerIsUsedOnceMoreWhileItIsAskedForAnew();
    void anAnswerThatComesAfterTheFinderHarmsNobody();
};

void ProxyFinderTest::withoutASearchTheSettingsAreKnownAtOnce()
{
    http::ProxyFinder finder({"plain:1", "secure:2", "other"}, std::make_shared<http::TaskQueue>([] { }));
    const http::Url url = *http::parseUrl("https://example.com");
    QVERIFY(finder.isKnown(url, {}) && finder.isSettled(url, {}));
    QCOMPARE(finder.proxyFor(url), std::string("secure:2"));
}

void ProxyFinderTest::eachServerIsAskedForOnceAndWithoutItsPath()
{
    Searches searches;
    QVERIFY(!searches.isKnown("https://user:canary@one.example:6443/api/secret?x"));
    QVERIFY(!searches.isKnown("https://one.example:6443/apis"));
    QVERIFY(!searches.isKnown("https://two.example/"));
    QCOMPARE(searches.questions.size(), std::size_t(2));
    QCOMPARE(searches.questions[0].url, std::string("https://one.example:6443/"));
    searches.answer(0, std::string("found:3"));
    QVERIFY(searches.isKnown("https://one.example:6443/") && !searches.isKnown("https://two.example/"));
    QCOMPARE(searches.proxyFor("https://one.example:6443/"), std::string("found:3"));
    QCOMPARE(searches.questions.size(), std::size_t(2));
}

void ProxyFinderTest::anAnswerWithoutAProxyMeansNone()
{
    Searches searches;
    searches.isKnown("https://one.example/");
    searches.answer(0, std::string());
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string());
    QCOMPARE(searches.trouble("https://one.example/"), std::string());
}

void ProxyFinderTest::thisMachineIsNotAskedFor()
{
    Searches searches;
    QVERIFY(searches.isKnown("https://127.0.0.1:6443/") && searches.isKnown("https://localhost/"));
    QVERIFY(searches.questions.empty());
    QCOMPARE(searches.proxyFor("https://127.0.0.1:6443/"), std::string());
}

void ProxyFinderTest::aSearchThatFailsLeavesItToTheSettings()
{
    Searches searches;
    searches.isKnown("https://one.example/");
    searches.isKnown("http://two.example/");
    searches.answer(0, base::makeError(ErrorKind::Network, "the script does not run"));
    searches.answer(1, base::makeError(ErrorKind::NotFound, "nothing is announced"));
    QVERIFY(searches.isKnown("https://one.example/") && searches.isKnown("http://two.example/"));
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string("secure:2"));
    QCOMPARE(searches.proxyFor("http://two.example/"), std::string("plain:1"));
    QCOMPARE(searches.trouble("https://one.example/"), std::string("the script does not run"));
    QCOMPARE(searches.trouble("http://two.example/"), std::string()); // most networks announce nothing
}

void ProxyFinderTest::aSearchThatTakesLongLeavesItToTheSettingsUntilItIsDone()
{
    Searches searches;
    QVERIFY(!searches.isKnown("https://one.example/"));
    QVERIFY(searches.queue->untilNext().has_value()); // somebody looks again
    searches.now += 10s;
    QVERIFY(searches.isKnown("https://one.example/"));
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string("secure:2"));
    searches.answer(0, std::string("found:3"));
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string("found:3"));
    QCOMPARE(searches.questions.size(), std::size_t(1));
}

void ProxyFinderTest::anOldAnswerIsUsedOnceMoreWhileItIsAskedForAnew()
{
    Searches searches;
    searches.isKnown("https://one.example/");
    searches.answer(0, std::string("office:3"));
    searches.now += 6min;
    QVERIFY(searches.isKnown("https://one.example/"));
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string("office:3"));
    QCOMPARE(searches.questions.size(), std::size_t(2));
    searches.answer(1, std::string());
    QCOMPARE(searches.proxyFor("https://one.example/"), std::string());
}

void ProxyFinderTest::anAnswerThatComesAfterTheFinderHarmsNobody()
{
    std::function<void(base::Result<std::string>)> late;
    const auto queue = std::make_shared<http::TaskQueue>([] { });
    {
        http::ProxyEnvironment environment;
        environment.search = [&late](const std::string &, auto done) { late = done; };
        http::ProxyFinder finder(environment, queue);
        QVERIFY(!finder.isKnown(*http::parseUrl("https://one.example/"), std::chrono::steady_clock::now()));
    }
    late(std::string("found:3"));
    queue->runDue();
    QVERIFY(!queue->untilNext());
}

QTEST_APPLESS_MAIN(ProxyFinderTest)
#include "ProxyFinderTest.moc"
