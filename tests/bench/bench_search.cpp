// Going to an object among many: pods come over a socket through the real Reflector and Store, and a key is pressed in the box.
// Measured is from the delivery of the key to the end of the paint that shows the first hits, and the longest turn of the GUI thread
// until everything was searched, beside the floor: looking for the same letters in as many names that lie in one row.
// bench_search [ROWS]; 100 000 when not given. Exit code 1 when a bar is missed.

#include "models/base/EventLoopExecutor.h"
#include "tests/bench/LiveTable.h"
#include "tests/fault/window/SmallApi.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Shell.h"
#include "widgets/base/Theme.h"
#include "widgets/palette/ObjectOffers.h"
#include "widgets/palette/PaletteBox.h"

#include <QApplication>
#include <QBasicTimer>
#include <QKeyEvent>
#include <QTest>
#include <QWidget>

#include <cstdio>

namespace {

using namespace bench;
using Clock = std::chrono::steady_clock;

constexpr double HitsBar = 2 * 16.7;
constexpr double TurnBar = 16.7;

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

class Window final : public QWidget, public base::Shell
{
public:
    explicit Window(cluster::Clusters &clusters) : m_clusters(clusters) { }

    cluster::Clusters &clusters() override { return m_clusters; }
    QWidget &widget() override { return *this; }
    base::ClusterView *view() const override { return nullptr; }
    base::Page *page() const override { return nullptr; }
    base::Page *open(const base::Address &) override { return nullptr; }
    void open(cluster::ConnectedCluster &, const base::Address &) override { }
    void bringToFront(cluster::ConnectedCluster &) override { }
    void tell(const QString &) override { }

private:
    cluster::Clusters &m_clusters;
};

/// How long something that is due every moment had to wait at most.
class Turns final : public QObject
{
public:
    Turns() { m_timer.start(0, this); }
    double longest = 0;

protected:
    void timerEvent(QTimerEvent *) override
    {
        longest = std::max(longest, since(m_last));
        m_last = Clock::now();
    }

private:
    QBasicTimer m_timer;
    Clock::time_point m_last = Clock::now();
};

double floorOf(std::size_t rows, const std::string &typed)
{
    std::string names;
    for (std::size_t i = 0; i < rows; ++i)
        names += "team-a/checkout-service-" + std::to_string(i) + '\n';
    const auto begin = Clock::now();
    std::size_t found = 0;
    for (std::size_t at = names.find(typed); at != std::string::npos; at = names.find(typed, at + 1))
        ++found;
    const double time = since(begin);
    std::printf("  floor: %zu places in one row of names, %.1f ms\n", found, time);
    return time;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t rows = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    argc = 1;
    qputenv("NO_PROXY", "*");
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);

    const PodMould mould;
    fault::SmallApi api;
    api.server.answer(fault::podsPath + "?watch=1", listOf(mould, rows).hold());
    base::EventLoopExecutor executor;
    cluster::Clusters clusters({}, {}, executor);
    clusters.paste({"bench", base::SecretText("{apiVersion: v1, kind: Config, current-context: c, clusters: [{name: c, cluster: {server: \"" + api.server.url()
                                              + "\"}}], contexts: [{name: c, context: {cluster: c}}]}")});
    if (!QTest::qWaitFor([&] { return !clusters.entries().empty(); }, 10'000))
        return 2;
    cluster::ConnectedCluster *cluster = clusters.connectTo(cluster::EntryId::of(clusters.entries().front()));
    const auto live = cluster->open(fault::podType());
    if (!QTest::qWaitFor([&] { return live->store().isComplete() && live->store().size() == rows && !cluster->catalog().types().empty(); }, 120'000))
        return 2;

    Window window(clusters);
    window.resize(1440, 900);
    window.show();
    palette::ObjectSearch search(clusters);
    auto *box = new palette::PaletteBox(std::make_unique<palette::ObjectOffers>(search, window), &window);
    box->open();
    (void)QTest::qWaitForWindowExposed(&window);
    QTest::qWait(300);
    auto *line = box->findChild<base::SearchLine *>();

    std::vector<double> hits, turns, all;
    const std::string name(live->store().name(static_cast<kube::RowId>(rows / 2)));
    for (int run = 0; run < 5; ++run) {
        line->clear();
        QTest::qWait(300);
        for (const char letter : name.substr(0, std::min<std::size_t>(name.size(), 12))) {
            QKeyEvent press(QEvent::KeyPress, letter, Qt::NoModifier, QString(QLatin1Char(letter)));
            const auto begin = Clock::now();
            QCoreApplication::sendEvent(line, &press);
            box->repaint();
            hits.push_back(since(begin));
            if (box->offers().rowCount() == 0)
                return 2;
            Turns turn;
            (void)QTest::qWaitFor([&] { return search.coverage().isFinished && turn.longest > 0; }, 10'000);
            all.push_back(since(begin));
            turns.push_back(turn.longest);
        }
    }
    for (auto *times : {&hits, &turns, &all})
        std::ranges::sort(*times);
    std::printf("%zu objects, %zu keys\n", rows, hits.size());
    const double least = floorOf(rows, "service");
    std::printf("  key to first hits on screen: median %.1f ms, slowest %.1f ms\n", hits[hits.size() / 2], hits.back());
    std::printf("  until everything was searched: median %.1f ms, slowest %.1f ms (%.0f x the floor)\n", all[all.size() / 2], all.back(), all[all.size() / 2] / std::max(least, 0.01));
    std::printf("  longest turn: median %.1f ms, slowest %.1f ms\n", turns[turns.size() / 2], turns.back());
    const bool isMet = hits.back() <= HitsBar && turns[turns.size() / 2] <= TurnBar;
    std::printf("  bar first hits within two frames, nothing waits longer than a frame: %s\n", isMet ? "met" : "MISSED");
    return isMet ? 0 : 1;
}
