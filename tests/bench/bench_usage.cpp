// CPU and memory of many pods and nodes in their tables: the answers of metrics.k8s.io as bytes over a socket, read aside and merged into live tables,
// sorted by name and by CPU. Printed is the longest turn of the window's thread in a refresh, in time and in processor time, what all its turns take,
// and how many requests it was, beside the cheapest merge there can be: each row looked up in a hash map, and its texts copied.
// bench_usage [PODS]; 50 000 when not given, and a tenth as many nodes. Exit code 1 when a bar is missed.

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/UsageSource.h"
#include "models/tables/TableModel.h"
#include "tests/fault/cluster/LiveServer.h"
#include "tests/support/PodRows.h"
#include "widgets/usage/UsageCells.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <unordered_map>

namespace {

using Clock = std::chrono::steady_clock;
using metrics::Measured;
using support::Script;

constexpr double TurnBar = 16;
constexpr double RequestBar = 1;
constexpr int Runs = 7;

double since(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

double ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::string namespaceOf(Measured measured, std::size_t i) { return measured == Measured::Pods ? "team-" + std::to_string(i % 200) : std::string(); }
std::string nameOf(Measured measured, std::size_t i) { return (measured == Measured::Pods ? "web-5d4b8f7c9-" : "worker-") + std::to_string(i); }

/// As metrics-server answers, with other figures each time.
std::string metricsList(Measured measured, std::size_t count, std::size_t round)
{
    const bool isPods = measured == Measured::Pods;
    std::string out = std::string(R"({"kind":")") + (isPods ? "PodMetricsList" : "NodeMetricsList") + R"(","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},"items":[)";
    for (std::size_t i = 0; i < count; ++i) {
        const std::string cpu = std::to_string((i * 7919 + round * 104'729) % 900'000'000), memory = std::to_string(20'000 + (i * 31 + round * 1700) % 500'000);
        const std::string usage = R"("usage":{"cpu":")" + cpu + R"(n","memory":")" + memory + R"(Ki"})";
        out += (i ? "," : "") + std::string(R"({"metadata":{"name":")") + nameOf(measured, i) + (isPods ? R"(","namespace":")" + namespaceOf(measured, i) : std::string())
            + R"(","creationTimestamp":"2026-11-23T08:00:00Z","labels":{"app":"web","pod-template-hash":"5d4b8f7c9"}},"timestamp":"2026-11-23T08:00:)" + std::to_string(10 + round) + R"(Z","window":"15.2s",)"
            + (isPods ? R"("containers":[{"name":"web",)" + usage + "}]" : usage) + '}';
    }
    return out + "]}";
}

kube::ResourceType typeOf(Measured measured)
{
    return measured == Measured::Pods ? support::podType() : kube::ResourceType{{}, "v1", "nodes", "node", "Node", false, {}, {}, {}, {}};
}

/// What one refresh cost the window's thread.
struct Cost
{
    double longest = 0, longestOwn = 0, sum = 0;
};

/// A table, its columns and a source that asks a server on a socket.
class Bench
{
public:
    Bench(Measured measured, std::size_t count) : m_measured(measured), m_count(count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            support::PodRow row;
            row.namespaceName = namespaceOf(measured, i);
            row.name = nameOf(measured, i);
            m_rows.put(row);
        }
        m_rows.apply();
        m_model.reload();
        m_model.setAdded({&m_cells});
    }

    /// Until every row has what the server said and nothing is left to do.
    Cost refresh(std::size_t round)
    {
        m_server.answer(std::string("/apis/metrics.k8s.io/v1beta1/") + (m_measured == Measured::Pods ? "pods" : "nodes"),
                        Script::answer(200, metricsList(m_measured, m_count, round), {{"Content-Type", "application/json"}}));
        Cost cost;
        bool isThere = false;
        const auto connection = QObject::connect(m_source.get(), &metrics::UsageSource::changed, [&] { isThere = true; });
        m_source->retryNow();
        for (int quiet = 0; !isThere || quiet < 20;) {
            const auto begin = Clock::now();
            const double ownBegin = ownTime();
            QCoreApplication::processEvents();
            const double turn = since(begin), own = ownTime() - ownBegin;
            quiet = own < 0.05 ? quiet + 1 : 0;
            cost = {std::max(cost.longest, turn), std::max(cost.longestOwn, own), cost.sum + (isThere ? own : 0)};
        }
        QObject::disconnect(connection);
        return cost;
    }

    void sortByCpu() { m_model.sort(cpu(), Qt::DescendingOrder); }
    std::size_t requests() const { return m_server.requests().size(); }
    std::string firstCpu() const { return m_model.text(0, cpu()); }
    std::size_t count() const { return m_count; }
    const char *what() const { return m_measured == Measured::Pods ? "pods" : "nodes"; }

    /// Looking up and copying two texts for each row.
    double floor() const
    {
        std::unordered_map<std::string, std::pair<std::string, std::string>> known;
        for (std::size_t i = 0; i < m_count; ++i)
            known[std::string(m_rows.store.key(static_cast<kube::RowId>(i)))] = {"123m", "456Mi"};
        std::vector<std::pair<std::string, std::string>> cells(m_rows.store.end());
        std::string key;
        const double begin = ownTime();
        for (kube::RowId row = 0; row < m_rows.store.end(); ++row) {
            key = m_rows.store.key(row);
            cells[row] = known.find(key)->second;
        }
        return ownTime() - begin;
    }

private:
    int cpu() const { return static_cast<int>(m_model.source().columnNamed("CPU").value()); }

    Measured m_measured;
    std::size_t m_count;
    support::FaultServer m_server;
    fault::Client m_client{m_server.url()};
    base::EventLoopExecutor m_executor;
    support::PodRows m_rows;
    tables::TableModel m_model{m_rows.store, typeOf(m_measured), m_measured == Measured::Pods};
    std::shared_ptr<metrics::UsageSource> m_source =
        std::make_shared<metrics::UsageSource>(metrics::makeUsageLadder({[this]() -> kube::Api & { return m_client.api(); }}, {}, m_executor), m_executor);
    usage::UsageCells m_cells{m_source, typeOf(m_measured), base::Clock::system()};
};

bool measure(Bench &bench, const char *order)
{
    std::vector<double> turns, owns, sums, floors;
    bench.refresh(0);
    const std::size_t before = bench.requests();
    for (std::size_t run = 1; run <= Runs; ++run) {
        floors.push_back(bench.floor());
        const Cost cost = bench.refresh(run);
        turns.push_back(cost.longest);
        owns.push_back(cost.longestOwn);
        sums.push_back(cost.sum);
    }
    const double requests = static_cast<double>(bench.requests() - before) / Runs, own = median(owns), sum = median(sums), floor = median(floors);
    const bool isMet = own <= TurnBar && requests <= RequestBar;
    std::printf("  %6zu %-5s %-8s longest turn %5.1f ms, %5.1f ms of it at work (bar %.0f), all turns %6.1f ms = %4.1fx of looking up alone (%.1f ms), %.1f requests a refresh (bar 1): %s\n", bench.count(), bench.what(),
                order, median(turns), own, TurnBar, sum, floor > 0 ? sum / floor : 0, floor, requests, isMet ? "met" : "MISSED");
    return isMet;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("NO_PROXY", "*");
    QCoreApplication application(argc, argv);
    const std::size_t pods = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
    bool isMet = true;
    for (const auto &[measured, count] : {std::pair(Measured::Pods, pods), std::pair(Measured::Nodes, std::max<std::size_t>(pods / 10, 1))}) {
        Bench bench(measured, count);
        isMet &= measure(bench, "by name");
        bench.sortByCpu();
        isMet &= measure(bench, "by CPU");
        std::printf("  the most: %s\n", bench.firstCpu().c_str());
    }
    return isMet ? 0 : 1;
}
