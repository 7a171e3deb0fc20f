#include "models/kube/Reflector.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using base::ErrorKind;
using kube::Reflector;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t watches = 100;

struct Nothing final : kube::CollectionSink
{
    void restart() override { }
    void complete() override { }
    base::Result<std::string_view> put(kube::ItemFormat, std::string_view) override { return std::string_view(); }
    base::Result<std::string_view> remove(kube::ItemFormat, std::string_view) override { return std::string_view(); }
    void stateChanged(const kube::SyncState &) override { }
};

} // namespace

/// Many watches whose server goes away at once: when each of them tries again.
class ReflectorStormTest : public QObject
{
    Q_OBJECT

    using Attempts = std::map<std::string, std::vector<milliseconds>>;

    /// Every attempt of that time fails at once; the times of each watch's attempts.
    static Attempts storm(ErrorKind kind, std::chrono::minutes time)
    {
        support::FakeApi api;
        Nothing sink;
        std::minstd_rand generator(7);
        auto abilities = std::make_shared<Reflector::ServerAbilities>();
        const auto random = [&generator] { return std::uniform_real_distribution<double>(0.0, 1.0)(generator); };
        std::vector<std::unique_ptr<Reflector>> reflectors;
        for (std::size_t i = 0; i < watches; ++i) {
            kube::Collection collection{{"", "v1", "kind" + std::to_string(i), {}, "Kind", false, {}, {}, {}, {}}, {}, {}, {}, kube::ItemFormat::Json};
            reflectors.push_back(std::make_unique<Reflector>(api, std::move(collection), sink, abilities, random));
            reflectors.back()->start();
        }
        Attempts attempts;
        std::size_t seen = 0;
        for (milliseconds now{0}; now <= time; now += 10ms) {
            for (; seen < api.exchanges.size(); ++seen) {
                attempts[api.exchanges[seen].request.path].push_back(now);
                api.exchanges[seen].fail(kind, "away");
            }
            api.time.advance(10ms);
        }
        return attempts;
    }

private Q_SLOTS:
    void nobodyTriesMoreOftenThanClientGo_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("connection refused") << ErrorKind::Network;
        QTest::newRow("503") << ErrorKind::Server;
        QTest::newRow("429") << ErrorKind::Throttled;
    }

    void nobodyTriesMoreOftenThanClientGo()
    {
        QFETCH(ErrorKind, kind);
        const Attempts attempts = storm(kind, 5min);
        QCOMPARE(attempts.size(), watches);
        for (const auto &[path, times] : attempts) {
            QVERIFY(times.size() > 6);
            milliseconds shortest = 800ms;
            for (std::size_t i = 1; i < times.size(); ++i) {
                const milliseconds pause = times[i] - times[i - 1];
                QVERIFY2(pause >= shortest && pause <= 2 * shortest + 10ms, qPrintable(QString::number(pause.count())));
                shortest = std::min<milliseconds>(2 * shortest, 30s);
            }
        }
    }

    void noTwoWatchesStayInStep()
    {
        std::map<milliseconds, int> inOneTenth;     // of a second
        for (const auto &[path, times] : storm(ErrorKind::Network, 5min)) {
            for (const milliseconds time : times) {
                if (time > 0ms)
                    ++inOneTenth[time / 100 * 100];
            }
        }
        const auto most = std::ranges::max_element(inOneTenth, {}, [](const auto &entry) { return entry.second; });
        // The first tries fall into 0.8 seconds, each later round into a time twice as long.
        QVERIFY2(most->second <= static_cast<int>(watches) / 4, qPrintable(QString::number(most->second)));
        const auto late = std::ranges::max_element(inOneTenth, {}, [](const auto &entry) { return entry.first > 1min ? entry.second : 0; });
        QVERIFY2(late->second <= 5, qPrintable(QString::number(late->second)));
    }
};

QTEST_APPLESS_MAIN(ReflectorStormTest)
#include "ReflectorStormTest.moc"
