#include "models/base/ManualExecutor.h"
#include "models/cluster/ClusterSession.h"
#include "tests/fault/cluster/LiveServer.h"

#include <QTest>

#include <atomic>
#include <future>

using fault::podsPath;
using namespace std::chrono_literals;

namespace {

/// The I/O thread of a machine whose wall clock the test puts forward, as it is after a sleep.
class SleepyThread final : public base::Executor, private base::Clock
{
public:
    explicit SleepyThread(http::HttpThread &thread) : m_thread(thread) { }
    void sleep(std::chrono::seconds time) { m_slept += time.count(); }

    void post(base::Task task) override { m_thread.post(std::move(task)); }
    base::Job after(std::chrono::milliseconds delay, base::Task task) override { return m_thread.after(delay, std::move(task)); }
    const base::Clock &clock() const override { return *this; }

private:
    base::SystemTime now() const override { return std::chrono::system_clock::now() + std::chrono::seconds(m_slept); }
    base::SteadyTime steady() const override { return std::chrono::steady_clock::now(); }

    http::HttpThread &m_thread;
    std::atomic<std::int64_t> m_slept = 0;
};

const std::string spacesPath = "/api/v1/namespaces";

std::string spaceEvent(const std::string &name, const std::string &version)
{
    return fault::eventOf("ADDED", R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":")" + name + R"(","uid":")" + name + R"(","resourceVersion":")" + version + "\"}}");
}

kube::ResourceType spaceType()
{
    return {"", "v1", "namespaces", "namespace", "Namespace", false, {"list", "watch"}, {}, {}, {}};
}

} // namespace

/// A session whose machine sleeps while its connections die without a word.
class SleepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }

    void everyWatchGoesOnWithinSecondsAndNothingIsLost()
    {
        support::FaultServer server;
        server.answer(podsPath + "?sendInitialEvents=true", fault::stream().send(fault::eventOf("ADDED", fault::pod("before", "5")) + fault::bookmarkOf("10", true)).hold());
        server.answer(podsPath + "?resourceVersion=10", fault::stream().send(fault::eventOf("ADDED", fault::pod("meanwhile", "11")) + fault::eventOf("DELETED", fault::pod("before", "12"))).hold());
        server.answer(spacesPath + "?sendInitialEvents=true", fault::stream().send(spaceEvent("one", "3") + fault::bookmarkOf("10", true)).hold());
        server.answer(spacesPath + "?resourceVersion=10", fault::stream().send(spaceEvent("two", "11")).hold());

        http::HttpThread thread(fault::withoutProxies());
        SleepyThread sleepy(thread);
        fault::FixedAuthorizer authorizer(sleepy);
        base::ManualExecutor consumer;
        auto api = std::make_unique<kube::ApiClient>(server.url(), thread, sleepy, authorizer);
        auto session = std::make_unique<cluster::ClusterSession>(*api, consumer, std::vector<std::string>{}, cluster::ClusterSession::Observers{});
        auto pods = session->open(fault::podType());
        auto spaces = session->open(spaceType());
        const auto holds = [&](const cluster::LiveStore &live, std::size_t rows, const char *name) {
            return live.state().phase == kube::SyncState::Phase::Live && live.store().size() == rows && live.store().contains(live.store().find(name));
        };
        const auto look = [&] {
            consumer.run();
            pods->pump();
            spaces->pump();
        };
        QTRY_VERIFY_WITH_TIMEOUT((look(), holds(*pods, 1, "default/before") && holds(*spaces, 1, "one")), fault::patience);

        const int dialled = server.connections();
        sleepy.sleep(10min);
        QTRY_VERIFY_WITH_TIMEOUT((look(), holds(*pods, 1, "default/meanwhile") && holds(*spaces, 2, "two")), 15'000);
        // Plain HTTP needs a connection for each watch, and discovery may dial for its next try: nothing dials twice.
        QVERIFY2(server.connections() - dialled <= 6, qPrintable(QString::number(server.connections() - dialled)));

        pods.reset();
        spaces.reset();
        session.reset();
        cluster::runOn(thread, [&] { api.reset(); });
    }
};

QTEST_GUILESS_MAIN(SleepTest)
#include "SleepTest.moc"
