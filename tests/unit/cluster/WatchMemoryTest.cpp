#include "models/cluster/LiveStore.h"
#include "models/kinds/Kind.h"
#include "models/kinds/KindRowReader.h"
#include "models/kube/ObjectPacker.h"
#include "tests/support/AllocatedMemory.h"
#include "tests/support/FakeApi.h"

#include <QTest>

namespace {

constexpr int pods = 30;
constexpr int firstVersion = 100;
constexpr int versions = 3 * pods;      ///< then what happened happens again

std::string pod(int number, int version, std::size_t note = 0)
{
    const std::string name = "pod-" + std::to_string(number);
    return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":")" + name + R"(","namespace":"default","uid":"uid-of-)" + name + R"(","resourceVersion":")"
        + std::to_string(version) + R"(","annotations":{"note":")" + std::string(note, 'x') + R"("}},"spec":{"containers":[]},"status":{"phase":"Running"}})";
}

/// Each pod in turn is changed, deleted and made anew.
std::string eventOf(int step)
{
    constexpr const char *types[] = {"MODIFIED", "DELETED", "ADDED"};
    return std::string(R"({"type":")") + types[step % 3] + R"(","object":)" + pod(step / 3, firstVersion + (step + 1) % versions, static_cast<std::size_t>(step % 3) * 100) + "}\n";
}

std::string list()
{
    std::string items;
    for (int i = 0; i < pods; ++i)
        items += (i > 0 ? "," : "") + pod(i, 5);
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" + std::to_string(firstVersion) + R"("},"items":[)" + items + "]}";
}

cluster::LiveCollection::Setup setup(kube::Api &api)
{
    auto abilities = std::make_shared<kube::Reflector::ServerAbilities>();
    abilities->withoutStreamingLists.insert("");
    cluster::LiveCollection::Setup setup{api, abilities, {}, {}, {}, {}};
    setup.collection.type = {"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};
    setup.collection.format = kube::ItemFormat::Json;
    setup.random = [] { return 0.0; };
    setup.reader = std::make_unique<kinds::KindRowReader>(*kinds::findKind("v1", "Pod"), kinds::KeepObject::Yes);
    setup.packer = std::make_shared<kube::ObjectPacker>();
    return setup;
}

} // namespace

/// What a server that ends its watches every five seconds costs in half a day.
class WatchMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesThatEndLeaveNothingBehind();

private:
    /// Lives through so many watches of one event each; the memory that is then in use, or -1 if something else was asked for.
    static std::int64_t memoryAfter(int ends, support::FakeApi &api, cluster::LiveStore &live)
    {
        for (int i = 0; i < ends; ++i) {
            const int step = i % versions;
            if (api.count() != 1 || !api.last().isWatch() || api.last().query("resourceVersion") != std::to_string(firstVersion + step))
                return -1;
            api.last().open();
            api.last().send(eventOf(step));
            api.last().finish();
            api.time.advance(std::chrono::seconds(5));
            api.exchanges.pop_front();
            live.pump();
        }
        return support::allocatedBytes();
    }
};

void WatchMemoryTest::watchesThatEndLeaveNothingBehind()
{
    if (support::allocatedBytes() < 0)
        QSKIP("nobody counts the allocated bytes here");
    support::FakeApi api;
    cluster::LiveStore live(setup(api));
    api.time.run();
    api.last().answer(list());
    api.time.run();
    api.exchanges.pop_front();
    constexpr int ends = 100 * versions;
    const std::int64_t warm = memoryAfter(ends / 5, api, live);
    const std::int64_t later = memoryAfter(ends, api, live);
    QVERIFY2(warm > 0 && later > 0, "the watch does not go on from the last version");
    // 29 bytes per end; what the pools of texts collect before they are compacted comes and goes.
    QVERIFY2(later - warm < 256 * 1024, qPrintable(QStringLiteral("%1 bytes more after %2 ends").arg(later - warm).arg(ends)));
    QCOMPARE(live.store().size(), std::size_t(pods));
}

QTEST_APPLESS_MAIN(WatchMemoryTest)
#include "WatchMemoryTest.moc"
