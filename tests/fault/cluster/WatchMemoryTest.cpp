#include "tests/fault/cluster/LiveServer.h"
#include "tests/support/AllocatedMemory.h"

#include <QTest>

using fault::LivePods;
using fault::podsPath;

namespace {

constexpr int pods = 30;
constexpr int firstVersion = 100;
constexpr int versions = 3 * pods;      ///< then what happened happens again

/// Each pod in turn is changed, deleted and made anew.
std::string eventFrom(int version)
{
    constexpr const char *types[] = {"MODIFIED", "DELETED", "ADDED"};
    const int step = version - firstVersion;
    const std::string next = std::to_string(firstVersion + (step + 1) % versions);
    const std::string note = R"(,"annotations":{"note":")" + std::string(static_cast<std::size_t>(step % 3) * 100, 'x') + "\"}";
    return fault::eventOf(types[step % 3], fault::pod("pod-" + std::to_string(step / 3), next, {}, note));
}

} // namespace

/// What a server that ends its watches again and again costs, connections and all.
class WatchMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesThatEndLeaveNothingBehind();

private:
    /// Lives through so many ends of a watch; the memory that is then in use.
    static std::int64_t memoryAfter(int ends, support::FaultServer &server, LivePods &live)
    {
        server.forgetRequests();
        for (std::size_t seen = 0; seen < static_cast<std::size_t>(ends); seen = server.requests().size()) {
            if (!server.waitForRequests(std::min<std::size_t>(seen + 100, static_cast<std::size_t>(ends))))
                return -1;
            live.pump();
        }
        for (const support::SeenRequest &request : server.requests())
            m_lists += !fault::isWatch(request);
        server.forgetRequests();
        return support::allocatedBytes();
    }

    static inline int m_lists = 0;
};

void WatchMemoryTest::watchesThatEndLeaveNothingBehind()
{
    if (support::allocatedBytes() < 0)
        QSKIP("nobody counts the allocated bytes here");
    constexpr int ends = 2000;
    std::vector<std::string> all;
    for (int i = 0; i < pods; ++i)
        all.push_back(fault::pod("pod-" + std::to_string(i), "5"));
    support::FaultServer server;
    server.answer(podsPath, fault::answer(fault::listOf(all, std::to_string(firstVersion))));
    for (int version = firstVersion; version < firstVersion + versions; ++version)
        server.answer(podsPath + "?watch=1&resourceVersion=" + std::to_string(version), fault::stream().send(eventFrom(version)));
    fault::Client client(server.url());
    LivePods live(client, {});
    const std::int64_t warm = memoryAfter(ends / 2, server, live);
    const std::int64_t later = memoryAfter(ends, server, live);
    QVERIFY2(warm > 0 && later > 0, live.describe().c_str());
    // A transfer that stays has its buffers with it; what waits for the window at the moment varies.
    QVERIFY2(later - warm < 2 * 1024 * 1024, qPrintable(QStringLiteral("%1 bytes more after %2 ends").arg(later - warm).arg(ends)));
    QCOMPARE(m_lists, 1);
    QVERIFY(live.rows().size() == pods || live.rows().size() == pods - 1);
}

QTEST_GUILESS_MAIN(WatchMemoryTest)
#include "WatchMemoryTest.moc"
