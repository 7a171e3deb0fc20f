#include "models/disk/Requests.h"

#include "tests/support/FakeApi.h"
#include "tests/unit/disk/NodeWorld.h"

#include <QTest>

using namespace disk;

namespace {

/// Somebody who asks, and what came of it.
struct Asker
{
    support::FakeApi api;
    int told = 0;
    std::optional<Answers> answers;
    base::Job job = ask(api, "n 1", api.time, [this](Answers given) {
        ++told;
        answers = std::move(given);
    });

    /// What was posted is run.
    void settle() { api.time.run(); }
};

} // namespace

/// What is asked about a node, all at once.
class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKubeletIsAskedThroughItsNode()
    {
        const Requests requests = requestsFor("n 1");
        QCOMPARE(requests.node.path, std::string("/api/v1/nodes/n%201"));
        QCOMPARE(requests.summary.path, std::string("/api/v1/nodes/n%201/proxy/stats/summary"));
        QCOMPARE(requests.configz.path, std::string("/api/v1/nodes/n%201/proxy/configz"));
        QCOMPARE(requests.pods.query.front().value, std::string("spec.nodeName=n 1"));
    }

    void theAnswersComeWithTheLast()
    {
        Asker asker;
        QCOMPARE(asker.api.exchanges.size(), std::size_t(4));
        for (const int index : {2, 0, 3}) {
            asker.api.exchanges[std::size_t(index)].answer(std::to_string(index));
            asker.settle();
            QCOMPARE(asker.told, 0);
        }
        asker.api.exchanges[1].fail(base::ErrorKind::Forbidden, "no");
        asker.settle();
        QCOMPARE(asker.told, 1);
        QCOMPARE(*asker.answers->node, std::string("0"));
        QCOMPARE(asker.answers->summary.error().message, std::string("no"));
        QCOMPARE(*asker.answers->configz, std::string("2"));
        QCOMPARE(*asker.answers->pods, std::string("3"));
        QVERIFY(!asker.job.isRunning());
    }

    void whoLetsGoIsToldNothing()
    {
        Asker asker;
        asker.api.exchanges[0].answer("{}");
        asker.job.cancel();
        for (const auto &exchange : asker.api.exchanges)
            QVERIFY(&exchange == &asker.api.exchanges[0] || exchange.isLetGo());
        asker.settle();
        QCOMPARE(asker.told, 0);
    }
};

QTEST_GUILESS_MAIN(RequestsTest)
#include "RequestsTest.moc"
