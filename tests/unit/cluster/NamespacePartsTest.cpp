#include "models/cluster/NamespaceParts.h"
#include "models/kube/TableRowReader.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <algorithm>

using base::ErrorKind;
using cluster::CollectionFeed;
using cluster::NamespaceParts;
using kube::SyncState;
using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};

std::string page(const std::string &namespaceName, const std::string &name)
{
    return R"({"kind":"Table","metadata":{"resourceVersion":"9"},"columnDefinitions":[{"name":"Name","type":"string"}],"rows":[{"cells":["x"],"object":{"metadata":{"name":")"
        + name + R"(","namespace":")" + namespaceName + R"(","uid":"u","resourceVersion":"7"}}}]})";
}

} // namespace

class NamespacePartsTest : public QObject
{
    Q_OBJECT

    support::FakeApi *api = nullptr;
    CollectionFeed *feed = nullptr;
    std::unique_ptr<NamespaceParts> parts;
    std::optional<SyncState> state;

    void start(const std::set<std::string> &namespaces, std::optional<base::Error> refusal = {})
    {
        auto abilities = std::make_shared<kube::Reflector::ServerAbilities>();
        abilities->withoutStreamingLists.insert("");
        parts = std::make_unique<NamespaceParts>(*api, kube::Collection{pods, {}, {}, {}, kube::ItemFormat::Table}, *feed, abilities, [] { return 0.0; }, std::move(refusal));
        parts->follow(namespaces);
    }
    std::size_t requestsFor(const std::string &namespaceName) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(api->exchanges, [&](const auto &exchange) { return exchange.request.path == "/api/v1/namespaces/" + namespaceName + "/pods"; }));
    }
    kube::Changes take()
    {
        CollectionFeed::Batch batch = feed->take();
        if (batch.state)
            state = batch.state;
        return std::move(batch.changes);
    }

private Q_SLOTS:
    void init()
    {
        api = new support::FakeApi;
        feed = new CollectionFeed(std::make_unique<kube::TableRowReader>(api->time.clock()), {}, {});
        state.reset();
    }
    void cleanup()
    {
        parts.reset();
        delete feed;
        delete api;
    }

    void aForbiddenNamespaceIsAskedSeldomAndHidesNothing();
    void whereNoneMayBeReadTheRefusalOfTheWholeIsTold();
    void aNamespaceThatBecomesAllowedIsShown();
    void aPersonNeedNotWaitForAForbiddenNamespace();
    void aNamespaceThatIsTakenAwayIsNotShownAsLive();
    void aNamespaceThatIsMadeLaterIsShownToo();
    void rightsThatComeAfterTheNamespaceAreFoundSoon();
    void theRowsOfANamespaceThatIsGoneGoWithIt();
};

void NamespacePartsTest::aForbiddenNamespaceIsAskedSeldomAndHidesNothing()
{
    start({"a", "b"});
    api->exchanges[0].answer(page("a", "one"));
    api->exchanges[1].fail(ErrorKind::Forbidden);
    api->last().open();
    const kube::Changes changes = take();
    QVERIFY(changes.completes());
    QCOMPARE(changes.rowCount(), std::size_t(1));
    QCOMPARE(state->phase, SyncState::Phase::Live);
    QCOMPARE(state->onlyNamespaces, std::optional(std::vector<std::string>{"a"}));
    api->time.advance(NamespaceParts::ForbiddenPause - 1s);
    QCOMPARE(requestsFor("b"), std::size_t(1));
    api->time.advance(2s);
    QCOMPARE(requestsFor("b"), std::size_t(2));
}

void NamespacePartsTest::whereNoneMayBeReadTheRefusalOfTheWholeIsTold()
{
    start({"a", "b"}, base::makeError(ErrorKind::Forbidden, "at the cluster scope"));
    api->exchanges[0].fail(ErrorKind::Forbidden);
    api->exchanges[1].fail(ErrorKind::Forbidden);
    take();
    QCOMPARE(state->error->message, std::string("at the cluster scope"));
    api->time.advance(NamespaceParts::ForbiddenPause);
    api->last().answer(page("b", "two"));
    take();
    QVERIFY(!state->error);
    QCOMPARE(state->onlyNamespaces, std::optional(std::vector<std::string>{"b"}));
}

void NamespacePartsTest::aNamespaceThatBecomesAllowedIsShown()
{
    start({"a", "b"});
    api->exchanges[0].answer(page("a", "one"));
    api->exchanges[1].fail(ErrorKind::Forbidden);
    take();
    api->time.advance(NamespaceParts::ForbiddenPause);
    api->last().answer(page("b", "two"));
    const kube::Changes changes = take();
    QCOMPARE(state->onlyNamespaces, std::optional(std::vector<std::string>{"a", "b"}));
    QCOMPARE(changes.rowCount(), std::size_t(1));
    QCOMPARE(std::string(changes.row(0).key), std::string("b/two"));
    QCOMPARE(changes.restarts(), false);
}

void NamespacePartsTest::aPersonNeedNotWaitForAForbiddenNamespace()
{
    start({"a"});
    api->last().fail(ErrorKind::Forbidden);
    take();
    QCOMPARE(state->error->kind, ErrorKind::Forbidden);
    api->time.advance(1s);
    parts->retryNow();
    QCOMPARE(requestsFor("a"), std::size_t(2));
    api->time.advance(NamespaceParts::ForbiddenPause * 2);
    QCOMPARE(requestsFor("a"), std::size_t(2));
}

void NamespacePartsTest::aNamespaceThatIsTakenAwayIsNotShownAsLive()
{
    start({"a", "b"});
    api->exchanges[0].answer(page("a", "one"));
    api->exchanges[1].answer(page("b", "two"));
    api->exchanges[2].open();
    api->exchanges[3].open();
    take();
    QCOMPARE(state->phase, SyncState::Phase::Live);
    api->exchanges[3].fail(ErrorKind::Gone);
    api->time.advance(2s);
    api->last().fail(ErrorKind::Forbidden);
    take();
    QCOMPARE(state->phase, SyncState::Phase::Stale);
    QCOMPARE(state->error->kind, ErrorKind::Forbidden);
}

void NamespacePartsTest::aNamespaceThatIsMadeLaterIsShownToo()
{
    start({"b"});
    api->last().answer(page("b", "one"));
    api->last().open();
    take();
    QCOMPARE(state->phase, SyncState::Phase::Live);
    parts->follow({"a", "b"});
    QCOMPARE(requestsFor("a"), std::size_t(1));
    QCOMPARE(requestsFor("b"), std::size_t(2));
    take();
    QCOMPARE(state->phase, SyncState::Phase::Live);
    api->last().answer(page("a", "two"));
    const kube::Changes changes = take();
    QCOMPARE(changes.restarts(), false);
    QCOMPARE(changes.rowCount(), std::size_t(1));
    QCOMPARE(std::string(changes.row(0).key), std::string("a/two"));
}

void NamespacePartsTest::rightsThatComeAfterTheNamespaceAreFoundSoon()
{
    start({"b"});
    api->last().answer(page("b", "one"));
    parts->follow({"a", "b"});
    std::vector<std::chrono::seconds> pauses;
    for (int i = 0; i < 8; ++i) {
        api->last().fail(ErrorKind::Forbidden);
        const std::size_t before = requestsFor("a");
        std::chrono::seconds pause{0};
        for (; requestsFor("a") == before && pause < 1h; ++pause)
            api->time.advance(1s);
        pauses.push_back(pause);
    }
    QCOMPARE(pauses, (std::vector<std::chrono::seconds>{5s, 10s, 20s, 40s, 80s, 160s, 300s, 300s}));
}

void NamespacePartsTest::theRowsOfANamespaceThatIsGoneGoWithIt()
{
    start({"a", "b"});
    api->exchanges[0].answer(page("a", "one"));
    api->exchanges[1].answer(page("b", "two"));
    take();
    parts->follow({"b"});
    const kube::Changes changes = take();
    QCOMPARE(changes.rowCount(), std::size_t(1));
    QCOMPARE(std::string(changes.row(0).key), std::string("a/one"));
    QVERIFY(changes.row(0).type == kube::RowChange::Type::Remove);
    QVERIFY(api->exchanges[2].isLetGo());
    QVERIFY(!api->exchanges[3].isLetGo());
}

QTEST_APPLESS_MAIN(NamespacePartsTest)

#include "NamespacePartsTest.moc"
