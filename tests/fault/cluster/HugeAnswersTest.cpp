#include "tests/fault/cluster/LiveServer.h"

#include <QFile>
#include <QTest>

#include <malloc.h>
#include <optional>

#if defined(__SANITIZE_ADDRESS__)
constexpr bool measuresMemory = false;   // shadow memory and quarantine are not ours
#else
constexpr bool measuresMemory = true;
#endif

using base::ErrorKind;
using fault::answer;
using fault::LivePods;
using fault::podsPath;
using kube::SyncState;
using support::Script;

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;
/// Whoever kept such an object needed more than isWithin() allows; a buffer of 64 MiB that grows by doubling needs 192.
constexpr std::int64_t hugeMegabytes = 400;
const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

/// The most memory that was used since it was made.
class Peak
{
public:
    Peak()
    {
        malloc_trim(0);
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5");
        m_begin = peak();
    }
    std::int64_t growth() const { return peak() - m_begin; }

private:
    static std::int64_t peak()
    {
        QFile file(QStringLiteral("/proc/self/status"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).simplified().split(' ').front().toLongLong() * 1024;
        }
        return 0;
    }
    std::int64_t m_begin = 0;
};

/// begin, then middle many times, then end: an answer that the server never holds whole.
Script hugeAnswer(const std::string &begin, const std::string &middle, std::int64_t times, const std::string &end)
{
    const auto size = static_cast<std::int64_t>(begin.size() + end.size()) + static_cast<std::int64_t>(middle.size()) * times;
    return Script::raw(head + "Content-Length: " + std::to_string(size) + "\r\n\r\n" + begin).repeat(middle, times).send(end);
}

} // namespace

/// Answers that are too large to be kept: refused in clear words or read piece by piece, with bounded memory.
class HugeAnswersTest : public QObject
{
    Q_OBJECT

    static void isWithin(const Peak &peak, std::int64_t bytes)
    {
        const std::int64_t growth = peak.growth();
        qInfo("memory grew by %lld MiB", static_cast<long long>(growth / megabyte));
        if (measuresMemory)
            QVERIFY2(growth < bytes, qPrintable(QStringLiteral("memory grew by %1 MiB").arg(growth / megabyte)));
    }

private Q_SLOTS:
    void anObjectThatIsFarTooLargeIsRefused();
    void inAWatchToo();
    void twoHundredThousandPodsAreReadPageByPage();
    void aMillionManagedFieldsAreLeftOut();
};

void HugeAnswersTest::anObjectThatIsFarTooLargeIsRefused()
{
    const std::string whole = fault::listOf({fault::pod("a", "5"), fault::pod("huge", "6", {}, R"(,"annotations":{"x":"@"})")}, "10");
    const std::size_t middle = whole.find('@');
    support::FaultServer server;
    server.answer(podsPath, hugeAnswer(whole.substr(0, middle), std::string(megabyte, 'x'), hugeMegabytes, whole.substr(middle + 1)));
    const Peak peak;
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error.has_value());
    QCOMPARE(live.state().error->kind, ErrorKind::TooLarge);
    QVERIFY(!live.rows().isComplete());
    QVERIFY2(live.state().error->message.find("MiB") != std::string::npos || live.state().error->message.find("bytes") != std::string::npos, live.describe().c_str());
    std::vector<std::string> limits;
    for (const support::SeenRequest &request : server.requests())
        limits.push_back(fault::queryOf(request, "limit"));
    QCOMPARE(limits, (std::vector<std::string>{"500", "62", "7", "1"}));
    isWithin(peak, 300 * megabyte);
}

void HugeAnswersTest::inAWatchToo()
{
    const std::string event = fault::eventOf("ADDED", fault::pod("huge", "6", {}, R"(,"annotations":{"x":"@"})"));
    const std::size_t middle = event.find('@');
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath + "?watch=1", Script::raw(head + "\r\n" + event.substr(0, middle)).repeat(std::string(megabyte, 'x'), hugeMegabytes).send(event.substr(middle + 1)).hold());
    const Peak peak;
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error.has_value());
    QVERIFY2(live.failedWith("an object has more than 64 MiB"), live.describe().c_str());
    QVERIFY2(live.failedWith(podsPath), live.describe().c_str());
    QCOMPARE(live.names(), std::set<std::string>{"a"});
    isWithin(peak, 300 * megabyte);
}

void HugeAnswersTest::twoHundredThousandPodsAreReadPageByPage()
{
    constexpr int pages = 200, size = 1000;
    support::FaultServer server;
    for (int page = 0; page < pages; ++page) {
        std::vector<std::string> items;
        for (int i = 0; i < size; ++i)
            items.push_back(fault::pod("p" + std::to_string(page * size + i), "5"));
        server.answer(podsPath + (page > 0 ? "?continue=t" + std::to_string(page) : ""),
                      answer(fault::listOf(items, "10", page + 1 < pages ? "t" + std::to_string(page + 1) : "")));
    }
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    const Peak peak;
    fault::Client client(server.url());
    LivePods live(client, {.keep = kinds::KeepObject::No});
    QTRY_VERIFY2_WITH_TIMEOUT((live.pump(), live.isLive()), live.describe().c_str(), 120'000);
    QCOMPARE(live.rows().size(), std::size_t(pages * size));
    isWithin(peak, 200 * megabyte);
}

void HugeAnswersTest::aMillionManagedFieldsAreLeftOut()
{
    constexpr int count = 1'000'000;
    const std::string whole = fault::listOf({fault::pod("a", "5", {}, R"(,"managedFields":[@{"manager":"last"}])")}, "10");
    const std::size_t middle = whole.find('@');
    support::FaultServer server;
    server.answer(podsPath, hugeAnswer(whole.substr(0, middle), R"({"manager":"kubectl","operation":"Update"},)", count, whole.substr(middle + 1)));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    const Peak peak;
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    const auto object = live.rows().object(live.rows().find("default/a"));
    QVERIFY(object);
    QVERIFY(object->size() < 1000);
    QVERIFY(object->find("managedFields") == std::string::npos);
    QVERIFY(object->find(R"("name":"a")") != std::string::npos);
    isWithin(peak, 200 * megabyte);
}

QTEST_GUILESS_MAIN(HugeAnswersTest)
#include "HugeAnswersTest.moc"
