// Opens the pages of many objects in the window, one after the other, each with its details, its YAML and its events, and closes them again:
// opened_objects KUBECONFIG [COUNT]; 1000 when not given. The first COUNT objects warm everything up that is made once; what the second COUNT
// leave behind is told in MB. tests/controlplane/load_pods.py fills a server with twice as many pods. Exit code 1 when the bar is missed.

#include "models/cluster/ConnectedCluster.h"
#include "tests/support/WholeWindow.h"
#include "widgets/base/Feature.h"
#include "widgets/base/Page.h"
#include "widgets/shell/ClusterPane.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cmath>
#include <cstdio>

namespace {

constexpr int Patience = 60'000;
constexpr double Bar = 10;      ///< MB

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ')[1].toDouble() / 1024;
    }
    return 0;
}

std::vector<base::Address> podsOf(cluster::ConnectedCluster &cluster, std::size_t count)
{
    const auto *type = cluster.catalog().find("pods");
    if (!type)
        return {};
    const auto rows = cluster.open(*type);
    (void)QTest::qWaitFor([&] { return rows->store().isComplete(); }, Patience);
    std::vector<base::Address> addresses;
    const kube::Store &store = rows->store();
    for (kube::RowId row = 0; row < store.end() && addresses.size() < count; ++row) {
        if (store.contains(row))
            addresses.push_back({QStringLiteral("pods"), QString::fromUtf8(store.namespaceName(row).data(), static_cast<qsizetype>(store.namespaceName(row).size())),
                                 QString::fromUtf8(store.name(row).data(), static_cast<qsizetype>(store.name(row).size())), {}});
    }
    return addresses;
}

bool openAll(shell::MainWindow &window, cluster::ConnectedCluster *cluster, std::span<const base::Address> addresses)
{
    for (base::Address address : addresses) {
        for (const char *tab : {"details", "yaml", "events"}) {
            address.tab = QString::fromLatin1(tab);
            window.showCluster(cluster, address);
            if (!QTest::qWaitFor([&] { return window.page() && window.page()->address().name == address.name && window.isSettled(); }, Patience))
                return false;
        }
        window.pane()->closeCurrentPage();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto count = static_cast<std::size_t>(std::max(arguments.value(2, QStringLiteral("1000")).toInt(), 1));
    support::WholeWindow whole(arguments.value(1), {1200, 760});
    shell::MainWindow &window = whole.window();
    cluster::ConnectedCluster *cluster = whole.connectTo({}, Patience);
    if (!cluster || !QTest::qWaitFor([&] { return !cluster->catalog().types().empty(); }, Patience))
        return std::puts("no cluster"), 2;
    window.showCluster(cluster, {QStringLiteral("namespaces"), {}, {}, {}});
    const std::vector<base::Address> pods = podsOf(*cluster, 2 * count);
    const std::span<const base::Address> all(pods);
    if (all.size() < 2 * count)
        return std::printf("only %zu pods\n", all.size()), 2;
    const double begin = residentMegabytes();
    if (!openAll(window, cluster, all.first(count)))
        return std::puts("a page is never settled"), 2;
    const double warm = residentMegabytes();
    if (!openAll(window, cluster, all.subspan(count)))
        return std::puts("a page is never settled"), 2;
    const double end = residentMegabytes();
    const double left = end - warm;
    std::printf("memory: %.1f MB at first, %.1f MB after %zu objects, %.1f MB after as many others\n", begin, warm, count, end);
    std::printf("left behind: %.1f MB (bar %.0f)%s\n", left, Bar, std::abs(left) <= Bar ? "" : "  MISSED");
    return std::abs(left) <= Bar ? 0 : 1;
}
