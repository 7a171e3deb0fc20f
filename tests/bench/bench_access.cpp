// The access of one account and all risks of a cluster with many bindings, in a window: list and watch bytes come over a socket through the real
// Reflector, Store and LiveRights. Printed is the longest turn of the event loop, in time and in the processor time of the window's thread, on load, on
// a change, on a question and while risks are looked for, beside the same of an idle loop; from the bytes of a watch event to the end of the paint that
// shows the binding; and frames while the graph is moved and zoomed. bench_access [BINDINGS]; 20 000 when not given. Exit code 1 when a bar is missed.

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/rights/SharedRights.h"
#include "tests/bench/AccessServer.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RisksPage.h"

#include <QApplication>
#include <QBasicTimer>
#include <QStackedLayout>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double FrameBar = 16.7;
constexpr double ChangeBar = 200;
constexpr double FirstBar = 50;
constexpr double Patience = 120'000;
constexpr int Changes = 10;
constexpr int Frames = 120;

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

struct Turn
{
    double time = 0;
    double own = 0;
};

/// How long something that is due every moment had to wait at most.
class Turns final : public QObject
{
public:
    Turns() { m_timer.start(0, this); }
    void start()
    {
        m_longest = {};
        m_last = Clock::now();
        m_lastOwn = ownTime();
    }
    Turn longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = {std::max(m_longest.time, since(m_last)), std::max(m_longest.own, ownTime() - m_lastOwn)};
        m_last = Clock::now();
        m_lastOwn = ownTime();
    }

private:
    QBasicTimer m_timer;
    Turn m_longest;
    Clock::time_point m_last = Clock::now();
    double m_lastOwn = ownTime();
};

class Paints final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Runs the loop, without pauses, until it is so; the longest turn meanwhile.
template<typename Condition>
Turn runUntil(Turns &turns, const char *what, Condition condition)
{
    turns.start();
    for (const Clock::time_point begin = Clock::now(); !condition();) {
        QCoreApplication::processEvents();
        if (since(begin) > Patience) {
            std::fprintf(stderr, "it did not come to: %s\n", what);
            std::exit(2);
        }
    }
    QCoreApplication::processEvents();
    return turns.longest();
}

void turnWheel(graph::GraphView &view, const QPoint &delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF middle = QRectF(view.rect()).center();
    QWheelEvent wheel(middle, view.mapToGlobal(middle), modifiers ? QPoint() : delta, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
}

bool isMet = true;

void tell(const char *what, const Turn &turn, double bar)
{
    const bool isThis = turn.own <= bar;
    isMet = isMet && isThis;
    std::printf("  %-44s longest turn %6.1f ms, %6.1f ms of it at work (bar %.1f): %s\n", what, turn.time, turn.own, bar, isThis ? "met" : "MISSED");
}

void tell(const char *what, std::vector<double> times, double bar)
{
    const double middle = median(times);
    isMet = isMet && middle <= bar;
    std::printf("  %-44s median %.1f ms, slowest %.1f ms (bar %.1f): %s\n", what, middle, *std::ranges::max_element(times), bar, middle <= bar ? "met" : "MISSED");
}

} // namespace

int main(int argc, char **argv)
{
    bench::AccessServer::Size size;
    if (argc > 1)
        size.bindings = std::strtoul(argv[1], nullptr, 10);
    size.roles = std::max<std::size_t>(size.bindings * 3 / 20, 40);
    size.accounts = std::max<std::size_t>(size.bindings / 4, 10);
    size.ofOne = std::min<std::size_t>(500, size.bindings / 4);
    argc = 1;
    qputenv("NO_PROXY", "*");
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    bench::AccessServer server(size);

    base::EventLoopExecutor executor;
    cluster::Clusters clusters({}, {}, executor);
    Turns turns;
    clusters.paste({"bench", base::SecretText("{apiVersion: v1, kind: Config, current-context: c, clusters: [{name: c, cluster: {server: \"" + server.server().url()
                                              + "\"}}], contexts: [{name: c, context: {cluster: c}}]}")});
    runUntil(turns, "an entry", [&] { return !clusters.entries().empty(); });
    QWidget window;
    auto *stack = new QStackedLayout(&window);
    window.resize(1440, 860);
    window.show();
    const Clock::time_point idleBegin = Clock::now();
    const Turn idle = runUntil(turns, "a second", [&] { return since(idleBegin) > 1000; });

    const Clock::time_point begin = Clock::now();
    cluster::ConnectedCluster *cluster = clusters.connectTo(cluster::EntryId::of(clusters.entries().front()));
    base::ClusterView view(*cluster, clusters.settings());
    rights::SharedRights known;
    auto *tab = new rbac::AccessTab(known.of(*cluster), known.wordOf(*cluster), {rbac::ObjectRef{"ServiceAccount", bench::AccessServer::onesNamespace, bench::AccessServer::onesName}}, &window);
    auto *page = new rbac::RisksPage(known.of(*cluster), view, &window);
    stack->addWidget(tab);
    stack->addWidget(page);
    Paints paints;
    tab->pane().graph().installEventFilter(&paints);
    const Turn load = runUntil(turns, "the graph", [&] { return tab->isSettled() && tab->pane().picture() && paints.count > 0; });
    const double loaded = since(begin);
    std::printf("%zu bindings, %zu roles, %zu accounts; one of them with %zu bindings; everything read and drawn after %.0f ms\n", size.bindings, size.roles, size.accounts, size.ofOne, loaded);
    std::printf("  %-44s longest turn %6.1f ms, %6.1f ms of it at work\n", "an idle loop", idle.time, idle.own);
    tell("load", load, FrameBar);

    Turn change;
    std::vector<double> shown;
    for (int i = 0; i < Changes; ++i) {
        const Clock::time_point calm = Clock::now();
        runUntil(turns, "calm", [&] { return since(calm) > 1500; });
        const std::string binding = "RoleBinding/ns-" + std::to_string(i) + '/' + bench::AccessServer::addedName(static_cast<std::size_t>(i));
        int paintsBefore = -1;
        const Clock::time_point sent = Clock::now();
        server.addBinding(static_cast<std::size_t>(i));
        const Turn turn = runUntil(turns, "the new binding", [&] {
            const bool isThere = !tab->pane().picture()->boxesOf({binding}).empty();
            if (isThere && paintsBefore < 0)
                paintsBefore = paints.count;
            return isThere && paints.count > paintsBefore;
        });
        shown.push_back(since(sent));
        change = {std::max(change.time, turn.time), std::max(change.own, turn.own)};
    }
    tell("a change", change, FrameBar);
    tell("a change: from its bytes to the paint", shown, ChangeBar);

    Turn question;
    for (const char *words : {"can list secrets in ns-7", "who can create pods in ns-3", "can delete nodes"}) {
        const QString before = tab->pane().answerView().explanation();
        tab->pane().askBar().ask(QString::fromLatin1(words));
        const Turn turn = runUntil(turns, "an answer", [&] { return tab->pane().answerView().explanation() != before; });
        question = {std::max(question.time, turn.time), std::max(question.own, turn.own)};
    }
    tab->pane().askBar().ask(QString());
    tell("a question", question, FrameBar);

    graph::GraphView &graph = tab->pane().graph();
    std::vector<double> frames;
    graph.showAll();
    for (int i = 0; i < Frames; ++i) {
        const Clock::time_point frame = Clock::now();
        if (i < Frames / 2)
            turnWheel(graph, {3, i % 2 ? 40 : -40}, {});
        else
            turnWheel(graph, {0, i < 3 * Frames / 4 ? 40 : -40}, Qt::ControlModifier);
        graph.repaint();
        frames.push_back(since(frame));
    }
    tell("a frame while moved and zoomed", frames, FrameBar);
    auto picture = tab->pane().picture();
    std::vector<double> first;
    for (int i = 0; i < 5; ++i) {
        graph::GraphView other(QStringLiteral("Graph"));
        other.resize(graph.size());
        other.show();
        const Clock::time_point drawing = Clock::now();
        const auto again = rbac::pictureOf(picture->basis, {picture->identities, true, {}});
        other.showScene(std::make_shared<const graph::Scene>(again.drawing, again.layout));
        other.repaint();
        first.push_back(since(drawing));
    }
    tell("the first drawing", first, FirstBar);

    stack->setCurrentWidget(page);
    const Turn scan = runUntil(turns, "the findings", [&] { return page->isSettled() && page->model().rowCount() > 0; });
    tell("risks shown", scan, FrameBar);
    const std::size_t findings = page->model().list()->basis->risks().size();
    server.addBinding(Changes);
    const Turn again = runUntil(turns, "new findings", [&] { return page->model().list()->basis->inputs.bindings.size() > picture->basis->inputs.bindings.size(); });
    tell("risks after a change", again, FrameBar);
    page->table().selectRow(0);
    const Clock::time_point chosen = Clock::now();
    const Turn path = runUntil(turns, "its way", [&] { return !page->pane().ways().empty(); });
    tell("a finding drawn", path, FrameBar);
    const double drawn = since(chosen);
    const Turn ways = runUntil(turns, "the ways on", [&] { return page->pane().isComplete(); });
    tell("ways on looked for", ways, FrameBar);
    const std::size_t waysOn = page->pane().ways().size();
    const double complete = since(chosen);
    page->showOnly({}, QStringLiteral("secrets ns-1"));
    const Turn filter = runUntil(turns, "fewer findings", [&] { return page->model().list()->rows.size() < findings; });
    tell("findings filtered", filter, FrameBar);
    std::printf("  %zu findings; one drawn after %.0f ms, its %zu ways after %.0f ms\n", findings, drawn, waysOn, complete);
    std::printf("  bars: %s\n", isMet ? "met" : "MISSED");
    return isMet ? 0 : 1;
}
